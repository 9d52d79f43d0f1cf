#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// Everything that can be asked of one landscape: all metrics as one table, then what has more than one number for an answer.
//   dotnet run samples/everything.cs                             a decision tree's test error, of a shipped table
//   dotnet run samples/everything.cs -- my.csv val_error seed    a fitness column of a table of yours; columns to ignore

using HyperLandscape;
using HyperLandscape.Metrics;

Landscape landscape;
if (args.Length >= 2)
{
    landscape = Landscape.ReadCsv(args[0], fitness: args[1], ignore: args[2..]);
}
else
{
    string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
    landscape = LandscapeSet.ReadCsv(Path.Combine(data, "own_dt.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}")["test", "err", "phoneme", "frac1"];
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
