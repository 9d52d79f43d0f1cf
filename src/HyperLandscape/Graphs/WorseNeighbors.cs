using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>
/// For every step that cells of a complete grid can make to a neighbour, the set of cells from which it leads to a
/// worse one, one bit each; so that a search against the arcs takes 64 cells at a time.
/// </summary>
internal sealed class WorseNeighbors
{
    private const int Word = 64;
    private const int MostSteps = 64; // 8 bytes per cell

    private readonly int[] offsets; // how far each step leads
    private readonly ulong[] sets; // word after word, in each the steps one after the other

    private WorseNeighbors(int[] offsets, int words)
    {
        this.offsets = offsets;
        sets = new ulong[words * offsets.Length];
        Words = words;
    }

    /// <summary>Number of words of a set of cells.</summary>
    public int Words { get; }

    /// <summary>How many words further the cells next to those of a word can be.</summary>
    public int Reach => (offsets.Length == 0 ? 0 : offsets.Max() / Word) + 1;

    /// <summary>Compares all neighbours; null if the graph is no complete grid, or its cells can make more than 64 steps. O(edges).</summary>
    public static WorseNeighbors? TryOf(NeighborhoodGraph graph, ReadOnlyMemory<double> values, double tolerance)
    {
        if (graph.Rows is not null || graph.Axes!.Sum(axis => 2 * axis.Reach) > MostSteps)
            return null;
        var found = new WorseNeighbors([.. graph.Axes!.SelectMany(Offsets)], (values.Length + Word - 1) / Word);
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            found.SetPossible(graph.Axes!, start, start + length);
            found.Compare(values.Span, tolerance, start / Word, (start + length + Word - 1) / Word);
        });
        return found;
    }

    /// <summary>Adds the worse neighbours of the cells of a word to a set, which has one word more at either end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Spread(ulong cells, int word, ulong[] set)
    {
        ReadOnlySpan<ulong> own = sets.AsSpan(word * offsets.Length, offsets.Length);
        for (int step = 0; step < own.Length; step++)
        {
            ulong moving = cells & own[step];
            if (moving == 0)
                continue;
            int target = word + 1 + (offsets[step] >> 6);
            int shift = offsets[step] & (Word - 1);
            set[target] |= moving << shift;
            if (shift > 0)
                set[target + 1] |= moving >> (Word - shift);
        }
    }

    /// <summary>For each number of levels, up and down.</summary>
    private static IEnumerable<int> Offsets(Axis axis) =>
        Enumerable.Range(1, axis.Reach).SelectMany(step => new[] { step * (int)axis.Stride, -step * (int)axis.Stride });

    /// <summary>Sets the cells of a block from which each step stays in the grid.</summary>
    private void SetPossible(Axis[] axes, int start, int end)
    {
        int index = 0;
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++, index += 2)
            {
                int distance = step * (int)axis.Stride;
                foreach ((int first, int length) in new StepRuns(axis, step, start, end))
                    Set(index, first, length);
                foreach ((int first, int length) in new StepRuns(axis, step, Math.Max(0, start - distance), end - distance))
                    Set(index + 1, first + distance, length);
            }
        }
    }

    private void Set(int step, int first, int length)
    {
        while (length > 0)
        {
            int bit = first % Word;
            int count = Math.Min(Word - bit, length);
            sets[(first / Word * offsets.Length) + step] |= (count == Word ? ulong.MaxValue : (1UL << count) - 1) << bit;
            first += count;
            length -= count;
        }
    }

    /// <summary>Leaves of the possible steps of some words those that lead to a value that is larger by more than the tolerance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    private void Compare(ReadOnlySpan<double> values, double tolerance, int firstWord, int endWord)
    {
        for (int word = firstWord; word < endWord; word++)
        {
            int first = word * Word;
            Span<ulong> own = sets.AsSpan(word * offsets.Length, offsets.Length);
            for (int step = 0; step < own.Length; step++)
            {
                int other = first + offsets[step];
                if (own[step] == 0)
                    continue;
                bool inside = other >= 0 && Math.Max(first, other) + Word <= values.Length;
                own[step] &= inside
                    ? Larger(values.Slice(first, Word), values.Slice(other, Word), tolerance)
                    : Larger(values, first, other, own[step], tolerance);
            }
        }
    }

    /// <summary>Four values (lanes) at a time, the bit of each where the other one is larger by more than the tolerance. TensorPrimitives has no comparison that yields bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Larger(ReadOnlySpan<double> own, ReadOnlySpan<double> other, double tolerance)
    {
        ReadOnlySpan<Vector256<double>> owns = MemoryMarshal.Cast<double, Vector256<double>>(own);
        ReadOnlySpan<Vector256<double>> others = MemoryMarshal.Cast<double, Vector256<double>>(other)[..owns.Length];
        var limit = Vector256.Create(tolerance);
        ulong bits = 0;
        for (int i = 0; i < owns.Length; i++)
            bits |= (ulong)Vector256.GreaterThan(others[i] - owns[i], limit).ExtractMostSignificantBits() << (i * Vector256<double>.Count);
        return bits;
    }

    /// <summary>The same for the possible cells of a word at an end of the grid.</summary>
    private static ulong Larger(ReadOnlySpan<double> values, int first, int other, ulong possible, double tolerance)
    {
        ulong bits = 0;
        for (ulong rest = possible; rest != 0; rest &= rest - 1)
        {
            int bit = BitOperations.TrailingZeroCount(rest);
            bits |= values[other + bit] - values[first + bit] > tolerance ? 1UL << bit : 0;
        }

        return bits;
    }
}
