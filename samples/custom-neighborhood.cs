#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// Are there fewer local optima if one may take steps of two hyperparameters at once? A neighborhood of one's own.
//   dotnet run samples/custom-neighborhood.cs

using HyperLandscape;
using HyperLandscape.Contracts;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
var set = LandscapeSet.ReadCsv(Path.Combine(data, "own_svm.csv.gz"), "{split:train|test}_err_{dataset}_{fidelity}");
var neighborhood = new TwoAtOnce();
Contract.Check(neighborhood); // symmetric? within the space? each neighbor once?
Landscape alone = set["test", "pima", "frac1"];
Landscape both = Landscape.Create(alone.Space, alone.Fitness, alone.Objective, neighborhood: neighborhood);
Console.WriteLine($"With steps of one hyperparameter:            {alone.Graph.EdgeCount,6:N0} edges, {alone.Optima.Length,3} local optima");
Console.WriteLine($"With steps of two hyperparameters at once:   {both.Graph.EdgeCount,6:N0} edges, {both.Optima.Length,3} local optima");

/// <summary>The grid's neighbors, and the neighbors of these: for SVMs, C and gamma may be changed together.</summary>
sealed record TwoAtOnce : INeighborhood
{
    private static readonly GridNeighborhood Grid = new();
    public int MaxDegree(SearchSpace space) => Grid.MaxDegree(space) * (1 + Grid.MaxDegree(space));

    public int Neighbors(SearchSpace space, long cell, Span<long> destination)
    {
        long[] near = Near(space, cell);
        long[] all = [.. near.Concat(near.SelectMany(one => Near(space, one).Where(two => Moved(space, cell, two) == 2))).Distinct()];
        all.CopyTo(destination);
        return all.Length;
    }
    private static int Moved(SearchSpace space, long a, long b) => Enumerable.Range(0, space.Dimension).Count(h => space.Level(a, h) != space.Level(b, h));
    private static long[] Near(SearchSpace space, long cell)
    {
        var near = new long[Grid.MaxDegree(space)];
        return near[..Grid.Neighbors(space, cell, near)];
    }
}
