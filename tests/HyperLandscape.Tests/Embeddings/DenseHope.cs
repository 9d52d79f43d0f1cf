using HyperLandscape.Embeddings;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>Checks a decomposition by the dense S that it is said to be of.</summary>
internal static class DenseHope
{
    /// <summary>Values below this share of the largest are documented to be zero.</summary>
    private const double Zero = 1e-5;

    /// <summary>Everything that a decomposition promises; the singular values by MathNet's dense decomposition.</summary>
    public static void Check(Landscape landscape, Hope hope, Matrix<double> s)
    {
        HopeDecomposition decomposition = hope.Decompose(landscape);
        var svd = s.Svd();
        Values([.. svd.S.Take(Math.Min(hope.Dimensions / 2, landscape.Count))], decomposition);
        Triplets(decomposition, s);
        Signs(decomposition, landscape.Count);
        Error(decomposition, s);
        Coordinates(decomposition, decomposition.ToEmbedding(), landscape);
        Distances(decomposition, svd.S, svd.U, svd.VT.Transpose());
    }

    /// <summary>Singular values, descending, equal the expected ones to 1e-6 of the largest, or are zero where they may be.</summary>
    public static void Values(double[] expected, HopeDecomposition decomposition)
    {
        double[] actual = decomposition.SingularValues.ToArray();
        Assert.Equal(expected.Length, actual.Length);
        Assert.Equal(actual.OrderDescending(), actual);
        for (int k = 0; k < actual.Length; k++)
        {
            double tolerance = (actual[k] == 0 ? Zero : 1e-6) * expected[0];
            Assert.True(Math.Abs(expected[k] - actual[k]) <= tolerance, $"singular value {k} is {actual[k]:R}, not {expected[k]:R}");
        }
    }

    /// <summary>Residuals and orthonormality, from the vectors as they are shown.</summary>
    public static void Triplets(HopeDecomposition decomposition, Matrix<double> s)
    {
        (double[] values, Matrix<double> u, Matrix<double> v) = Positive(decomposition, s.RowCount);
        if (values.Length == 0)
            return;
        Matrix<double> sigma = Matrix<double>.Build.DiagonalOfDiagonalArray(values);
        double forward = Longest((s * v) - (u * sigma)) / values[0];
        double backward = Longest(s.TransposeThisAndMultiply(u) - (v * sigma)) / values[0];
        Assert.InRange(forward, 0, 1e-5);
        Assert.InRange(backward, 0, 1e-5);
        Assert.Equal(backward, decomposition.Residual, 1e-9);
        Orthonormal(u);
        Orthonormal(v);
    }

    /// <summary>The entries of the vectors with positive singular values; those of the others are not defined.</summary>
    public static (double[] Values, Matrix<double> Left, Matrix<double> Right) Positive(HopeDecomposition decomposition, int count)
    {
        double[] values = [.. decomposition.SingularValues.ToArray().Where(value => value > 0)];
        return values.Length == 0
            ? (values, null!, null!)
            : (values, Matrix<double>.Build.Dense(count, values.Length, decomposition.Left), Matrix<double>.Build.Dense(count, values.Length, decomposition.Right));
    }

    public static void Orthonormal(Matrix<double> vectors)
    {
        Matrix<double> products = vectors.TransposeThisAndMultiply(vectors);
        double worst = (products - Matrix<double>.Build.DenseIdentity(vectors.ColumnCount)).Enumerate().Max(Math.Abs);
        Assert.InRange(worst, 0, 1e-6);
    }

    /// <summary>The entry of a left vector that is largest in magnitude is positive; of equal ones, that of the smallest vertex.</summary>
    public static void Signs(HopeDecomposition decomposition, int count)
    {
        for (int k = 0; k < decomposition.SingularValues.Length; k++)
        {
            double[] left = [.. Enumerable.Range(0, count).Select(vertex => decomposition.Left(vertex, k))];
            double largest = left.Max(Math.Abs);
            double first = left.First(entry => Math.Abs(entry) == largest);
            Assert.True(decomposition.SingularValues[k] == 0 ? largest == 0 : first > 0, $"vector {k} has {first:R} as its largest entry");
        }
    }

    private static void Error(HopeDecomposition decomposition, Matrix<double> s)
    {
        double norm = s.FrobeniusNorm();
        if (norm == 0)
        {
            Assert.Equal(double.NaN, decomposition.RelativeError());
            return;
        }

        (double[] values, Matrix<double> u, Matrix<double> v) = Positive(decomposition, s.RowCount);
        double left = (s - (u * Matrix<double>.Build.DiagonalOfDiagonalArray(values) * v.Transpose())).FrobeniusNorm() / norm;
        Assert.Equal(left * left, Math.Pow(decomposition.RelativeError(), 2), 1e-8);
    }

    private static void Coordinates(HopeDecomposition decomposition, Embedding embedding, Landscape landscape)
    {
        int rank = decomposition.SingularValues.Length;
        Assert.Same(landscape, embedding.Landscape);
        Assert.Equal(landscape.Count, embedding.Count);
        Assert.Equal(2 * rank, embedding.Dimensions);
        for (int vertex = 0; vertex < embedding.Count; vertex++)
        {
            for (int k = 0; k < rank; k++)
            {
                double root = Math.Sqrt(decomposition.SingularValues[k]);
                Assert.Equal(decomposition.Left(vertex, k) * root, embedding[vertex][k], 1e-14);
                Assert.Equal(decomposition.Right(vertex, k) * root, embedding[vertex][rank + k], 1e-14);
            }
        }
    }

    /// <summary>Squared distances of rows, where the cut lies in a gap: they depend neither on signs nor on rotations.</summary>
    private static void Distances(HopeDecomposition decomposition, Vector<double> values, Matrix<double> u, Matrix<double> v)
    {
        int rank = decomposition.SingularValues.ToArray().Count(value => value > 0);
        double gap = rank == 0 ? 0 : (values[rank - 1] - (rank < values.Count ? values[rank] : 0)) / values[0];
        if (gap < 0.01)
            return;
        (double[] found, Matrix<double> left, Matrix<double> right) = Positive(decomposition, u.RowCount);
        Matrix<double> expected = Inner(values.Take(rank), u.SubMatrix(0, u.RowCount, 0, rank), v.SubMatrix(0, u.RowCount, 0, rank));
        double worst = (expected - Inner(found, left, right)).Enumerate().Max(Math.Abs);
        Assert.InRange(worst / values[0], 0, 1e-5 / gap);
    }

    /// <summary>The inner products of the rows of [U sqrt(s), V sqrt(s)].</summary>
    private static Matrix<double> Inner(IEnumerable<double> values, Matrix<double> u, Matrix<double> v)
    {
        Matrix<double> sigma = Matrix<double>.Build.DiagonalOfDiagonalArray([.. values]);
        return (u * sigma * u.Transpose()) + (v * sigma * v.Transpose());
    }

    private static double Longest(Matrix<double> columns) => columns.ColumnNorms(2).Max();
}
