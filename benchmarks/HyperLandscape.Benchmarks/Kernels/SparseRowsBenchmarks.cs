using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Benchmarks.Plain;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The rows of a 60 % sample, whose cells are sorted already, against a dictionary and jagged arrays.</summary>
[MemoryDiagnoser]
public class SparseRowsBenchmarks
{
    private NeighborhoodGraph? graph;

    /// <summary>The odd ones are a single hyperparameter, the others mixed grids of about that size.</summary>
    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        SearchSpace space = Cells % 2 == 1 ? new SearchSpace(MixedGrid.Ordinal("only", Cells)) : MixedGrid.Space(Cells);
        graph = NeighborhoodGraph.Sample(space, ShuffledSample.Of(new double[space.CellCount]).Cells);
        SparseRows rows = SparseRows.Build(graph);
        int[][] expected = Scalar();
        for (int vertex = 0; vertex < expected.Length; vertex++)
            Agreement.RequireEqual("Neighbors", expected[vertex], rows.Neighbors(vertex));
    }

    [Benchmark(Baseline = true)]
    public int[][] Scalar() => PlainGraph.Neighbors(graph!.Space, graph.SampledCells!);

    [Benchmark]
    public long Library() => SparseRows.Build(graph!).EdgeCount;
}
