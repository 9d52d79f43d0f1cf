using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Networks;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// Local optima networks: a smooth landscape has hundreds of optima at 10^6 configurations, one of noise alone 60,000, each
/// complete and as a sample of 60 %. Basins are known beforehand, except where the name says so.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class NetworkBenchmarks
{
    private Landscape? landscape;
    private LocalOptimaNetwork? network;

    [Params(1_000, 1_000_000)]
    public int Cells { get; set; }

    [Params(false, true)]
    public bool IsNoise { get; set; }

    [Params(false, true)]
    public bool IsSample { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        SearchSpace space = MixedGrid.Space(Cells);
        double[] fitness = IsNoise ? RandomValues.Of((int)space.CellCount, 1) : NoisyFitness.Of(space, 1);
        if (IsSample)
        {
            (long[] cells, double[] values) = ShuffledSample.Of(fitness);
            landscape = Landscape.Create(space, cells, values);
        }
        else
        {
            landscape = Landscape.Create(space, fitness);
        }

        network = Escape();
        if (Cells <= 1_000)
            RequireReference();
    }

    [Benchmark(Description = "Escape edges, distance 2")]
    [BenchmarkCategory("Connect")]
    public LocalOptimaNetwork Escape() => landscape!.Connect(new EscapeEdges());

    [Benchmark(Description = "Escape edges and basins")]
    [BenchmarkCategory("Connect")]
    public LocalOptimaNetwork EscapeAndBasins() => landscape!.WithFitness(landscape.Fitness).Connect(new EscapeEdges());

    [Benchmark(Description = "Basin transitions")]
    [BenchmarkCategory("Connect")]
    public LocalOptimaNetwork Transitions() => landscape!.Connect(new BasinTransitions());

    [Benchmark(Description = "Compressed monotonic network")]
    [BenchmarkCategory("Measure")]
    public LocalOptimaNetwork Compressed() => network!.Monotonic().Compressed();

    [Benchmark(Description = "Funnels")]
    [BenchmarkCategory("Measure")]
    public Funnels AllFunnels() => Funnels.Of(network!);

    [Benchmark(Description = "PageRank")]
    [BenchmarkCategory("Measure")]
    public double[] PageRank() => network!.PageRank();

    [Benchmark(Description = "Accessibility in the monotonic network")]
    [BenchmarkCategory("Measure")]
    public int[] Accessibility() => network!.Monotonic().Accessibility();

    private void RequireReference()
    {
        NeighborhoodGraph graph = landscape!.Graph;
        long[] cells = [.. Enumerable.Range(0, landscape.Count).Select(graph.Cell)];
        var reference = new ReferenceLandscape(landscape.Space, graph.Neighborhood, cells, landscape.Fitness.ToArray(), Objective.Minimize, 0);
        var escape = ReferenceNetwork.Escape(reference, (a, b) => ReferenceGraph.Distance(landscape.Space, graph.Neighborhood, cells[a], cells[b]) == 2);
        Agreement.RequireEqual<(int, int, long)>("The escape network", escape.Edges, [.. network!.Edges()]);
        Agreement.RequireEqual<(int, int, long)>("The transition network", ReferenceNetwork.Transitions(reference, false).Edges, [.. Transitions().Edges()]);
        Agreement.RequireEqual<(int, int, long)>("The compressed network", escape.Monotonic().Compressed().Edges, [.. Compressed().Edges()]);
        Agreement.RequireEqual("Sinks", escape.Monotonic().Compressed().Sinks(), AllFunnels().Sinks);
        ReferenceNetwork monotonic = escape.Monotonic();
        Agreement.RequireEqual("Accessibility", [.. Enumerable.Range(0, network.Count).Select(node => monotonic.Ancestors(node).Count)], Accessibility());
        double[] ranks = PageRank();
        double[] expected = escape.PageRank(0.85);
        for (int node = 0; node < ranks.Length; node++)
            Agreement.RequireNear("PageRank", expected[node], ranks[node]);
    }
}
