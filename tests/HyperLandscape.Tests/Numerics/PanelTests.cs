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

    /// <summary>What was returned is given out again; there are no more panels than were asked for, and none after the end.</summary>
    [Fact]
    public void Panels_are_used_again_until_the_end()
    {
        var pool = new PanelPool<float>(3, 2);
        Panel<float> first = pool.Take();
        Panel<float> second = pool.Take();
        first.Values.Fill(1);
        second.Values.Fill(2);
        Assert.Equal(Enumerable.Repeat(1f, 3 * Panel<float>.Width), first.Values.ToArray());
        Assert.Throws<InvalidOperationException>(() => pool.Take());
        pool.Return(second);
        Assert.Same(second, pool.Take());
        pool.Dispose();
        pool.Dispose();
        Assert.Throws<ObjectDisposedException>(() => first.Values.Length);
    }

    private static void Agree<T>(int rows, double tolerance)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
        using var pool = new PanelPool<T>(rows, 8);
        Panel<T>[] left = [pool.Random(1), pool.Random(2), pool.Random(3)];
        Panel<T> right = pool.Random(4);
        double[,] products = Panel.Products(left, right);
        for (int j = 0; j < left.Length; j++)
        {
            for (int k = 0; k < width; k++)
            {
                for (int l = 0; l < width; l++)
                    Assert.Equal(Dot(left[j], k, right, l), products[(j * width) + k, l], tolerance * rows);
            }
        }

        var coefficients = new double[left.Length * width, 2 * width];
        var random = new Random(5);
        for (int i = 0; i < coefficients.GetLength(0); i++)
        {
            for (int l = 0; l < 2 * width; l++)
                coefficients[i, l] = random.NextDouble() - 0.5;
        }

        Panel<T>[] transformed = [.. left.Select(panel => pool.Of<T>(panel.Values))];
        Panel.Transform(transformed, coefficients);
        Panel<T> difference = pool.Of<T>(right.Values);
        Panel.Subtract(difference, left, coefficients);
        for (int row = 0; row < rows; row++)
        {
            for (int l = 0; l < 2 * width; l++)
            {
                double expected = 0;
                for (int i = 0; i < coefficients.GetLength(0); i++)
                    expected += double.CreateChecked(left[i / width][row, i % width]) * coefficients[i, l];
                Assert.Equal(expected, double.CreateChecked(transformed[l / width][row, l % width]), tolerance);
                if (l < width)
                    Assert.Equal(double.CreateChecked(right[row, l]) - expected, double.CreateChecked(difference[row, l]), tolerance);
            }
        }

        Assert.Equal(left[2].Values, transformed[2].Values); // as it was
    }

    private static void Orthonormal<T>(int rows, double tolerance, int[] dependent)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
        using var pool = new PanelPool<T>(rows, 2);
        Panel<T> given = pool.Random(6);
        foreach (int k in dependent)
        {
            for (int row = 0; row < rows; row++)
                given[row, k] = k == 7 ? T.Zero : given[row, k - 1];
        }

        Panel<T> q = pool.Of<T>(given.Values);
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
                double product = Enumerable.Range(0, width).Sum(k => double.CreateChecked(q[row, k]) * r[k, l]);
                if (!dependent.Contains(l))
                    Assert.Equal(double.CreateChecked(given[row, l]), product, 10 * tolerance);
            }
        }
    }

    private static double Dot<T>(Panel<T> a, int k, Panel<T> b, int l)
        where T : struct, INumber<T>
    {
        double sum = 0;
        for (int row = 0; row < a.Count; row++)
            sum += double.CreateChecked(a[row, k]) * double.CreateChecked(b[row, l]);
        return sum;
    }
}
