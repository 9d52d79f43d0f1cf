using BenchmarkDotNet.Attributes;
using HyperLandscape.Graphs;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks;

/// <summary>From the points of a random search to the graph of their ten nearest neighbours.</summary>
[MemoryDiagnoser]
public class NearestBenchmarks
{
    private const int Checked = 1_000;

    private string[] names = [];
    private double[] points = [];
    private double[] fitness = [];

    [Params(1_000, 100_000)]
    public int Points { get; set; }

    [Params(3, 10)]
    public int Hyperparameters { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        names = [.. Enumerable.Range(0, Hyperparameters).Select(h => $"x{h}")];
        points = [.. Enumerable.Range(0, Points * Hyperparameters).Select(_ => random.NextDouble())];
        fitness = [.. Enumerable.Range(0, Points).Select(point => (double)point)];
        RequireEqualToReference(points.AsSpan(0, Checked * Hyperparameters), fitness.AsSpan(0, Checked));
    }

    [Benchmark(Description = "Points to graph")]
    public long Scattered() => Landscape.Scattered(names, points, fitness).Graph.EdgeCount;

    private void RequireEqualToReference(ReadOnlySpan<double> some, ReadOnlySpan<double> theirs)
    {
        Landscape landscape = Landscape.Scattered(names, some, theirs);
        double[][] scaled = [.. some.ToArray().Chunk(Hyperparameters)];
        double[] smallest = [.. Enumerable.Range(0, Hyperparameters).Select(h => scaled.Min(point => point[h]))];
        double[] range = [.. Enumerable.Range(0, Hyperparameters).Select(h => scaled.Max(point => point[h]) - smallest[h])];
        bool[,] expected = ReferenceNearest.Neighbors(Checked, new NearestNeighborhood().Neighbors, (a, b) => [.. range.Select((width, h) => (scaled[a][h] - scaled[b][h]) / width)]);
        int[] point = [.. landscape.Fitness.ToArray().Select(value => (int)value)];
        var buffer = new int[landscape.Graph.MaxDegree];
        for (int vertex = 0; vertex < Checked; vertex++)
        {
            int[] actual = [.. landscape.Graph.Neighbors(vertex, buffer).ToArray().Select(other => point[other]).Order()];
            Agreement.RequireEqual("Neighbors", [.. Enumerable.Range(0, Checked).Where(other => expected[point[vertex], other])], actual);
        }
    }
}
