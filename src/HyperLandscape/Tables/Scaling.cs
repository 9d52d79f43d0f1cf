using System.Numerics;

namespace HyperLandscape.Tables;

/// <summary>The double next to an integer times a power of ten, by one product of 64 times 64 bits.</summary>
/// <remarks>
/// Why it is right: w &lt; 2^64 has its highest bit moved to the top. The power of ten is 2^e (T + t), where T, of 64 bits
/// with the highest one set, is known and 0 &lt;= t &lt; 1. So the number is 2^e' times a value from w T up to, not
/// including, w T + w, and w &lt; 2^64. With h the upper 64 bits of w T, that lies between h 2^64 and (h + 2) 2^64. If no
/// midpoint of two doubles is between these two, ends included, both and everything between them round to the same
/// double, to which h rounds. Otherwise, about once in a thousand times, nothing is said.
/// </remarks>
internal static class Scaling
{
    private const int Largest = 40; // power of ten up or down; the results are far from the ends of the range
    private const int MantissaBits = 53;

    private static readonly (ulong Top, int Exponent)[] Powers = [.. Enumerable.Range(-Largest, (2 * Largest) + 1).Select(Power)];

    /// <summary>The correctly rounded number times ten to a power, if that is sure.</summary>
    public static bool TryScale(ulong number, int power, out double value)
    {
        value = 0;
        if (number == 0 || power is < -Largest or > Largest)
            return false;
        (ulong top, int exponent) = Powers[power + Largest];
        int shift = BitOperations.LeadingZeroCount(number);
        ulong high = Math.BigMul(number << shift, top, out _);
        int extra = 64 - MantissaBits - BitOperations.LeadingZeroCount(high); // bits below the mantissa, 11 or 10
        ulong below = high & ((1UL << extra) - 1);
        ulong half = 1UL << (extra - 1);
        if (below + 2 >= half && below <= half)
            return false;
        ulong mantissa = (high >> extra) + (below > half ? 1UL : 0); // may be 2^53, which then carries into the exponent
        long biased = exponent + 64 - shift + extra + 1022 + MantissaBits - 1;
        value = BitConverter.UInt64BitsToDouble(((ulong)biased << 52) + mantissa);
        return true;
    }

    /// <summary>Ten to a power as 2^exponent times a number of 64 bits with the highest one set, what is behind it cut off.</summary>
    private static (ulong Top, int Exponent) Power(int power)
    {
        BigInteger ten = BigInteger.Pow(10, Math.Abs(power));
        const int Room = 256;
        BigInteger scaled = power >= 0 ? ten << Room : (BigInteger.One << Room) / ten;
        int excess = (int)scaled.GetBitLength() - 64;
        return ((ulong)(scaled >> excess), excess - Room);
    }
}
