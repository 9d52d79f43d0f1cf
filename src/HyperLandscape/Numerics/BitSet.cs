using System.Numerics;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>A set of small whole numbers, one bit each.</summary>
internal readonly struct BitSet
{
    private readonly ulong[] words;

    private BitSet(ulong[] words, int count)
    {
        this.words = words;
        Count = count;
    }

    /// <summary>Number of members.</summary>
    public int Count { get; }

    /// <summary>The positions of the values that are not above a limit.</summary>
    public static BitSet NotAbove(ReadOnlySpan<double> values, double limit)
    {
        var words = new ulong[(values.Length + 63) / 64];
        int whole = values.Length / 64;
        var limits = Vector512.Create(limit);
        int count = 0;
        for (int word = 0; word < whole; word++)
        {
            ulong bits = 0;
            for (int i = 0; i < 64; i += Vector512<double>.Count)
                bits |= Vector512.LessThanOrEqual(Vector512.Create(values.Slice((word * 64) + i, Vector512<double>.Count)), limits).ExtractMostSignificantBits() << i;
            words[word] = bits;
            count += BitOperations.PopCount(bits);
        }

        ulong rest = 0;
        for (int i = whole * 64; i < values.Length; i++)
            rest |= (values[i] <= limit ? 1UL : 0) << i; // by i mod 64
        if (whole < words.Length)
            words[whole] = rest;
        count += BitOperations.PopCount(rest);
        return new BitSet(words, count);
    }

    /// <summary>Number of members that two sets over the same positions share.</summary>
    public int CountCommon(BitSet other)
    {
        int count = 0;
        for (int word = 0; word < words.Length; word++)
            count += BitOperations.PopCount(words[word] & other.words[word]);
        return count;
    }
}
