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
        try
        {
            RadixSort.SortedOrder(values, order.AsSpan(0, values.Length));
            int start = 0;
            while (start < values.Length)
            {
                int end = start + 1;
                while (end < values.Length && values[order[end]] == values[order[start]])
                    end++;
                double rank = (start + 1 + end) / 2.0;
                for (int i = start; i < end; i++)
                    ranks[order[i]] = rank;
                start = end;
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(order);
        }

        return ranks;
    }
}
