#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// Do less data find the same best configurations? A similarity measure of one's own, checked against its contract, in a
// matrix, with an interval and a test.
//   dotnet run samples/custom-similarity.cs

using HyperLandscape;
using HyperLandscape.Contracts;
using HyperLandscape.Similarity;

var measure = new RankOfBest();
Contract.Check(measure);

string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
var set = LandscapeSet.ReadCsv(Path.Combine(data, "own_svm.csv.gz"), "{split:train|test}_err_{dataset}_{fidelity}").Where("split", "test").Where("dataset", "pima");
Console.WriteLine("Do less data find the same best? Row: tuned there; column: used there. 0 = also the best there.\n");
Console.WriteLine(set.Compare(measure));

(Landscape little, Landscape all) = (set["test", "pima", "frac0.1"], set["test", "pima", "frac1"]);
Console.WriteLine($"From a tenth of the data to all: {new PermutationTest { Seed = 1 }.Compare(little, all, measure)}");
Console.WriteLine($"Rank-biased overlap, 95 % of halves of the grid: {new HalfSampling { Seed = 1 }.Compare(little, all, new RankBiasedOverlap())}");

/// <summary>Mean rank, in b, of the configurations that are best in a, as a share from 0 (best) to 1 (worst). Not symmetric.</summary>
sealed record RankOfBest : ISimilarityMeasure
{
    public string Name => "Rank of best";

    public double Compare(Landscape a, Landscape b)
    {
        double sum = 0;
        foreach (int vertex in a.GlobalOptima)
            sum += b.Ranks[vertex] - 1;
        return sum / a.GlobalOptima.Length / (a.Count - 1); // 0 / 0, of one configuration, is NaN
    }
}
