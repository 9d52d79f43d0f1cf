using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace HyperLandscape.Numerics;

/// <summary>Stable least-significant-digit radix sort. O(keys x digits of the largest key).</summary>
internal static class RadixSort
{
    /// <summary>Counts of more digits than that fill the first-level cache.</summary>
    private const int MostDigitBits = 11;

    /// <summary>Up to so many keys, counting longer digits than these costs more than it saves.</summary>
    private const int FewKeys = 4096;
    private const int FewDigitBits = 8;

    /// <summary>Up to so many values, two digits tell nearly all apart; three beyond.</summary>
    private const int TwoDigits = 1 << 17;

    /// <summary>Up to so many values, inserting one by one is fastest.</summary>
    private const int FewValues = 24;

    /// <summary>Sorts non-negative keys no larger than <paramref name="largest"/>.</summary>
    public static void Sort(Span<long> keys, long largest) => Sort(keys, [], largest);

    /// <summary>Sorts non-negative keys no larger than <paramref name="largest"/> and moves the items along; equal keys keep their order.</summary>
    public static void Sort(Span<long> keys, Span<int> items, long largest) =>
        Sort(keys, items, 0, 64 - BitOperations.LeadingZeroCount((ulong)largest));

    /// <summary>The permutation that sorts the values ascending: position -> index; equal values keep their order. No NaN.</summary>
    public static void SortedOrder(ReadOnlySpan<double> values, Span<int> order)
    {
        long[] keys = ArrayPool<long>.Shared.Rent(values.Length);
        try
        {
            SortedOrder(values, order, keys.AsSpan(0, values.Length));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(keys);
        }
    }

    /// <summary>
    /// The same, with a sorted key for every value: equal for equal values. Only the digits that follow the common
    /// start of all keys are sorted by, as many as tell nearly all values apart; the few stretches that are not in order
    /// then are sorted by comparisons, so that O(n log n) is never exceeded.
    /// </summary>
    public static void SortedOrder(ReadOnlySpan<double> values, Span<int> order, Span<long> keys)
    {
        if (values.Length <= FewValues)
        {
            Insert(values, order, keys);
            return;
        }

        ulong smallest = ulong.MaxValue;
        ulong largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            long key = Key(values[i]);
            keys[i] = key;
            order[i] = i;
            smallest = Math.Min(smallest, (ulong)key);
            largest = Math.Max(largest, (ulong)key);
        }

        int bits = 64 - BitOperations.LeadingZeroCount(smallest ^ largest);
        int digits = values.Length <= TwoDigits ? 2 : 3;
        int low = Math.Max(0, bits - (digits * DigitBits(values.Length)));
        Sort(keys, order, low, bits);
        if (low > 0)
            SortStretches(keys, order, low);
    }

    /// <summary>
    /// The bits of doubles, read as integers, ascend for positive and descend for negative values. Adding zero turns
    /// -0.0 into +0.0, so that the two tie. As an unsigned number, the key ascends with the value.
    /// </summary>
    private static long Key(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits ^ ((bits >> 63) | long.MinValue);
    }

    private static int DigitBits(int count) => count <= FewKeys ? FewDigitBits : MostDigitBits;

    private static void Insert(ReadOnlySpan<double> values, Span<int> order, Span<long> keys)
    {
        for (int i = 0; i < values.Length; i++)
        {
            long key = Key(values[i]);
            int at = i;
            for (; at > 0 && (ulong)keys[at - 1] > (ulong)key; at--)
            {
                keys[at] = keys[at - 1];
                order[at] = order[at - 1];
            }

            keys[at] = key;
            order[at] = i;
        }
    }

    /// <summary>Sorts every stretch of keys that differ below a bit only and do not ascend.</summary>
    private static void SortStretches(Span<long> keys, Span<int> order, int low)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            if ((ulong)keys[i] >= (ulong)keys[i - 1])
                continue;
            long prefix = keys[i] >> low;
            int start = i - 1;
            while (start > 0 && keys[start - 1] >> low == prefix)
                start--;
            while (i < keys.Length && keys[i] >> low == prefix)
                i++;
            SortFew(keys[start..i], order[start..i]);
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

    /// <summary>Sorts by the bits from one up to, not including, another; those above are the same in all keys.</summary>
    private static void Sort(Span<long> keys, Span<int> items, int low, int high)
    {
        int digitBits = DigitBits(keys.Length);
        long[] keyBuffer = ArrayPool<long>.Shared.Rent(keys.Length);
        int[] itemBuffer = ArrayPool<int>.Shared.Rent(items.Length);
        try
        {
            Span<long> from = keys;
            Span<long> to = keyBuffer.AsSpan(0, keys.Length);
            Span<int> fromItems = items;
            Span<int> toItems = itemBuffer.AsSpan(0, items.Length);
            Span<int> starts = stackalloc int[1 << digitBits];
            bool inBuffer = false;
            for (int shift = low; shift < high; shift += digitBits)
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
            starts[(int)((ulong)key >> shift) & (starts.Length - 1)]++;

        int start = 0;
        for (int digit = 0; digit < starts.Length; digit++)
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
        if (fromItems.IsEmpty)
        {
            foreach (long key in from)
                to[starts[(int)((ulong)key >> shift) & (starts.Length - 1)]++] = key;
            return;
        }

        for (int i = 0; i < from.Length; i++)
        {
            int position = starts[(int)((ulong)from[i] >> shift) & (starts.Length - 1)]++;
            to[position] = from[i];
            toItems[position] = fromItems[i];
        }
    }
}
