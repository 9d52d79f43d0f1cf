namespace HyperLandscape.Reference;

/// <summary>Information content threshold by threshold, from the strings of symbols.</summary>
public static class ReferenceInformationContent
{
    /// <summary>Maximum, the threshold where it is first reached, log10 of the first threshold below 0.05, and the partial information at 0.</summary>
    public static double[] Of(double[][] walks)
    {
        double[][] steps = [.. walks.Where(walk => walk.Length > 1).Select(walk => walk.Zip(walk.Skip(1), (from, to) => to - from).ToArray())];
        double[] thresholds = [0, .. steps.SelectMany(walk => walk).Select(Math.Abs).Where(size => size > 0).Distinct().Order()];
        double[] entropies = [.. thresholds.Select(threshold => Entropy([.. steps.Select(walk => Symbols(walk, threshold))]))];
        int settled = Array.FindIndex(entropies, entropy => entropy < 0.05);
        return
        [
            entropies.Max(),
            thresholds[Array.IndexOf(entropies, entropies.Max())],
            Math.Log10(thresholds[settled]),
            (double)steps.Sum(walk => Slopes(Symbols(walk, 0))) / steps.Sum(walk => walk.Length),
        ];
    }

    private static string Symbols(double[] steps, double threshold) => string.Concat(steps.Select(step => step > threshold ? '+' : step < -threshold ? '-' : '0'));

    private static double Entropy(string[] walks)
    {
        string[] pairs = [.. walks.SelectMany(walk => Enumerable.Range(0, walk.Length - 1).Select(i => walk.Substring(i, 2)))];
        return new[] { "+-", "+0", "-+", "-0", "0+", "0-" }
            .Select(pair => (double)pairs.Count(other => other == pair) / pairs.Length)
            .Where(share => share > 0)
            .Sum(share => -share * Math.Log(share, 6));
    }

    private static int Slopes(string walk)
    {
        string slopes = walk.Replace("0", "", StringComparison.Ordinal);
        return slopes.Where((symbol, i) => i == 0 || slopes[i - 1] != symbol).Count();
    }
}
