using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Numerics;

/// <summary>The best singular triplets of an operator whose right vectors lie in a given space, in double precision.</summary>
internal static class RayleighRitz
{
    /// <summary>Singular values below this share of the largest are zero.</summary>
    private const double Zero = 1e-5;

    /// <summary>The largest triplets: their values, left vectors and largest residual.</summary>
    /// <param name="matrix">The operator.</param>
    /// <param name="right">A nearly orthonormal basis of the space; the right vectors afterwards.</param>
    /// <param name="count">How many.</param>
    /// <param name="pool">Room for as many panels as the basis has, and two more.</param>
    public static (double[] Values, List<Panel<double>> Left, double Residual) Of(IPanelOperator matrix, List<Panel<double>> right, int count, PanelPool<double> pool)
    {
        Panel<double> scratch = pool.Take();
        List<Panel<double>> image = [];
        foreach (Panel<double> panel in right)
        {
            image.Add(pool.Take());
            matrix.Apply(panel, image[^1], scratch, false);
        }

        // In the coordinates of an orthonormal basis of the same space the squares of the image are the eigenvalues.
        (double[] lengths, Matrix<double> axes) = Eigen(Products(right));
        for (int k = 0; k < lengths.Length; k++)
            axes.SetColumn(k, axes.Column(k) * (lengths[k] > 0.5 * lengths[0] ? 1 / Math.Sqrt(lengths[k]) : 0));
        (double[] squares, Matrix<double> rotation) = Eigen(axes.TransposeThisAndMultiply(Products(image) * axes));
        rotation = axes * rotation;

        double[] values = [.. squares.Take(count).Select(Math.Sqrt)];
        for (int k = count - 1; k >= 0; k--)
            values[k] = values[k] > Zero * values[0] ? values[k] : 0;
        Rotate(right, rotation, count, k => 1);
        Rotate(image, rotation, count, k => values[k] > 0 ? 1 / values[k] : 0);
        double residual = ResidualOf(matrix, image, right, values, pool.Take(), scratch);
        return (values, image, residual);
    }

    private static double ResidualOf(IPanelOperator matrix, List<Panel<double>> left, List<Panel<double>> right, double[] values, Panel<double> back, Panel<double> scratch)
    {
        int width = Panel<double>.Width;
        double worst = 0;
        for (int k = 0; k < values.Length; k++)
        {
            if (k % width == 0)
                matrix.Apply(left[k / width], back, scratch, true);
            ReadOnlySpan<double> found = back.Values;
            ReadOnlySpan<double> expected = right[k / width].Values;
            double sum = 0;
            for (int i = k % width; i < found.Length; i += width)
            {
                double difference = found[i] - (values[k] * expected[i]);
                sum += difference * difference;
            }

            worst = Math.Max(worst, values[k] > 0 ? Math.Sqrt(sum) / values[0] : 0);
        }

        return worst;
    }

    /// <summary>The inner products of all vectors.</summary>
    private static Matrix<double> Products(List<Panel<double>> panels)
    {
        int width = Panel<double>.Width;
        var products = Matrix<double>.Build.Dense(panels.Count * width, panels.Count * width);
        for (int j = 0; j < panels.Count; j++)
            products.SetSubMatrix(0, j * width, Matrix<double>.Build.DenseOfArray(Panel.Products(panels, panels[j])));
        return products;
    }

    /// <summary>Eigenvalues, descending and not negative, and their vectors as columns.</summary>
    private static (double[] Values, Matrix<double> Vectors) Eigen(Matrix<double> symmetric)
    {
        var evd = ((symmetric + symmetric.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        int n = symmetric.RowCount;
        return ([.. evd.EigenValues.Reverse().Select(value => Math.Max(0, value.Real))], Matrix<double>.Build.Dense(n, n, (i, k) => evd.EigenVectors[i, n - 1 - k]));
    }

    /// <summary>Replaces the panels by their products with the first columns of a matrix, each scaled.</summary>
    private static void Rotate(List<Panel<double>> panels, Matrix<double> rotation, int count, Func<int, double> scale)
    {
        int width = Panel<double>.Width;
        int results = (count + width - 1) / width;
        var coefficients = new double[panels.Count * width, results * width];
        for (int k = 0; k < count; k++)
        {
            for (int i = 0; i < coefficients.GetLength(0); i++)
                coefficients[i, k] = rotation[i, k] * scale(k);
        }

        Panel.Transform(panels, coefficients);
        panels.RemoveRange(results, panels.Count - results);
    }
}
