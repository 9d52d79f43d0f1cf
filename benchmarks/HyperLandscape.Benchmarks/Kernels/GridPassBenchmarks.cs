using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The vectorized pass over the edges of a grid on one thread, against the pass vertex by vertex.</summary>
[MemoryDiagnoser]
public class GridPassBenchmarks
{
    private NeighborhoodGraph? graph;
    private GridPass.Work? work;

    /// <summary>The odd ones are a single hyperparameter, the others mixed grids of about that size.</summary>
    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        SearchSpace space = MixedGrid.OfSize(Cells);
        graph = NeighborhoodGraph.Complete(space);
        work = Work(NoisyFitness.Of(space, 1));
        GridPass.Work scalarWork = Work(NoisyFitness.Of(space, 1));
        EdgeSums sums = graph.GridPass!.Run(work);
        EdgeSums scalarSums = RowsPass.Run(graph, scalarWork);
        Agreement.RequireEqual<int>("Best neighbors", scalarWork.Best, work.Best);
        Agreement.RequireEqual<ushort>("Neutral degrees", scalarWork.NeutralDegrees, work.NeutralDegrees);
        Agreement.RequireEqual("Counts", [scalarSums.Degrees, scalarSums.Arcs, scalarSums.Neutral], [sums.Degrees, sums.Arcs, sums.Neutral]);
        Agreement.RequireNear("Assortativity", scalarSums.ArcCorrelation(), sums.ArcCorrelation());
        Agreement.RequireNear("Autocorrelation", scalarSums.EdgeCorrelation(), sums.EdgeCorrelation());
    }

    [Benchmark(Baseline = true)]
    public double Scalar() => Numerics.Workers.With(Alone(), () => RowsPass.Run(graph!, work!)).Arcs;

    [Benchmark]
    public double Library() => Numerics.Workers.With(Alone(), () => graph!.GridPass!.Run(work!)).Arcs;

    private static ParallelOptions Alone() => new() { MaxDegreeOfParallelism = 1 };

    private static GridPass.Work Work(double[] loss) => new(loss, false, new EdgeCenters(loss.Average(), loss.Average(), loss.Average()), 0, new int[loss.Length], 0.001, new ushort[loss.Length], []);
}
