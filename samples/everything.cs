#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// Everything that can be asked of one landscape: all metrics as one table, then what has more than one number for an answer.
//   dotnet run samples/everything.cs                             a decision tree's test error, of a shipped table
//   dotnet run samples/everything.cs -- my.csv val_error seed    a fitness column of a table of yours; columns to ignore

using HyperLandscape;
using HyperLandscape.Metrics;

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

Console.WriteLine($"{landscape}\n");
Console.WriteLine(landscape.Profile(Metric.All));
Console.WriteLine("What does going from one level to another do?\n");
Console.WriteLine(LevelEffects.Of(landscape));
Console.WriteLine("From how many configurations is each optimum reached?\n");
Console.WriteLine(OptimumAccessibility.Of(landscape));
Console.WriteLine("Can valleys be walked around?\n");
Console.WriteLine(BypassCensus.Of(landscape));
Console.WriteLine("How rugged do random walks find it?\n");
Console.WriteLine(InformationContent.Of(landscape));
return 0;

static Landscape ReadShipped()
{
    string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
    return LandscapeSet.ReadCsv(Path.Combine(data, "own_dt.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}")["test", "err", "phoneme", "frac1"];
}
