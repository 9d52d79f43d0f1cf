using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

public sealed class RandomStreamTests
{
    private static readonly BigInteger Modulus = BigInteger.One << 64;

    /// <summary>The mixing function is the published one: SplitMix64 from the state 0 starts 0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4.</summary>
    [Fact]
    public void The_formula_of_this_test_gives_the_published_values()
    {
        Assert.Equal([0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F], SplitMix(0).Take(3));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(-1, int.MaxValue)]
    [InlineData(int.MinValue, 77)]
    public void Values_are_those_of_SplitMix64_from_a_mixed_seed(int seed, int item)
    {
        ulong start = Mix(((BigInteger)(uint)seed * (BigInteger.One << 32)) + (uint)item);
        var stream = new RandomStream(seed, item);
        foreach (ulong expected in SplitMix(start).Take(100))
            Assert.Equal(expected, stream.Next());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1_000_003)]
    [InlineData(int.MaxValue)]
    public void Whole_numbers_are_the_top_of_the_product(int bound)
    {
        var stream = new RandomStream(5, bound);
        var same = new RandomStream(5, bound);
        for (int i = 0; i < 1_000; i++)
        {
            int value = stream.Next(bound);
            Assert.InRange(value, 0, bound - 1);
            Assert.Equal((int)((BigInteger)same.Next() * bound / Modulus), value);
        }
    }

    [Fact]
    public void Small_bounds_are_hit_about_equally_often()
    {
        var counts = new int[6];
        for (int item = 0; item < 6_000; item++)
        {
            var stream = new RandomStream(3, item);
            counts[stream.Next(6)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 850, 1_150)); // 1,000 +- 5 standard deviations
    }

    [Fact]
    public void Numbers_of_the_unit_interval_are_the_top_53_bits()
    {
        var stream = new RandomStream(5, 0);
        var same = new RandomStream(5, 0);
        for (int i = 0; i < 1_000; i++)
            Assert.Equal(Math.ScaleB((double)(same.Next() / 2048), -53), stream.NextUnit());
    }

    /// <summary>Written with unbounded integers: state_i = start + i * golden; z = (z xor z / 2^30) * a, and so on.</summary>
    private static IEnumerable<ulong> SplitMix(ulong start)
    {
        BigInteger golden = 0x9E3779B97F4A7C15;
        for (int i = 1; ; i++)
            yield return Mix((start + (i * golden)) % Modulus);
    }

    private static ulong Mix(BigInteger value)
    {
        value = (value ^ (value / (1 << 30))) * 0xBF58476D1CE4E5B9 % Modulus;
        value = (value ^ (value / (1 << 27))) * 0x94D049BB133111EB % Modulus;
        return (ulong)(value ^ (value / ((BigInteger)1 << 31)));
    }
}
