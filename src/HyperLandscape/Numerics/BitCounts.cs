using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>
/// How often each of 256 bits was set: the counts in binary, one vector per digit, so that 256 counters are carried at
/// once. Adding takes two operations on average, however many bits are set.
/// </summary>
internal sealed class BitCounts
{
    private readonly Vector256<ulong>[] digits = new Vector256<ulong>[31];

    /// <summary>The count of a bit.</summary>
    public int this[int bit]
    {
        get
        {
            int count = 0;
            for (int digit = 0; digit < digits.Length; digit++)
                count |= (int)(digits[digit][bit / 64] >> (bit % 64) & 1) << digit;
            return count;
        }
    }

    /// <summary>Adds 1 to the count of every bit that is set.</summary>
    public void Add(Vector256<ulong> bits)
    {
        for (int digit = 0; bits != Vector256<ulong>.Zero; digit++)
        {
            Vector256<ulong> sum = digits[digit] ^ bits;
            bits &= digits[digit];
            digits[digit] = sum;
        }
    }
}
