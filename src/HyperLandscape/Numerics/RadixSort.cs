using System.Buffers;
using System.Runtime.InteropServices;

namespace HyperLandscape.Numerics;

/// <summary>Stable least-significant-digit radix sort, 11 bits at a time. O(keys x digits of the largest key).</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Buckets = 1 << DigitBits;

    /// <summary>Up to so many keys, counting six digits costs more than comparing keys.</summary>
    private const int FewKeys = 2048;

    /// <summary>Sorts non-negative keys no larger than <paramref name="largest"/>.</summary>
    public static void Sort(Span<long> keys, long largest) => Sort(keys, [], (ulong)largest);

    /// <summary>Sorts non-negative keys no larger than <paramref name="largest"/> and moves the items along; equal keys keep their order.</summary>
    public static void Sort(Span<long> keys, Span<int> items, long largest) => Sort(keys, items, (ulong)largest);

    /// <summary>The permutation that sorts the values ascending: position -> index; equal values keep their order. No NaN.</summary>
    public static void SortedOrder(ReadOnlySpan<double> values, Span<int> order)
    {
        long[] keys = ArrayPool<long>.Shared.Rent(values.Length);
        try
        {
            // The bits of doubles, read as integers, ascend for positive and descend for negative values.
            // Adding zero turns -0.0 into +0.0, so that the two tie.
            ulong all = 0;
            for (int i = 0; i < values.Length; i++)
            {
                long bits = BitConverter.DoubleToInt64Bits(values[i] + 0.0);
                keys[i] = bits ^ ((bits >> 63) | long.MinValue);
                all |= (ulong)keys[i];
                order[i] = i;
            }

            if (values.Length > FewKeys)
                Sort(keys.AsSpan(0, values.Length), order, all);
            else
                SortFew(keys.AsSpan(0, values.Length), order);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(keys);
        }
    }

    /// <summary>By comparisons, which do not keep the order of equal keys: their items, which ascended, are sorted once more.</summary>
    private static void SortFew(Span<long> keys, Span<int> order)
    {
        MemoryMarshal.Cast<long, ulong>(keys).Sort(order);
        int start = 0;
        for (int end = 1; end <= keys.Length; end++)
        {
            if (end < keys.Length && keys[end] == keys[start])
                continue;
            order[start..end].Sort();
            start = end;
        }
    }

    private static void Sort(Span<long> keys, Span<int> items, ulong largest)
    {
        long[] keyBuffer = ArrayPool<long>.Shared.Rent(keys.Length);
        int[] itemBuffer = ArrayPool<int>.Shared.Rent(items.Length);
        try
        {
            Span<long> from = keys;
            Span<long> to = keyBuffer.AsSpan(0, keys.Length);
            Span<int> fromItems = items;
            Span<int> toItems = itemBuffer.AsSpan(0, items.Length);
            Span<int> starts = stackalloc int[Buckets];
            bool inBuffer = false;
            for (int shift = 0; shift < 64 && largest >> shift != 0; shift += DigitBits)
            {
                if (!CountDigits(from, shift, starts))
                    continue;
                Scatter(from, to, fromItems, toItems, shift, starts);
                Span<long> swap = from;
                from = to;
                to = swap;
                Span<int> swapItems = fromItems;
                fromItems = toItems;
                toItems = swapItems;
                inBuffer = !inBuffer;
            }

            if (inBuffer)
            {
                from.CopyTo(keys);
                fromItems.CopyTo(items);
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(keyBuffer);
            ArrayPool<int>.Shared.Return(itemBuffer);
        }
    }

    /// <summary>Fills where each digit's keys start; false if all keys share the digit, so that nothing would move.</summary>
    private static bool CountDigits(ReadOnlySpan<long> keys, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (long key in keys)
            starts[(int)((ulong)key >> shift) & (Buckets - 1)]++;

        int start = 0;
        for (int digit = 0; digit < Buckets; digit++)
        {
            int count = starts[digit];
            if (count == keys.Length)
                return false;
            starts[digit] = start;
            start += count;
        }

        return true;
    }

    private static void Scatter(ReadOnlySpan<long> from, Span<long> to, ReadOnlySpan<int> fromItems, Span<int> toItems, int shift, Span<int> starts)
    {
        for (int i = 0; i < from.Length; i++)
        {
            int position = starts[(int)((ulong)from[i] >> shift) & (Buckets - 1)]++;
            to[position] = from[i];
            if (!fromItems.IsEmpty)
                toItems[position] = fromItems[i];
        }
    }
}
