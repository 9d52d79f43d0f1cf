using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

/// <summary>Panels against the same sums written as scalar loops: every number of rows up to 256, and around the size of a block.</summary>
public sealed class PanelTests
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(1, 256), 1023, 1024, 1025, 2500];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Products_combinations_and_differences(int rows)
    {
        Agree<double>(rows, 1e-12);
        Agree<float>(rows, 2e-5);
    }

    /// <summary>Vectors that are independent become orthonormal, W = Q R with R upper triangular.</summary>
    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1025)]
    public void Independent_vectors_become_orthonormal(int rows)
    {
        Orthonormal<double>(rows, 1e-12, []);
        Orthonormal<float>(rows, 2e-5, []);
    }

    /// <summary>Copies, nearly copies and zeros have nothing beside the vectors before them: they become zero.</summary>
    [Theory]
    [InlineData(17)]
    [InlineData(1025)]
    public void Dependent_vectors_become_zero(int rows)
    {
        Orthonormal<double>(rows, 1e-12, [2, 5, 7]);
        Orthonormal<float>(rows, 2e-5, [2, 5, 7]);
    }

    private static void Agree<T>(int rows, double tolerance)
        where T : struct, INumber<T>
    {
        int width = Panel.Width<T>();
        T[][] left = [Random<T>(rows, 1), Random<T>(rows, 2), Random<T>(rows, 3)];
        T[] right = Random<T>(rows, 4);
        double[,] products = Panel.Products(left, right);
        for (int j = 0; j < left.Length; j++)
        {
            for (int k = 0; k < width; k++)
            {
                for (int l = 0; l < width; l++)
                    Assert.Equal(Dot(left[j], k, right, l), products[(j * width) + k, l], tolerance * rows);
            }
        }

        var coefficients = new double[left.Length * width, width];
        var random = new Random(5);
        for (int i = 0; i < coefficients.GetLength(0); i++)
        {
            for (int l = 0; l < width; l++)
                coefficients[i, l] = random.NextDouble() - 0.5;
        }

        T[] combined = Panel.Combine(left, coefficients);
        T[] difference = [.. right];
        Panel.Subtract(difference, left, coefficients);
        for (int row = 0; row < rows; row++)
        {
            for (int l = 0; l < width; l++)
            {
                double expected = 0;
                for (int i = 0; i < coefficients.GetLength(0); i++)
                    expected += double.CreateChecked(left[i / width][(row * width) + (i % width)]) * coefficients[i, l];
                Assert.Equal(expected, double.CreateChecked(combined[(row * width) + l]), tolerance);
                Assert.Equal(double.CreateChecked(right[(row * width) + l]) - expected, double.CreateChecked(difference[(row * width) + l]), tolerance);
            }
        }
    }

    private static void Orthonormal<T>(int rows, double tolerance, int[] dependent)
        where T : struct, INumber<T>
    {
        int width = Panel.Width<T>();
        T[] given = Random<T>(rows, 6);
        foreach (int k in dependent)
        {
            for (int row = 0; row < rows; row++)
                given[(row * width) + k] = k == 7 ? T.Zero : given[(row * width) + k - 1];
        }

        T[] q = [.. given];
        double[,] r = PanelBasis.Orthonormalize(q, 1e-3);
        for (int k = 0; k < width; k++)
        {
            bool isZero = dependent.Contains(k);
            Assert.Equal(isZero, r[k, k] == 0);
            for (int l = 0; l < width; l++)
            {
                Assert.Equal(k == l && !isZero ? 1 : 0, Dot(q, k, q, l), tolerance);
                Assert.True(k <= l || r[k, l] == 0, "R is upper triangular");
            }
        }

        for (int row = 0; row < rows; row++)
        {
            for (int l = 0; l < width; l++)
            {
                double product = Enumerable.Range(0, width).Sum(k => double.CreateChecked(q[(row * width) + k]) * r[k, l]);
                if (!dependent.Contains(l))
                    Assert.Equal(double.CreateChecked(given[(row * width) + l]), product, 10 * tolerance);
            }
        }
    }

    private static double Dot<T>(T[] a, int k, T[] b, int l)
        where T : struct, INumber<T>
    {
        int width = Panel.Width<T>();
        double sum = 0;
        for (int row = 0; row < a.Length / width; row++)
            sum += double.CreateChecked(a[(row * width) + k]) * double.CreateChecked(b[(row * width) + l]);
        return sum;
    }

    private static T[] Random<T>(int rows, int seed)
        where T : struct, INumber<T>
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows * Panel.Width<T>()).Select(_ => T.CreateChecked(random.NextDouble() - 0.5))];
    }
}
