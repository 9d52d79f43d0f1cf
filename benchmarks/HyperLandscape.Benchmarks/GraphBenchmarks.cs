using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Benchmarks.Plain;
using HyperLandscape.Graphs;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>From cells to a graph with all its edges known: the complete grid, and 60 % of its cells in random order.</summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class GraphBenchmarks
{
    private SearchSpace? space;
    private long[] all = [];
    private long[] sample = [];

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        space = MixedGrid.Space(Cells);
        var fitness = new double[space.CellCount];
        all = [.. Enumerable.Range(0, fitness.Length).Select(cell => (long)cell)];
        sample = ShuffledSample.Of(fitness).Cells;
        RequireEqual(PlainComplete(), NeighborhoodGraph.Complete(space));
        RequireEqual(PlainSample(), NeighborhoodGraph.Sample(space, sample));
        if (Cells <= 10_000)
            RequireEqual(ReferenceGraph.Neighbors(space, new GridNeighborhood(), [.. sample.Order()]), NeighborhoodGraph.Sample(space, sample));
    }

    [Benchmark(Baseline = true, Description = "Dictionary and jagged arrays")]
    [BenchmarkCategory("Complete")]
    public int[][] PlainComplete() => PlainGraph.Neighbors(space!, [.. all]);

    [Benchmark(Description = "Library")]
    [BenchmarkCategory("Complete")]
    public long Complete() => NeighborhoodGraph.Complete(space!).EdgeCount;

    [Benchmark(Baseline = true, Description = "Dictionary and jagged arrays")]
    [BenchmarkCategory("Sample")]
    public int[][] PlainSample() => PlainGraph.Neighbors(space!, [.. sample]);

    [Benchmark(Description = "Library")]
    [BenchmarkCategory("Sample")]
    public long Sample() => NeighborhoodGraph.Sample(space!, sample).EdgeCount;

    private static void RequireEqual(int[][] expected, NeighborhoodGraph actual)
    {
        var buffer = new int[actual.MaxDegree];
        for (int vertex = 0; vertex < expected.Length; vertex++)
            Agreement.RequireEqual("Neighbors", expected[vertex], actual.Neighbors(vertex, buffer));
    }
}
