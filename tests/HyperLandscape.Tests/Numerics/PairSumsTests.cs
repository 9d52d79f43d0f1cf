using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class PairSumsTests
{
    [Fact]
    public void Every_length_agrees_with_two_passes()
    {
        for (int length = 0; length <= 256; length++)
        {
            (double[] x, double[] y) = Related(length, 0);
            Assert.True(Closeness.Near(ReferenceStatistics.Pearson(x, y), Sums(x, y).Correlation()), $"length {length}");
        }
    }

    [Fact]
    public void A_large_offset_does_not_cancel()
    {
        for (int length = 2; length <= 256; length++)
        {
            (double[] x, double[] y) = Related(length, 1e9);
            Assert.True(Closeness.Near(ReferenceStatistics.Pearson(x, y), Sums(x, y).Correlation(), 10), $"length {length}");
        }
    }

    [Fact]
    public void Parts_from_one_origin_add_up()
    {
        (double[] x, double[] y) = Related(100, 1e9);
        PairSums total = new(x[0], y[0]);
        for (int start = 0; start < 100; start += 25)
        {
            PairSums part = new(x[0], y[0]);
            for (int i = start; i < start + 25; i++)
                part.Add(x[i], y[i]);
            total.Add(part);
        }

        Assert.Equal(100, total.Count);
        Assert.True(Closeness.Near(ReferenceStatistics.Pearson(x, y), total.Correlation(), 10));
        Assert.True(Closeness.Near(ReferenceStatistics.Mean(y), total.MeanY));
    }

    [Fact]
    public void Straight_lines_and_constants()
    {
        double[] line = [1, 2, 3, 4];
        Assert.Equal(1, Sums(line, [10, 20, 30, 40]).Correlation(), 1e-15);
        Assert.Equal(-1, Sums(line, [40, 30, 20, 10]).Correlation(), 1e-15);
        Assert.True(double.IsNaN(Sums(line, [0.1, 0.1, 0.1, 0.1]).Correlation()));
        Assert.True(double.IsNaN(Sums([0.3, 0.3, 0.3, 0.3], line).Correlation()));
        Assert.True(double.IsNaN(Sums([1], [2]).Correlation()));
    }

    private static (double[] X, double[] Y) Related(int length, double offset)
    {
        var random = new Random(length);
        double[] x = [.. Enumerable.Range(0, length).Select(_ => offset + random.NextDouble())];
        double[] y = [.. x.Select(value => (offset * 2) + (0.5 * (value - offset)) + random.NextDouble())];
        return (x, y);
    }

    private static PairSums Sums(double[] x, double[] y)
    {
        PairSums sums = x.Length == 0 ? default : new(x[0], y[0]);
        for (int i = 0; i < x.Length; i++)
            sums.Add(x[i], y[i]);
        return sums;
    }
}
