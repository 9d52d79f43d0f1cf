#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// Where the best configurations lie: an embedder of one's own, checked against its contract.
//   dotnet run samples/custom-embedder.cs

using HyperLandscape;
using HyperLandscape.Contracts;
using HyperLandscape.Embeddings;

var embedder = new RandomProjection { Seed = 42 };
Contract.Check(embedder); // a row per configuration? the same bits again, and on several threads?

string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
Landscape landscape = LandscapeSet.ReadCsv(Path.Combine(data, "own_xgb.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}")["test", "err", "pima", "it100"];
Embedding map = landscape.Embed(embedder);
Console.WriteLine($"Where the best configurations lie in a random projection ({map}):\n");
foreach (int vertex in Enumerable.Range(0, landscape.Count).OrderBy(vertex => landscape.Ranks[vertex]).Take(5))
    Console.WriteLine($"{map[vertex][0],7:0.000;-0.000;0.000} {map[vertex][1],7:0.000;-0.000;0.000}   {landscape.Fitness[vertex]:F4}   {landscape[vertex]}");

/// <summary>Every level of every hyperparameter has a random position; a configuration lies at the sum of its levels' (one-hot coding, projected).</summary>
sealed record RandomProjection : IEmbedder
{
    public int Dimensions { get; init; } = 2;
    public int Seed { get; init; }

    public Embedding Embed(Landscape landscape)
    {
        var random = new Random(Seed);
        double[][][] positions = [.. landscape.Space.Hyperparameters.ToArray().Select(h => (double[][])[.. h.Labels.ToArray().Select(_ => (double[])[.. Enumerable.Range(0, Dimensions).Select(_ => random.NextDouble() - 0.5)])])];
        var coordinates = new double[landscape.Count * Dimensions];
        for (int i = 0; i < coordinates.Length; i++)
        {
            long cell = landscape.Graph.Cell(i / Dimensions);
            for (int h = 0; h < positions.Length; h++)
                coordinates[i] += positions[h][landscape.Space.Level(cell, h)][i % Dimensions];
        }
        return new Embedding(landscape, Dimensions, coordinates);
    }
}
