using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Benchmarks.Plain;
using HyperLandscape.Embeddings;
using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The product of HOPE's proximity (A + I)^2 with eight vectors on one thread, against jagged lists of arcs.</summary>
[MemoryDiagnoser]
public class CommonNeighborsBenchmarks
{
    private double[] x = [];
    private Panel<double>? from;
    private Panel<double>? to;
    private Panel<double>? scratch;
    private PlainArcs? plain;
    private ProximityMatrix? matrix;

    [Params(1_536, 14_960, 62_208)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Landscape landscape = MapGrid.Of(Cells);
        plain = new PlainArcs(landscape);
        matrix = new CommonNeighbors().Of(new ImprovingArcs(landscape));
        x = RandomValues.Of(Cells * Panel<double>.Width, 1);
        var pool = new PanelPool<double>(Cells, 3);
        (from, to, scratch) = (pool.Take(), pool.Take(), pool.Take());
        x.CopyTo(from.Values);
        foreach (bool transposed in new[] { true, false })
        {
            matrix.Apply(from, to, scratch, transposed);
            double[] expected = plain.Multiply(x, Panel<double>.Width, transposed);
            for (int i = 0; i < expected.Length; i++)
                Agreement.RequireNear("Product", expected[i], to.Values[i]);
        }
    }

    [Benchmark(Baseline = true)]
    public double[] Scalar() => plain!.Multiply(x, Panel<double>.Width);

    [Benchmark]
    public object Library() => Workers.With(new ParallelOptions { MaxDegreeOfParallelism = 1 }, () =>
    {
        matrix!.Apply(from!, to!, scratch!, false);
        return to!;
    });
}
