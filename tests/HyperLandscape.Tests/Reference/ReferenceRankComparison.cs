namespace HyperLandscape.Reference;

/// <summary>Comparisons of two lists of losses (smaller is better) over the same configurations, from their definitions, pair by pair and set by set.</summary>
public static class ReferenceRankComparison
{
    /// <summary>tau-b: (concordant - discordant) / sqrt(untied in a * untied in b).</summary>
    public static double Kendall(double[] a, double[] b) => Tau(a, b, (_, _) => 1);

    /// <summary>Pairs weigh 1 / rank(i) + 1 / rank(j); the mean over ranks by (a, b) and by (b, a).</summary>
    public static double WeightedKendall(double[] a, double[] b)
    {
        double[] byA = Weights(a, b);
        double[] byB = Weights(b, a);
        return (Tau(a, b, (i, j) => byA[i] + byA[j]) + Tau(a, b, (i, j) => byB[i] + byB[j])) / 2;
    }

    /// <summary>The weighted mean agreement of the sets of configurations of which fewer than d are better; from depth n on it is 1.</summary>
    public static double RankBiasedOverlap(double[] a, double[] b, double persistence)
    {
        var sum = default(CompensatedSum);
        (int[] betterA, int[] betterB) = (CountBetter(a), CountBetter(b));
        for (int depth = 1; depth <= a.Length; depth++)
        {
            int both = Enumerable.Range(0, a.Length).Count(i => betterA[i] < depth && betterB[i] < depth);
            sum.Add((1 - persistence) * Math.Pow(persistence, depth - 1) * 2 * both / (betterA.Count(better => better < depth) + betterB.Count(better => better < depth)));
        }

        sum.Add(Math.Pow(persistence, a.Length));
        return sum.Value;
    }

    /// <summary>Jaccard index of the two sets of the best k, ties included, for k = 1 to n.</summary>
    public static double[] BestSetOverlaps(double[] a, double[] b)
    {
        (int[] betterA, int[] betterB) = (CountBetter(a), CountBetter(b));
        return
        [
            .. Enumerable.Range(1, a.Length).Select(k =>
                (double)Enumerable.Range(0, a.Length).Count(i => betterA[i] < k && betterB[i] < k) /
                Enumerable.Range(0, a.Length).Count(i => betterA[i] < k || betterB[i] < k)),
        ];
    }

    /// <summary>The regret in b of the best of k of a, averaged over all choices of the k that are best in a: sets of k than which no other is better in a.</summary>
    public static double Regret(double[] a, double[] b, int k)
    {
        k = Math.Min(k, a.Length);
        double[] sorted = [.. a.Order()];
        double last = sorted[k - 1];
        int[] certain = [.. Enumerable.Range(0, a.Length).Where(i => a[i] < last)];
        int[] tied = [.. Enumerable.Range(0, a.Length).Where(i => a[i] == last)];
        double best = b.Min();
        double[] regrets = [.. Subsets(tied, k - certain.Length).Select(drawn => certain.Concat(drawn).Min(i => b[i]) - best)];
        return ReferenceStatistics.Mean(regrets);
    }

    private static IEnumerable<int[]> Subsets(int[] items, int count)
    {
        if (count == 0)
            return [[]];
        return Enumerable.Range(0, Math.Max(0, items.Length - count + 1)).SelectMany(first => Subsets(items[(first + 1)..], count - 1).Select(rest => (int[])[items[first], .. rest]));
    }

    private static double Tau(double[] a, double[] b, Func<int, int, double> weight)
    {
        var both = default(CompensatedSum);
        var untiedA = default(CompensatedSum);
        var untiedB = default(CompensatedSum);
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = i + 1; j < a.Length; j++)
            {
                int signA = a[i].CompareTo(a[j]);
                int signB = b[i].CompareTo(b[j]);
                both.Add(weight(i, j) * signA * signB);
                untiedA.Add(weight(i, j) * signA * signA);
                untiedB.Add(weight(i, j) * signB * signB);
            }
        }

        return untiedA.Value > 0 && untiedB.Value > 0 ? both.Value / Math.Sqrt(untiedA.Value * untiedB.Value) : double.NaN;
    }

    private static double[] Weights(double[] first, double[] second)
    {
        var weights = new double[first.Length];
        int rank = 1;
        foreach (int i in Enumerable.Range(0, first.Length).OrderBy(i => first[i]).ThenBy(i => second[i]))
            weights[i] = 1.0 / rank++;
        return weights;
    }

    private static int[] CountBetter(double[] losses) => [.. losses.Select(loss => losses.Count(other => other < loss))];
}
