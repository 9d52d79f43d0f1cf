using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

/// <summary>Logarithms and powers of 16 floats against double precision, over all positive normal floats.</summary>
public sealed class PowerTests
{
    [Fact]
    public void Logarithms_of_every_size()
    {
        foreach (float[] x in Positive().Chunk(16))
        {
            Vector512<float> found = Power.Log2(Vector512.Create(x));
            for (int lane = 0; lane < x.Length; lane++)
                Assert.Equal(Math.Log2(x[lane]), found[lane], 1e-6 * Math.Max(1, Math.Abs(Math.Log2(x[lane]))));
        }
    }

    [Fact]
    public void Powers_of_two_of_every_size()
    {
        float[] exponents = [.. Enumerable.Range(-2016, 4032).Select(i => i / 16f)];
        foreach (float[] x in exponents.Chunk(16))
        {
            Vector512<float> found = Power.Exp2(Vector512.Create(x));
            for (int lane = 0; lane < x.Length; lane++)
                Assert.Equal(1, found[lane] / Math.Pow(2, Math.Clamp(x[lane], -126, 126)), 1e-6);
        }
    }

    /// <summary>Exponents out of range count as the last one in it: tiny instead of zero, large instead of infinite.</summary>
    [Theory]
    [InlineData(1e30f, 126)]
    [InlineData(127, 126)]
    [InlineData(-127, -126)]
    [InlineData(float.MinValue, -126)]
    public void Exponents_out_of_range_are_limited(float exponent, int expected) =>
        Assert.Equal(Vector512.Create((float)Math.Pow(2, expected)), Power.Exp2(Vector512.Create(exponent)));

    [Fact]
    public void Every_lane_is_summed_once()
    {
        for (int lane = 0; lane < 16; lane++)
            Assert.Equal(3, Power.Sum(Vector512<float>.Zero.WithElement(lane, 3)));
        Assert.Equal(120, Power.Sum(Vector512<float>.Indices));
    }

    private static IEnumerable<float> Positive() =>
        Enumerable.Range(0, 4064).Select(i => BitConverter.UInt32BitsToSingle(0x0080_0000u + ((uint)i * 0x7_FFFFu)));
}
