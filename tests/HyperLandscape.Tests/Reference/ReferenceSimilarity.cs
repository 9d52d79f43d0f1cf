namespace HyperLandscape.Reference;

/// <summary>The paper's three similarities of two fitness vectors over the same configurations, from their definitions.</summary>
public static class ReferenceSimilarity
{
    /// <summary>Ranks of the configurations: best = 1, ties get the average rank.</summary>
    public static double[] Ranks(double[] fitness, Objective objective) => ReferenceStatistics.AverageRanks(Losses(fitness, objective));

    public static double Spearman(double[] ranksA, double[] ranksB) => ReferenceStatistics.Pearson(ranksA, ranksB);

    /// <summary>Mean |rank a - rank b| / n.</summary>
    public static double ShakeUp(double[] ranksA, double[] ranksB)
    {
        double sum = 0;
        for (int i = 0; i < ranksA.Length; i++)
            sum += Math.Abs(ranksA[i] - ranksB[i]);
        return sum / ranksA.Length / ranksA.Length;
    }

    /// <summary>Jaccard index of the sets of configurations not worse than the k-th best, k = ceil(gamma n), ties included.</summary>
    public static double GammaSet(double[] a, Objective objectiveA, double[] b, Objective objectiveB, int k)
    {
        HashSet<int> setA = BestSet(Losses(a, objectiveA), k);
        HashSet<int> setB = BestSet(Losses(b, objectiveB), k);
        return (double)setA.Intersect(setB).Count() / setA.Union(setB).Count();
    }

    private static HashSet<int> BestSet(double[] losses, int k)
    {
        double threshold = losses.Order().ElementAt(k - 1);
        return [.. Enumerable.Range(0, losses.Length).Where(i => losses[i] <= threshold)];
    }

    private static double[] Losses(double[] fitness, Objective objective) =>
        [.. fitness.Select(f => objective == Objective.Minimize ? f : -f)];
}
