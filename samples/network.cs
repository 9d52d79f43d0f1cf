#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// Where does a search get stuck that climbs, is kicked out of its optimum, and climbs again? The local optima network of a
// complete grid of training runs, in words and as a file for networkx, igraph or Gephi.
//   dotnet run samples/network.cs                              decision trees' test error, of a shipped table
//   dotnet run samples/network.cs -- my.csv val_error seed     a fitness column of a table of yours; columns to ignore

using HyperLandscape;
using HyperLandscape.Networks;
using HyperLandscape.Walks;

Landscape landscape;
try
{
    landscape = args.Length switch
    {
        0 => ReadShipped(),
        1 => throw new ArgumentException("Name the fitness column after the table."),
        _ => Landscape.ReadCsv(args[0], fitness: args[1], ignore: args[2..]),
    };
}
catch (Exception error) when (error is ArgumentException or InvalidDataException or IOException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

LocalOptimaNetwork network = landscape.Connect(new EscapeEdges { Distance = 2 });
Console.WriteLine($"{landscape}\n{network}\n");
Console.WriteLine(NetworkSummary.Of(network));

Console.WriteLine("Which optima hold a search that takes no move to a worse one, and how many lead there?\n");
var funnels = Funnels.Of(network);
for (int i = 0; i < Math.Min(5, funnels.Count); i++)
{
    int sink = funnels.Sinks[i];
    string kind = funnels.IsGlobal(sink) ? "global" : "local";
    Console.WriteLine($"  {kind} sink of {funnels.Sizes[i]} optima: {funnels.Network.Fitness(sink):F4} at {landscape[funnels.Network.Representatives[sink]]}");
}

Console.WriteLine($"\nA climb from the first configuration: {landscape.Walk(new FirstImprovementClimb { Seed = 1 }, 0)}");
string file = Path.Combine(Path.GetTempPath(), "network.graphml");
network.Monotonic().WriteGraphML(file);
Console.WriteLine($"Open {file} in Gephi, networkx or igraph.");
return 0;

static Landscape ReadShipped()
{
    string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
    return LandscapeSet.ReadCsv(Path.Combine(data, "own_dt.csv.gz"), "{split}_{measure}_{dataset}_{fidelity}")["test", "err", "pima", "frac0.3"];
}
