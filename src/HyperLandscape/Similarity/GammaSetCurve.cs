namespace HyperLandscape.Similarity;

/// <summary>
/// <see cref="GammaSetSimilarity"/> for every gamma at once: an exact step function, since readers ask how the result
/// depends on the share that counts as best. Ends at 1 for gamma = 1. Symmetric. O(n) after the ranks.
/// </summary>
public sealed class GammaSetCurve
{
    private readonly double[] values;

    private GammaSetCurve(double[] values) => this.values = values;

    /// <summary>
    /// The similarity of the sets of the best k configurations, for k = 1 to n, at position k - 1. It holds for gamma
    /// larger than (k - 1) / n and at most k / n.
    /// </summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>
    /// The mean over all gamma, the area under the curve: 1 = same order. About 2 ln 2 - 1 = 0.386 for unrelated orders.
    /// </summary>
    public double Mean => values.Average();

    /// <summary>The curve of two landscapes over the same configurations.</summary>
    /// <exception cref="ArgumentException">The configurations differ; the message says in how many.</exception>
    public static GammaSetCurve Of(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        return new GammaSetCurve([.. BestSets.OfAllSizes(a, b).Select(sets => (double)sets.Common / (sets.First + sets.Second - sets.Common))]);
    }

    /// <summary>The similarity of the best gamma sets. O(1).</summary>
    /// <param name="gamma">The share of the configurations that counts as best, in (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1].</exception>
    public double At(double gamma) => values[new GammaSetSimilarity { Gamma = gamma }.SetSize(values.Length) - 1];
}
