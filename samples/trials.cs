#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// From the log of a random search to a landscape: learning rates are continuous, and a schedule is there for one solver only.
//   dotnet run samples/trials.cs                             160 trainings of a small neural network, a shipped table
//   dotnet run samples/trials.cs -- my.csv val_loss lr       a fitness column of a table of yours; columns on a logarithmic scale

using HyperLandscape;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

if (args.Length >= 2)
{
    var options = new CsvOptions { Neighborhood = new NearestNeighborhood { Logarithmic = args[2..] }, Duplicates = Duplicates.Mean };
    Show(Landscape.ReadCsv(args[0], fitness: args[1], options: options), Metric.Paper);
    return;
}

string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data", "own_trials.csv");

Console.WriteLine("Trials that lie near each other are neighbors:\n");
Show(
    Landscape.ReadCsv(data, "log_loss", options: new CsvOptions
    {
        Conditional = ["schedule"],
        Neighborhood = new NearestNeighborhood { Neighbors = 10, Logarithmic = ["lr", "alpha"] },
    }),
    [.. Metric.Paper, new FitnessDistanceCorrelation()]);

Console.WriteLine("Trials in the same bins are one configuration of a grid, which has effects of single hyperparameters, too:\n");
Landscape binned = Landscape.ReadCsv(data, "log_loss", options: new CsvOptions
{
    Conditional = ["schedule"],
    Bins = [new Binning("lr", 8) { Logarithmic = true }, new Binning("alpha", 5) { Logarithmic = true }],
    Duplicates = Duplicates.Mean,
});
Show(binned, [.. Metric.Paper, new FitnessDistanceCorrelation()]);
int[] runs = binned.RunCounts.ToArray();
Console.WriteLine($"Trials per configuration: {runs.Min()} to {runs.Max()}\n");
Console.WriteLine(HyperparameterProfile.Of(binned));

static void Show(Landscape landscape, IReadOnlyList<IMetric> metrics)
{
    int best = Enumerable.Range(0, landscape.Count).MinBy(vertex => landscape.Fitness[vertex]);
    Console.WriteLine($"{landscape}\n");
    Console.WriteLine(landscape.Profile(metrics));
    Console.WriteLine($"Best: {landscape[best]}, {landscape.Fitness[best]:G4}\n");
}
