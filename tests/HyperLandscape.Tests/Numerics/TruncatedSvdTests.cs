using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

/// <summary>Singular values of diagonal matrices: they are known, however often they occur and however far they fall.</summary>
public sealed class TruncatedSvdTests
{
    public static TheoryData<string, double[], int> Spectra => new()
    {
        { "one of each", [.. Enumerable.Range(1, 400).Select(k => (double)k)], 40 },
        { "one value, 300 times", [.. Enumerable.Repeat(3.0, 300)], 64 },
        { "40 copies, then 100 of less", [.. Enumerable.Repeat(2.0, 40), .. Enumerable.Repeat(1.5, 100), .. Enumerable.Repeat(0.1, 200)], 64 },
        { "17 copies at the cut, one more than a block", [.. Enumerable.Range(0, 20).Select(k => 5.0 + k), .. Enumerable.Repeat(4.0, 17), .. Enumerable.Repeat(3.9, 17)], 40 },
        { "rank 5 of 500", [5, 4, 3, 2, 1, .. new double[495]], 20 },
        { "zero", new double[100], 64 },
        { "falling by powers of two", [.. Enumerable.Range(0, 100).Select(k => Math.Pow(2, -k))], 30 },
        { "one row", [2.5], 1 },
        { "all of 65", [.. Enumerable.Range(1, 65).Select(k => (double)k)], 65 },
    };

    [Theory]
    [MemberData(nameof(Spectra))]
    public void Known_values_are_found(string name, double[] diagonal, int count)
    {
        Assert.NotEmpty(name);
        new Random(1).Shuffle(diagonal);
        using TruncatedSvd svd = TruncatedSvd.Of(new Diagonal(diagonal), count);
        double[] expected = [.. diagonal.OrderDescending().Take(count)];
        Assert.Equal(count, svd.Values.Length);
        Assert.InRange(svd.Residual, 0, TruncatedSvd.LargestResidual);
        for (int k = 0; k < count; k++)
            Assert.Equal(expected[k], svd.Values[k], (svd.Values[k] == 0 ? 1e-5 : 1e-6) * expected[0]);
    }

    /// <summary>Never a wrong result: with any limit on the steps it throws, or the values are right.</summary>
    [Fact]
    public void Too_few_steps_throw_or_do()
    {
        double[] diagonal = [.. Enumerable.Range(1, 900).Select(k => Math.Sqrt(k))];
        int thrown = 0;
        for (int steps = 1; steps <= 512; steps *= 2)
        {
            try
            {
                using TruncatedSvd svd = TruncatedSvd.Of(new Diagonal(diagonal), 20, steps);
                double[] values = svd.Values;
                Assert.All(values.Select((value, k) => value - diagonal[^(k + 1)]), difference => Assert.InRange(difference, -3e-5, 3e-5));
            }
            catch (InvalidOperationException exception)
            {
                Assert.Contains("did not converge", exception.Message, StringComparison.Ordinal);
                thrown++;
            }
        }

        Assert.InRange(thrown, 1, 9);
    }

    private sealed class Diagonal(double[] entries) : IPanelOperator
    {
        public int Count => entries.Length;

        public void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
            where T : struct, INumber<T>
        {
            for (int row = 0; row < Count; row++)
                y.Rows[row] = x.Rows[row] * T.CreateChecked(entries[row]);
        }
    }
}
