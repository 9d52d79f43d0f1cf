#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// What does a random sample of a grid tell about the whole? And which differences are mere noise?
//   dotnet run samples/estimates.cs                             a fifth of a shipped grid of decision trees, beside the truth
//   dotnet run samples/estimates.cs -- my.csv val_error seed    configurations of yours, drawn at random; columns to ignore

using HyperLandscape;
using HyperLandscape.Estimation;
using HyperLandscape.Experiments;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

if (args.Length >= 2)
{
    Landscape own = Landscape.ReadCsv(args[0], fitness: args[1], ignore: args[2..], options: new CsvOptions { Duplicates = Duplicates.Mean });
    Console.WriteLine($"{own}\n\n{new GridEstimation().Estimate(own)}");
    if (!own.StandardErrors.IsEmpty)
        Console.WriteLine($"Differences up to {new NoiseTolerance().Of(own)} may be noise.");
    return;
}

string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
Landscape whole = LandscapeSet.ReadCsv(Path.Combine(data, "own_dt.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}")["test", "err", "phoneme", "frac1"];

// A fifth of the trainings, as an experiment with a RandomSubset would run them.
long[] drawn = [.. new RandomSubset { Count = whole.Count / 5, Seed = 3 }.Cells(whole.Space)];
Landscape sample = Landscape.Create(whole.Space, drawn, [.. drawn.Select(cell => whole.Fitness[(int)cell])]);
GridEstimates estimates = new GridEstimation().Estimate(sample);

Console.WriteLine("What does a fifth of the configurations tell about all of them?\n");
Console.WriteLine(estimates);
Console.WriteLine($"{"",-46}of the sample  of the whole");
foreach (IMetric metric in Metric.Paper)
    Console.WriteLine($"{metric.Name,-46}{sample.Measure(metric),13:0.000;-0.000;0.000}{whole.Measure(metric),14:0.000;-0.000;0.000}");

// Three seeds that all configurations share: a seed's luck moves all of them, and is no noise of a difference.
var space = new SearchSpace(Hyperparameter.Ordinal("depth", 1, 2, 3, 4, 5, 6, 7, 8), Hyperparameter.Ordinal("leaf", 1, 2, 4, 8, 16));
Landscape[] seeds = [.. Enumerable.Range(0, 3).Select(seed => Landscape.Evaluate(space, c => PretendToTrain(c, new Random((8191 * seed) + (int)c.Cell), luck: 0.05 * seed)))];
NoiseEstimate noise = new NoiseTolerance().Of(seeds);
Landscape mean = seeds[0].WithFitness([.. Enumerable.Range(0, seeds[0].Count).Select(vertex => seeds.Average(seed => seed.Fitness[vertex]))], tolerance: noise.Tolerance);
Console.WriteLine($"\nDifferences up to {noise} may be noise:");
Console.WriteLine($"{mean.WithFitness(mean.Fitness, tolerance: 0).Optima.Length} local optima, but {mean.Optima.Length} that noise does not explain.");

static double PretendToTrain(Configuration c, Random noise, double luck) =>
    0.2 + luck + Math.Abs(c["depth"] - 5) / 50 + Math.Log2(c["leaf"]) / 100 + 0.05 * (noise.NextDouble() - noise.NextDouble());
