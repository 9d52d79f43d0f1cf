using System.Globalization;
using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>The largest singular values of a proximity matrix and their vectors, S ~ U diag(s) V'. Immutable.</summary>
public sealed class HopeDecomposition
{
    private readonly Landscape landscape;
    private readonly ProximityMatrix matrix;
    private readonly TruncatedSvd svd;

    internal HopeDecomposition(Landscape landscape, ProximityMatrix matrix, int rank)
    {
        this.landscape = landscape;
        this.matrix = matrix;
        svd = TruncatedSvd.Of(matrix, rank);
        FixSigns();
    }

    /// <summary>The singular values, descending. Values below 1e-5 of the largest are 0.</summary>
    public ReadOnlySpan<double> SingularValues => svd.Values;

    /// <summary>
    /// The largest |S'u - s v| over all singular triplets, as a share of the largest singular value; at most 1e-5.
    /// S v = s u holds to rounding.
    /// </summary>
    public double Residual => svd.Residual;

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
        return Math.Sqrt(Math.Max(0, all - TensorPrimitives.SumOfSquares<double>(svd.Values)) / all);
    }

    /// <summary>The entry of a left singular vector at a vertex; 0 where the singular value is.</summary>
    public double Left(int vertex, int vector) => Entry(svd.Left, vertex, vector);

    /// <summary>The entry of a right singular vector at a vertex.</summary>
    public double Right(int vertex, int vector) => Entry(svd.Right, vertex, vector);

    /// <summary>The coordinates [U sqrt(s), V sqrt(s)].</summary>
    public Embedding ToEmbedding()
    {
        int rank = svd.Values.Length;
        double[] roots = [.. svd.Values.Select(Math.Sqrt)];
        double[] coordinates = GC.AllocateUninitializedArray<double>(checked(landscape.Count * 2 * rank));
        Panel.ForRows(landscape.Count, (start, end) =>
        {
            for (int vertex = start; vertex < end; vertex++)
            {
                Span<double> row = coordinates.AsSpan(vertex * 2 * rank, 2 * rank);
                for (int k = 0; k < rank; k++)
                {
                    row[k] = Entry(svd.Left, vertex, k) * roots[k];
                    row[rank + k] = Entry(svd.Right, vertex, k) * roots[k];
                }
            }
        });
        return Embedding.Owning(landscape, 2 * rank, coordinates);
    }

    /// <summary>For example <c>rank 64, singular values 39.87 to 29.91</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rank {svd.Values.Length}, singular values {svd.Values[0]:G4} to {svd.Values[^1]:G4}");

    private static double Entry(double[][] panels, int vertex, int vector)
    {
        int width = Panel.Width<double>();
        return panels[vector / width][(vertex * width) + (vector % width)];
    }

    private void FixSigns()
    {
        int width = Panel.Width<double>();
        for (int k = 0; k < svd.Values.Length; k++)
        {
            double[] left = svd.Left[k / width];
            double largest = 0;
            for (int i = k % width; i < left.Length; i += width)
                largest = Math.Abs(left[i]) > Math.Abs(largest) ? left[i] : largest;
            if (largest >= 0)
                continue;
            foreach (double[] panel in new[] { left, svd.Right[k / width] })
            {
                for (int i = k % width; i < panel.Length; i += width)
                    panel[i] = -panel[i];
            }
        }
    }
}
