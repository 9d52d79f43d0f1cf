#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// How much a step changes: a metric of one's own, checked against the contract of metrics, beside a built-in one.
//   dotnet run samples/custom-metric.cs

using HyperLandscape;
using HyperLandscape.Contracts;
using HyperLandscape.Metrics;

Contract.Check(new RankStep()); // pure? the same for -f maximized, for other labels and rows? NaN where undefined?

string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
var set = LandscapeSet.ReadCsv(Path.Combine(data, "own_svm.csv.gz"), "{split:train|test}_err_{dataset}_{fidelity}").Where("split", "test").Where("fidelity", "frac1");
Console.WriteLine("How much a step changes, and how many local optima there are:\n");
Console.WriteLine(set.Profile([new RankStep(), new LocalOptimaCount()]));

/// <summary>Mean difference of rank between neighbors, as a share of the configurations: about 1/3 if unrelated, near 0 if smooth.</summary>
sealed record RankStep : IMetric
{
    public string Name => "Rank step";

    public double Measure(Landscape landscape)
    {
        double sum = 0;
        var buffer = new int[landscape.Graph.MaxDegree];
        for (int vertex = 0; vertex < landscape.Count; vertex++)
        {
            foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
                sum += Math.Abs(landscape.Ranks[vertex] - landscape.Ranks[neighbor]);
        }

        return sum / (2.0 * landscape.Graph.EdgeCount) / landscape.Count; // every pair was seen twice; 0 / 0 is NaN
    }
}
