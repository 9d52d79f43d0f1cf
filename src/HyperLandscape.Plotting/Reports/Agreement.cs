using HyperLandscape.Similarity;

namespace HyperLandscape.Plotting.Reports;

/// <summary>How alike landscapes are that differ in one label only: the paper's three similarities of each pair.</summary>
internal sealed class Agreement
{
    /// <summary>Of more pairs than this, this many are compared, evenly spread.</summary>
    public const int MostPairs = 400;

    private Agreement(LandscapeSet set, LabelRoles roles, string labelName, (int A, int B)[] pairs, double[][] values, int pairCount)
    {
        LabelName = labelName;
        IsFidelity = labelName == roles.Fidelity;
        PairCount = pairCount;
        Pairs = [.. pairs.Select((pair, i) => new ComparedPair(
            pair.A,
            pair.B,
            string.Join(' ', set.LabelNames.Where(name => name != labelName && set.Values(name).Count > 1).Select(name => roles.Label(pair.A, name))),
            roles.Label(pair.A, labelName),
            roles.Label(pair.B, labelName),
            values[i]))];
    }

    /// <summary>The label name in which the two of a pair differ.</summary>
    public string LabelName { get; }

    /// <summary>Whether each fidelity is compared with the full one; otherwise any two labels are.</summary>
    public bool IsFidelity { get; }

    /// <summary>The pairs that were compared.</summary>
    public IReadOnlyList<ComparedPair> Pairs { get; }

    /// <summary>How many pairs there are.</summary>
    public int PairCount { get; }

    /// <summary>Spearman's correlation of the pairs where it is defined.</summary>
    public IEnumerable<double> Correlations => Pairs.Select(pair => pair.Values[0]).Where(value => !double.IsNaN(value));

    /// <summary>The agreement under every label name that has more than one label.</summary>
    public static IReadOnlyList<Agreement> Of(LandscapeSet set, LabelRoles roles, CancellationToken cancellationToken, IProgress<double>? progress)
    {
        var agreements = new List<Agreement>();
        foreach (string labelName in roles.Varying)
        {
            (int A, int B)[] all = [.. PairsOf(set, roles, labelName)];
            (int A, int B)[] pairs = all.Length <= MostPairs ? all : [.. Enumerable.Range(0, MostPairs).Select(i => all[(long)i * all.Length / MostPairs])];
            double[][] values = [.. pairs.Select(pair =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Compare(set[pair.A], set[pair.B]);
            })];
            if (pairs.Length > 0)
                agreements.Add(new Agreement(set, roles, labelName, pairs, values, all.Length));
            progress?.Report((agreements.Count + 0.0) / roles.Varying.Count);
        }

        return agreements;
    }

    /// <summary>Whether any configuration is known in both.</summary>
    public static bool HaveCommon(Landscape a, Landscape b) =>
        Enumerable.Range(0, a.Count).Any(vertex => b.Graph.Vertex(a.Graph.Cell(vertex)) >= 0);

    private static IEnumerable<(int A, int B)> PairsOf(LandscapeSet set, LabelRoles roles, string labelName)
    {
        List<string> order = [.. set.Values(labelName)];
        IEnumerable<int[]> alike = Enumerable.Range(0, set.Count)
            .GroupBy(landscape => string.Join('\0', set.LabelNames.Where(name => name != labelName).Select(name => roles.Label(landscape, name))), StringComparer.Ordinal)
            .Select(group => group.OrderBy(landscape => order.IndexOf(roles.Label(landscape, labelName))).ToArray());
        foreach (int[] group in alike)
        {
            for (int a = 0; a < group.Length; a++)
            {
                for (int b = labelName == roles.Fidelity ? Math.Max(a + 1, group.Length - 1) : a + 1; b < group.Length; b++)
                    yield return (group[a], group[b]);
            }
        }
    }

    private static double[] Compare(Landscape a, Landscape b) => HaveCommon(a, b)
        ? [.. SimilarityMeasure.Paper.Select(measure => a.CompareCommon(b, measure))]
        : [.. SimilarityMeasure.Paper.Select(_ => double.NaN)];
}
