using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class BitSetTests
{
    [Theory]
    [InlineData(-0.25)]
    [InlineData(0.0)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    public void Every_length_agrees_with_booleans(double limit)
    {
        for (int length = 0; length <= 256; length++)
        {
            double[] a = Extremes.Of(length, length);
            double[] b = Extremes.Of(length, length + 1_000);
            bool[] expectedA = ReferenceNumerics.NotAbove(a, limit);
            bool[] expectedB = ReferenceNumerics.NotAbove(b, limit);
            BitSet setA = BitSet.NotAbove(a, limit);
            BitSet setB = BitSet.NotAbove(b, limit);
            Assert.Equal(expectedA.Count(isMember => isMember), setA.Count);
            Assert.Equal(ReferenceNumerics.CountCommon(expectedA, expectedB), setA.CountCommon(setB));
        }
    }

    [Fact]
    public void A_single_member_is_found_at_every_position()
    {
        for (int position = 0; position < 256; position++)
        {
            double[] values = [.. Enumerable.Repeat(1.0, 256)];
            values[position] = 0;
            BitSet single = BitSet.NotAbove(values, 0.5);
            for (int other = 0; other < 256; other++)
            {
                double[] others = [.. Enumerable.Repeat(1.0, 256)];
                others[other] = 0;
                Assert.Equal(position == other ? 1 : 0, single.CountCommon(BitSet.NotAbove(others, 0.5)));
            }
        }
    }
}
