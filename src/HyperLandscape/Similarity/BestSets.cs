namespace HyperLandscape.Similarity;

/// <summary>The sets of the best k configurations of two landscapes, for every k at once.</summary>
internal static class BestSets
{
    /// <summary>
    /// For k = 1 to n, the sizes of the two sets of configurations not worse than the k-th best (ties included), and how
    /// many are in both. O(n) after the ranks.
    /// </summary>
    public static (int First, int Second, int Common)[] OfAllSizes(Landscape a, Landscape b)
    {
        int[] firstA = FirstRanks(a.Ranks);
        int[] firstB = FirstRanks(b.Ranks);
        var sizes = new (int First, int Second, int Common)[firstA.Length];
        for (int i = 0; i < firstA.Length; i++)
        {
            sizes[firstA[i] - 1].First++;
            sizes[firstB[i] - 1].Second++;
            sizes[Math.Max(firstA[i], firstB[i]) - 1].Common++;
        }

        for (int k = 1; k < sizes.Length; k++)
        {
            sizes[k].First += sizes[k - 1].First;
            sizes[k].Second += sizes[k - 1].Second;
            sizes[k].Common += sizes[k - 1].Common;
        }

        return sizes;
    }

    /// <summary>The first of the ranks that tied values share, from their average.</summary>
    private static int[] FirstRanks(ReadOnlySpan<double> averages)
    {
        var ties = new int[(2 * averages.Length) + 1]; // averages are multiples of a half
        foreach (double average in averages)
            ties[(int)(2 * average)]++;
        var first = new int[averages.Length];
        for (int i = 0; i < first.Length; i++)
            first[i] = ((int)(2 * averages[i]) - ties[(int)(2 * averages[i])] + 1) / 2;
        return first;
    }
}
