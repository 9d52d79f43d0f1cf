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
    private double[] y = [];
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
        x = RandomValues.Of(Cells * Panel.Width<double>(), 1);
        y = new double[x.Length];
        foreach (bool transposed in new[] { true, false })
        {
            matrix.Apply(x, y, transposed);
            double[] expected = plain.Multiply(x, Panel.Width<double>(), transposed);
            for (int i = 0; i < y.Length; i++)
                Agreement.RequireNear("Product", expected[i], y[i]);
        }
    }

    [Benchmark(Baseline = true)]
    public double[] Scalar() => plain!.Multiply(x, Panel.Width<double>());

    [Benchmark]
    public double[] Library() => Workers.With(new ParallelOptions { MaxDegreeOfParallelism = 1 }, () =>
    {
        matrix!.Apply(x, y, false);
        return y;
    });
}
