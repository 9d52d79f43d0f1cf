using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

public sealed class BitCountsTests
{
    /// <summary>From none to 256 additions, with bits set rarely, often and always.</summary>
    [Fact]
    public void Every_bit_is_counted_for_every_number_of_additions()
    {
        var random = new Random(1);
        var counts = new BitCounts();
        var expected = new int[256];
        for (int additions = 0; additions <= 256; additions++)
        {
            for (int bit = 0; bit < 256; bit++)
                Assert.True(expected[bit] == counts[bit], $"bit {bit} after {additions} additions");
            var bits = Vector256<ulong>.Zero;
            for (int bit = 0; bit < 256; bit++)
            {
                if (random.Next(256) > bit && bit != 0)
                    continue;
                bits = bits.WithElement(bit / 64, bits[bit / 64] | (1UL << (bit % 64)));
                expected[bit]++;
            }

            counts.Add(bits);
        }
    }
}
