using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class AbsoluteDifferencesTests
{
    [Fact]
    public void Every_length_agrees_with_the_scalar_loop()
    {
        for (int length = 0; length <= 256; length++)
        {
            double[] a = Extremes.Tame(length, length);
            double[] b = Extremes.Tame(length, length + 1_000);
            double expected = ReferenceNumerics.SumOfAbsoluteDifferences(a, b);
            Assert.True(Closeness.Near(expected, AbsoluteDifferences.Sum(a, b)), $"length {length}");
        }
    }

    /// <summary>Multiples of 1/4 add up exactly in any order, so that not one value may be lost, doubled or of the wrong sign.</summary>
    [Fact]
    public void Every_length_is_exact_on_quarters()
    {
        for (int length = 0; length <= 256; length++)
        {
            double[] a = [.. Enumerable.Range(0, length).Select(i => (i * 7 % 11) / 4.0)];
            double[] b = [.. Enumerable.Range(0, length).Select(i => (i * 5 % 13) / 4.0)];
            Assert.Equal(ReferenceNumerics.SumOfAbsoluteDifferences(a, b), AbsoluteDifferences.Sum(a, b));
        }
    }

    /// <summary>One pair far apart at every position of every length: the sum is that distance, whatever is rounded away.</summary>
    [Fact]
    public void The_largest_distance_is_seen_at_every_position()
    {
        for (int length = 1; length <= 64; length++)
        {
            for (int position = 0; position < length; position++)
            {
                double[] a = [.. Enumerable.Repeat(-0.0, length)];
                var b = new double[length];
                a[position] = double.MaxValue / 2;
                b[position] = -double.MaxValue / 2;
                Assert.Equal(double.MaxValue, AbsoluteDifferences.Sum(a, b));
                Assert.Equal(double.MaxValue, AbsoluteDifferences.Sum(b, a));
            }
        }
    }
}
