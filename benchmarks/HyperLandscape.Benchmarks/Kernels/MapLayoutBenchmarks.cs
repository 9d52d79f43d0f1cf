using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Embeddings;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>Twenty epochs of UMAP's layout on one thread, against the same pulls and pushes one by one.</summary>
[MemoryDiagnoser]
public class MapLayoutBenchmarks
{
    private const int Epochs = 20;
    private const int Negatives = 5;
    private const int Seed = 1;
    private const int ComparedEpochs = 2; // differences of single precision grow tenfold with every epoch
    private const double Tolerance = 1e-4;

    private static readonly UmapCurve Curve = UmapCurve.Fit(1, 1);

    private FuzzyGraph? graph;
    private float[][] start = [];

    [Params(1_536, 14_960)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Embedding hope = new Hope().Embed(MapGrid.Of(Cells));
        graph = new Umap().NeighborsOf(hope);
        start = StartPositions.Of(graph, hope, UmapStart.PrincipalComponents, 2, Seed);
        float[][] expected = ReferenceLayout.Run(graph, Curve, start, ComparedEpochs, Negatives, Seed);
        float[][] actual = Run(ComparedEpochs);
        for (int point = 0; point < Cells; point++)
        {
            Agreement.RequireNear("First coordinate", expected[0][point], actual[0][point], Tolerance);
            Agreement.RequireNear("Second coordinate", expected[1][point], actual[1][point], Tolerance);
        }
    }

    [Benchmark(Baseline = true)]
    public float[][] Scalar() => ReferenceLayout.Run(graph!, Curve, start, Epochs, Negatives, Seed);

    [Benchmark]
    public float[][] Library() => Run(Epochs);

    private float[][] Run(int epochs) => Workers.With(new ParallelOptions { MaxDegreeOfParallelism = 1 }, () =>
    {
        float[][] positions = [[.. start[0]], [.. start[1]]];
        new MapLayout(graph!, Curve, epochs, Negatives, 1, Seed).Run(positions, epochs, 1);
        return positions;
    });
}
