using System.Numerics;

namespace HyperLandscape.Numerics;

/// <summary>Makes the vectors of a panel orthonormal, by Cholesky factors of their inner products.</summary>
internal static class PanelBasis
{
    private const int MostPasses = 5;

    /// <summary>A vector that keeps less than this share of its square beside the vectors before it is only projected, and scaled in the next pass.</summary>
    private const double SmallestPivot = 1e-4;

    /// <summary>
    /// Replaces a panel W by Q with W = Q R and orthonormal vectors, and returns R. A vector that is shorter than
    /// <paramref name="zero"/> beside those before it becomes zero, in Q as in R.
    /// </summary>
    public static double[,] Orthonormalize<T>(Panel<T> panel, double zero)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
        double[,] total = Identity(width);
        for (int pass = 0; pass < MostPasses; pass++)
        {
            double[,] r = Factor(Panel.Products([panel], panel), total, zero, out bool settled);
            Panel.Transform([panel], Inverse(r));
            total = Product(r, total);
            if (settled && pass > 0)
                break;
        }

        return total;
    }

    /// <summary>
    /// The upper triangular factor of inner products. Where the diagonal is infinite, the vector is zero from now on;
    /// where it is 1 and not settled, the vector is projected but not scaled.
    /// </summary>
    private static double[,] Factor(double[,] products, double[,] total, double zero, out bool settled)
    {
        int width = products.GetLength(0);
        var r = new double[width, width];
        var scaled = new bool[width];
        settled = true;
        for (int k = 0; k < width; k++)
        {
            double rest = products[k, k];
            for (int j = 0; j < k; j++)
            {
                if (!scaled[j])
                    continue;
                double sum = products[j, k];
                for (int i = 0; i < j; i++)
                    sum -= r[i, j] * r[i, k];
                r[j, k] = sum / r[j, j];
                rest -= r[j, k] * r[j, k];
            }

            if (products[k, k] <= 0 || Math.Sqrt(products[k, k]) * total[k, k] <= zero)
            {
                for (int j = 0; j < k; j++)
                    r[j, k] = 0;
                r[k, k] = double.PositiveInfinity;
                continue;
            }

            scaled[k] = rest > SmallestPivot * products[k, k];
            settled &= scaled[k];
            r[k, k] = scaled[k] ? Math.Sqrt(rest) : 1;
        }

        return r;
    }

    private static double[,] Inverse(double[,] r)
    {
        int width = r.GetLength(0);
        var inverse = new double[width, width];
        for (int l = 0; l < width; l++)
        {
            inverse[l, l] = 1 / r[l, l];
            for (int k = l - 1; k >= 0; k--)
            {
                double sum = 0;
                for (int j = k + 1; j <= l; j++)
                    sum += r[k, j] * inverse[j, l];
                inverse[k, l] = -sum / r[k, k];
            }
        }

        return inverse;
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        int width = a.GetLength(0);
        var product = new double[width, width];
        for (int i = 0; i < width; i++)
        {
            if (double.IsInfinity(a[i, i]))
                continue; // a zero vector has no share in anything
            for (int j = i; j < width; j++)
            {
                for (int l = i; l <= j; l++)
                    product[i, j] += a[i, l] * b[l, j];
            }
        }

        return product;
    }

    private static double[,] Identity(int width)
    {
        var identity = new double[width, width];
        for (int i = 0; i < width; i++)
            identity[i, i] = 1;
        return identity;
    }
}
