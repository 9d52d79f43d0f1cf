using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Benchmarks.Plain;
using HyperLandscape.Embeddings;
using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>UMAP's fuzzy set of edges between nearest neighbours on one thread, against a dictionary of edges.</summary>
[MemoryDiagnoser]
public class FuzzySetBenchmarks
{
    private const int Neighbors = 14;
    private const double Tolerance = 1e-4; // of memberships: the library bisects their sum to 1e-5

    private NeighborTable? neighbors;

    [Params(1_536, 14_960)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Embedding hope = new Hope().Embed(MapGrid.Of(Cells));
        using PointRows points = PointRows.Of(hope, PointDistance.Euclidean, new double[hope.Dimensions]);
        neighbors = NeighborSearch.Of(points, Neighbors, null, 1);
        var expected = (Dictionary<(int From, int To), double>)Scalar();
        var actual = (FuzzyGraph)Library();
        for (int point = 0; point < Cells; point++)
        {
            for (int i = actual.Starts[point]; i < actual.Starts[point + 1]; i++)
            {
                Agreement.RequireNear("Membership", expected.GetValueOrDefault((point, actual.Targets[i])), actual.Weights[i], Tolerance);
                expected.Remove((point, actual.Targets[i]));
            }
        }

        Agreement.RequireNear("Largest membership left out", 0, expected.Values.DefaultIfEmpty().Max(), Tolerance);
    }

    [Benchmark(Baseline = true)]
    public object Scalar() => PlainFuzzySet.Of(neighbors!);

    [Benchmark]
    public object Library() => Workers.With(new ParallelOptions { MaxDegreeOfParallelism = 1 }, () => FuzzyGraph.Of(neighbors!, 1, 1));
}
