namespace HyperLandscape.Numerics;

/// <summary>Correlations of two variables, in [-1, 1]; NaN with fewer than two pairs or if a variable does not vary.</summary>
internal static class Correlations
{
    /// <summary>Pearson's correlation about the means. O(n).</summary>
    public static double Pearson(ReadOnlyMemory<double> x, ReadOnlyMemory<double> y)
    {
        if (x.Length < 2)
            return double.NaN;
        var total = new PairSums(Moments.MeanOf(x), Moments.MeanOf(y));
        PairSums origin = total;
        var blocks = new PairSums[Workers.BlockCount(x.Length)];
        Workers.ForBlocks(x.Length, (start, length) =>
        {
            PairSums sums = origin;
            ReadOnlySpan<double> xs = x.Span.Slice(start, length);
            ReadOnlySpan<double> ys = y.Span.Slice(start, length);
            for (int i = 0; i < length; i++)
                sums.Add(xs[i], ys[i]);
            blocks[start / Workers.BlockSize] = sums;
        });
        foreach (PairSums block in blocks)
            total.Add(block);
        return total.Correlation();
    }

    /// <summary>Spearman's rank correlation: Pearson's of the ranks, ties with their average rank. O(n).</summary>
    public static double Spearman(ReadOnlyMemory<double> x, ReadOnlyMemory<double> y) => Pearson(Ranking.Of(x.Span), Ranking.Of(y.Span));

    /// <summary>
    /// Kendall's tau-b: (concordant - discordant pairs) / sqrt(pairs untied in x * pairs untied in y). O(n log n): sorted by
    /// x, then y, the discordant pairs are those that a merge sort by y swaps (Knight 1966).
    /// </summary>
    public static double Kendall(ReadOnlyMemory<double> x, ReadOnlyMemory<double> y)
    {
        double[] xs = Ranking.Of(x.Span); // ties are equal, and so are 0 and -0
        double[] ys = Ranking.Of(y.Span);
        Sort(ys, xs);
        Sort(xs, ys); // stable: ties in x stay in the order of y
        long pairs = Pairs(xs.Length);
        long untiedX = pairs - TiedPairs(xs.Length, i => xs[i] == xs[i - 1]);
        long tiedBoth = TiedPairs(xs.Length, i => xs[i] == xs[i - 1] && ys[i] == ys[i - 1]);
        long discordant = CountSwaps(ys, new double[ys.Length]);
        long tiedY = TiedPairs(ys.Length, i => ys[i] == ys[i - 1]); // sorted by now
        long untiedY = pairs - tiedY;
        if (untiedX == 0 || untiedY == 0)
            return double.NaN;
        return Math.Clamp((untiedX - tiedY + tiedBoth - (2 * discordant)) / (Math.Sqrt(untiedX) * Math.Sqrt(untiedY)), -1, 1);
    }

    private static long Pairs(long count) => count * (count - 1) / 2;

    private static void Sort(double[] keys, double[] others)
    {
        var order = new int[keys.Length];
        RadixSort.SortedOrder(keys, order);
        double[] oldKeys = [.. keys];
        double[] oldOthers = [.. others];
        for (int i = 0; i < order.Length; i++)
        {
            keys[i] = oldKeys[order[i]];
            others[i] = oldOthers[order[i]];
        }
    }

    private static long TiedPairs(int count, Func<int, bool> tiesWithLast)
    {
        long tied = 0;
        int run = 1;
        for (int i = 1; i <= count; i++)
        {
            if (i < count && tiesWithLast(i))
            {
                run++;
                continue;
            }

            tied += Pairs(run);
            run = 1;
        }

        return tied;
    }

    /// <summary>Sorts by merging and counts the pairs that were in descending order.</summary>
    private static long CountSwaps(Span<double> values, Span<double> buffer)
    {
        if (values.Length < 2)
            return 0;
        int middle = values.Length / 2;
        long swaps = CountSwaps(values[..middle], buffer[..middle]) + CountSwaps(values[middle..], buffer[middle..]);
        int left = 0;
        int right = middle;
        for (int i = 0; i < values.Length; i++)
        {
            if (right == values.Length || (left < middle && values[left] <= values[right]))
            {
                buffer[i] = values[left++];
                continue;
            }

            swaps += middle - left;
            buffer[i] = values[right++];
        }

        buffer.CopyTo(values);
        return swaps;
    }
}
