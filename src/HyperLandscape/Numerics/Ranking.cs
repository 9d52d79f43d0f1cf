using System.Buffers;

namespace HyperLandscape.Numerics;

/// <summary>Ranks of values.</summary>
internal static class Ranking
{
    /// <summary>Ranks from 1 for the smallest value; equal values get the average of their ranks. O(n).</summary>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var ranks = new double[values.Length];
        int[] order = ArrayPool<int>.Shared.Rent(values.Length);
        long[] keys = ArrayPool<long>.Shared.Rent(values.Length);
        try
        {
            RadixSort.SortedOrder(values, order.AsSpan(0, values.Length), keys.AsSpan(0, values.Length));
            int start = 0;
            while (start < values.Length)
            {
                int end = start + 1;
                while (end < values.Length && keys[end] == keys[start])
                    end++;
                double rank = (start + 1 + end) / 2.0;
                for (int i = start; i < end; i++)
                    ranks[order[i]] = rank;
                start = end;
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(keys);
            ArrayPool<int>.Shared.Return(order);
        }

        return ranks;
    }

    /// <summary>
    /// Numbers values from 0 in ascending order, and says how many numbers there are. Values next to each other in that
    /// order get the same number if they differ by no more than a slack. O(n).
    /// </summary>
    public static (int[] Numbers, int Count) Number(ReadOnlySpan<double> values, double slack)
    {
        var order = new int[values.Length];
        RadixSort.SortedOrder(values, order);
        var numbers = new int[values.Length];
        int number = 0;
        for (int i = 1; i < order.Length; i++)
        {
            number += values[order[i]] - values[order[i - 1]] > slack ? 1 : 0;
            numbers[order[i]] = number;
        }

        return (numbers, number + 1);
    }
}
