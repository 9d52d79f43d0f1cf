using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Benchmarks.Plain;
using HyperLandscape.Embeddings;

namespace HyperLandscape.Benchmarks;

/// <summary>HOPE in 128 coordinates of made-up landscapes, by common neighbours and by Katz.</summary>
[MemoryDiagnoser]
public class HopeBenchmarks
{
    private const int Rank = 64;
    private const double Residual = 1e-5;
    private const int PowerSteps = 200;

    private Landscape? landscape;

    [Params(1_536, 14_960, 62_208)]
    public int Cells { get; set; }

    /// <summary>Every triplet is one by plain products, the vectors are orthogonal, and the first value is that of a power iteration.</summary>
    [GlobalSetup]
    public void Setup()
    {
        landscape = MapGrid.Of(Cells);
        HopeDecomposition decomposition = new Hope().Decompose(landscape);
        double[] values = decomposition.SingularValues.ToArray();
        double[][] left = [.. Enumerable.Range(0, Rank).Select(k => Vector(vertex => decomposition.Left(vertex, k)))];
        double[][] right = [.. Enumerable.Range(0, Rank).Select(k => Vector(vertex => decomposition.Right(vertex, k)))];
        var arcs = new PlainArcs(landscape);
        for (int k = 0; k < Rank; k++)
        {
            RequireScaled("S v = s u", arcs.Multiply(right[k], 1), left[k], values[k], values[0]);
            RequireScaled("S'u = s v", arcs.Multiply(left[k], 1, transposed: true), right[k], values[k], values[0]);
            for (int other = 0; other <= k; other++)
                Agreement.RequireNear("Orthogonality", other == k ? 1 : 0, TensorPrimitives.Dot<double>(right[k], right[other]), 1e-9);
        }

        double[] x = RandomValues.Of(landscape.Count, 1);
        double norm = 0;
        for (int step = 0; step < PowerSteps; step++)
        {
            TensorPrimitives.Divide(x, TensorPrimitives.Norm<double>(x), x);
            double[] y = arcs.Multiply(x, 1);
            norm = TensorPrimitives.Norm<double>(y);
            x = arcs.Multiply(y, 1, transposed: true);
        }

        Agreement.RequireNear("Largest singular value", norm, values[0], 1e-3);
    }

    [Benchmark]
    public Embedding CommonNeighbors() => new Hope().Embed(landscape!);

    [Benchmark]
    public Embedding Katz() => new Hope { Proximity = new Katz() }.Embed(landscape!);

    private double[] Vector(Func<int, double> entry) => [.. Enumerable.Range(0, landscape!.Count).Select(entry)];

    private static void RequireScaled(string what, double[] product, double[] vector, double value, double largest)
    {
        double[] scaled = new double[vector.Length];
        TensorPrimitives.Multiply(vector, value, scaled);
        Agreement.RequireNear(what, 0, TensorPrimitives.Distance<double>(product, scaled) / largest, Residual);
    }
}
