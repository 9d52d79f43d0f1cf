using System.Numerics;

namespace HyperLandscape.Numerics;

/// <summary>A set of small whole numbers, one bit each.</summary>
internal sealed class BitSet
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
        int count = 0;
        for (int word = 0; word < words.Length; word++)
        {
            ReadOnlySpan<double> part = values[(word * 64)..Math.Min((word + 1) * 64, values.Length)];
            ulong bits = 0;
            for (int i = 0; i < part.Length; i++)
                bits |= (part[i] <= limit ? 1UL : 0) << i;
            words[word] = bits;
            count += BitOperations.PopCount(bits);
        }

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
