namespace HyperLandscape.Numerics;

/// <summary>Kendall's tau with additive hyperbolic weights (Vigna 2015); the smallest value has rank 1.</summary>
internal static class WeightedKendall
{
    /// <summary>The mean of the correlations under the ranks by (x, y) and by (y, x); NaN if a variable does not vary. O(n log n).</summary>
    public static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        (int[] xs, int countX) = Ranking.Number(x, 0);
        (int[] ys, int countY) = Ranking.Number(y, 0);
        if (countX == 1 || countY == 1)
            return double.NaN;

        // Additive weights: the weighted sum over pairs is a weighted sum over items of whole numbers.
        var agreements = new int[xs.Length];
        AddAgreements(xs, ys, countY, agreements, ascending: true);
        AddAgreements(xs, ys, countY, agreements, ascending: false);
        return (Correlation(agreements, xs, countX, ys, countY) + Correlation(agreements, ys, countY, xs, countX)) / 2;
    }

    private static double Correlation(int[] agreements, int[] major, int majorCount, int[] minor, int minorCount)
    {
        int[] order = Lexicographic(major, minor, minorCount);
        var weights = new double[order.Length];
        for (int i = 0; i < order.Length; i++)
            weights[order[i]] = 1.0 / (i + 1);

        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += agreements[i] * weights[i];
        return Math.Clamp(sum / Math.Sqrt(Untied(major, majorCount, weights) * Untied(minor, minorCount, weights)), -1, 1);
    }

    /// <summary>
    /// For every item, the items before it in x (or after it) that are on the same side of it in y, less those on the
    /// other side. Items are counted by their y in a binary indexed tree, a group of ties in x at a time.
    /// </summary>
    private static void AddAgreements(int[] xs, int[] ys, int countY, int[] agreements, bool ascending)
    {
        var tree = new CountTree(countY);
        int[] order = Lexicographic(xs, ys, countY);
        if (!ascending)
            Array.Reverse(order);
        int start = 0;
        for (int end = 1; end <= order.Length; end++)
        {
            if (end < order.Length && xs[order[end]] == xs[order[start]])
                continue;
            for (int i = start; i < end; i++)
            {
                int y = ys[order[i]];
                int smaller = tree.CountBelow(y);
                int larger = start - tree.CountBelow(y + 1);
                agreements[order[i]] += ascending ? smaller - larger : larger - smaller;
            }

            for (int i = start; i < end; i++)
                tree.Add(ys[order[i]]);
            start = end;
        }
    }

    private static int[] Lexicographic(int[] major, int[] minor, int minorCount)
    {
        var keys = new long[major.Length];
        var order = new int[major.Length];
        long largest = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)major[i] * minorCount) + minor[i];
            largest = Math.Max(largest, keys[i]);
            order[i] = i;
        }

        RadixSort.Sort(keys, order, largest);
        return order;
    }

    /// <summary>The weight of all pairs that are not tied: every item weighs once per item outside its group.</summary>
    private static double Untied(int[] groups, int count, double[] weights)
    {
        var sizes = new int[count];
        foreach (int group in groups)
            sizes[group]++;
        double sum = 0;
        for (int i = 0; i < groups.Length; i++)
            sum += weights[i] * (groups.Length - sizes[groups[i]]);
        return sum;
    }
}
