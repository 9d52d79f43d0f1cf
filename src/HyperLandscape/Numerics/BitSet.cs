using System.Numerics;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>A set of small whole numbers, one bit each.</summary>
internal readonly struct BitSet
{
    private const int WordBits = 64;

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
        var words = new ulong[(values.Length + WordBits - 1) / WordBits];
        int lanes = Vector512<double>.Count;
        var limits = Vector512.Create(limit);
        int count = 0;
        for (int word = 0; word < words.Length; word++)
        {
            ReadOnlySpan<double> own = values.Slice(word * WordBits, Math.Min(WordBits, values.Length - (word * WordBits)));
            ulong bits = 0;
            int i = 0;
            for (; i + lanes <= own.Length; i += lanes)
                bits |= Vector512.LessThanOrEqual(Vector512.Create(own.Slice(i, lanes)), limits).ExtractMostSignificantBits() << i;
            for (; i < own.Length; i++)
                bits |= (own[i] <= limit ? 1UL : 0) << i;
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
