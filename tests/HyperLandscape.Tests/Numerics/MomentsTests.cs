using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class MomentsTests
{
    public static TheoryData<double, double> Scales => new() { { 0, 1 }, { 1e6, 1 }, { -3, 1e60 }, { 0, 1e-60 } };

    [Theory]
    [MemberData(nameof(Scales))]
    public void Moments_agree_with_their_definition_for_every_length(double center, double scale)
    {
        var random = new Random(1);
        double[] all = [.. Enumerable.Range(0, Workers.BlockSize + 700).Select(_ => scale * (center + random.NextDouble() - 0.5))];
        foreach (int length in Enumerable.Range(1, 256).Concat([511, 512, 513, 1024, 1030, Workers.BlockSize, Workers.BlockSize + 1, all.Length]))
        {
            double[] values = all[..length];
            double mean = CompensatedSum.Of(values) / length;
            double Moment(int power) => CompensatedSum.Of(values.Select(value => Math.Pow((value - mean) / scale, power))) / length;
            var moments = Moments.Of(values);
            double rounding = 1e-15 * (1 + Math.Abs(center)); // of the mean, in units of the scale
            Assert.Equal(mean / scale, moments.Mean / scale, 4 * rounding);
            Assert.Equal(Moment(2), moments.Second / Math.Pow(scale, 2), 4 * rounding);
            Assert.Equal(Moment(3), moments.Third / Math.Pow(scale, 3), 4 * rounding);
            Assert.Equal(Moment(4), moments.Fourth / Math.Pow(scale, 4), 4 * rounding);
        }
    }

    [Fact]
    public void Equal_values_have_no_spread()
    {
        foreach (int length in new[] { 1, 3, 7, 512, 1000 })
            Assert.Equal(new Moments(0.1, 0, 0, 0), Moments.Of(Enumerable.Repeat(0.1, length).ToArray()));
    }
}
