using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Benchmarks.Plain;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>The paper's six metrics of a complete grid, from the fitness values on, nothing derived before.</summary>
[MemoryDiagnoser]
public class ProfileBenchmarks
{
    private double[] fitness = [];
    private long[] cells = [];
    private NeighborhoodGraph? graph;
    private SearchSpace? space;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        space = MixedGrid.Space(Cells);
        graph = NeighborhoodGraph.Complete(space);
        fitness = NoisyFitness.Of(space, 1);
        cells = [.. Enumerable.Range(0, fitness.Length).Select(cell => (long)cell)];
        Agreement.RequireNear(Plain(), SharedGraph());
        if (Cells <= 10_000)
            Agreement.RequireReference(Landscape.Create(space, fitness));
    }

    [Benchmark(Baseline = true, Description = "Dictionary, jagged arrays, a loop per metric")]
    public double[] Plain() => new PlainLandscape(space!, cells, fitness).Profile();

    [Benchmark(Description = "Library, graph included")]
    public LandscapeProfile OwnGraph() => Landscape.Create(space!, fitness).Profile(Metric.Paper);

    [Benchmark(Description = "Library, shared graph")]
    public LandscapeProfile SharedGraph() => new Landscape(graph!, fitness).Profile(Metric.Paper);
}
