using System.Globalization;
using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>The largest singular values of a proximity matrix and their vectors, S ~ U diag(s) V'. Immutable.</summary>
public sealed class HopeDecomposition
{
    private readonly ProximityMatrix matrix;
    private readonly double[] values;
    private readonly Embedding embedding; // [U sqrt(s), V sqrt(s)]

    internal HopeDecomposition(Landscape landscape, ProximityMatrix matrix, int rank)
    {
        this.matrix = matrix;
        using TruncatedSvd svd = TruncatedSvd.Of(matrix, rank);
        values = svd.Values;
        Residual = svd.Residual;
        embedding = Embedding.Owning(landscape, 2 * rank, Coordinates(svd));
    }

    /// <summary>The singular values, descending. Values below 1e-5 of the largest are 0.</summary>
    public ReadOnlySpan<double> SingularValues => values;

    /// <summary>
    /// The largest |S'u - s v| over all singular triplets, as a share of the largest singular value; at most 1e-5.
    /// S v = s u holds to rounding.
    /// </summary>
    public double Residual { get; }

    /// <summary>
    /// What the rank leaves out: the Frobenius norm of S - U diag(s) V' divided by that of S, in [0, 1], lower = the
    /// embedding holds more of S; NaN if S is zero. No other matrix of that rank has a lower one. Computed anew by every
    /// call: O(n degree^2) for common neighbours and Adamic-Adar, O(n edges) for Katz and rooted PageRank.
    /// </summary>
    /// <param name="options">Number of threads and cancellation.</param>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public double RelativeError(ParallelOptions? options = null)
    {
        double all = Workers.With(options, matrix.SquaredNorm);
        return Math.Sqrt(Math.Max(0, all - TensorPrimitives.SumOfSquares<double>(values)) / all);
    }

    /// <summary>The entry of a left singular vector at a vertex; 0 where the singular value is.</summary>
    public double Left(int vertex, int vector) => Entry(vertex, vector, 0);

    /// <summary>The entry of a right singular vector at a vertex; 0 where the singular value is.</summary>
    public double Right(int vertex, int vector) => Entry(vertex, vector, values.Length);

    /// <summary>The coordinates [U sqrt(s), V sqrt(s)].</summary>
    public Embedding ToEmbedding() => embedding;

    /// <summary>For example <c>rank 64, singular values 39.87 to 29.91</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rank {values.Length}, singular values {values[0]:G4} to {values[^1]:G4}");

    private double Entry(int vertex, int vector, int first)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)vector, (uint)values.Length, nameof(vector));
        return values[vector] > 0 ? embedding[vertex][first + vector] / Math.Sqrt(values[vector]) : 0;
    }

    /// <summary>Row-major; every pair of vectors with the sign at which the largest entry of the left one is positive.</summary>
    private static double[] Coordinates(TruncatedSvd svd)
    {
        int rank = svd.Values.Length;
        double[] roots = [.. svd.Values.Select(Math.Sqrt)];
        double[] factors = [.. roots.Select((root, k) => Sign(svd.Left[k / Panel<double>.Width], k % Panel<double>.Width, root) * root)];
        double[] coordinates = GC.AllocateUninitializedArray<double>(checked(svd.Left[0].Count * 2 * rank));
        Panel.ForRows(svd.Left[0].Count, (start, end) =>
        {
            for (int panel = 0; panel < svd.Left.Count; panel++)
            {
                ReadOnlySpan<double> scales = factors.AsSpan(panel * Panel<double>.Width)[..Math.Min(Panel<double>.Width, rank - (panel * Panel<double>.Width))];
                ReadOnlySpan<double> left = svd.Left[panel].Values;
                ReadOnlySpan<double> right = svd.Right[panel].Values;
                for (int vertex = start; vertex < end; vertex++)
                {
                    int from = vertex * Panel<double>.Width;
                    Span<double> to = coordinates.AsSpan((vertex * 2 * rank) + (panel * Panel<double>.Width));
                    TensorPrimitives.Multiply(left.Slice(from, scales.Length), scales, to);
                    TensorPrimitives.Multiply(right.Slice(from, scales.Length), scales, to[rank..]);
                }
            }
        });
        return coordinates;
    }

    /// <summary>The sign of the largest entry, of entries as they are shown: times the root and divided by it, which may make two of them equal.</summary>
    private static int Sign(Panel<double> left, int vector, double root)
    {
        ReadOnlySpan<double> entries = left.Values;
        double largest = 0;
        for (int i = vector; i < entries.Length; i += Panel<double>.Width)
        {
            double shown = entries[i] * root / root;
            largest = Math.Abs(shown) > Math.Abs(largest) ? shown : largest;
        }

        return largest < 0 ? -1 : 1;
    }
}
