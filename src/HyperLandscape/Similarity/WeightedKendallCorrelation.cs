using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>
/// Weighted Kendall correlation: Kendall's tau in which a pair of configurations weighs 1 / rank(i) + 1 / rank(j), so that
/// exchanges among the best count most. Range [-1, 1]; higher = more similar, 0 = unrelated, negative = opposite.
/// </summary>
/// <remarks>
/// <para>
/// tau_w = sum over pairs of w(i, j) s_a(i, j) s_b(i, j) / sqrt(sum of w(i, j) s_a(i, j)^2 * sum of w(i, j) s_b(i, j)^2),
/// where s is the sign of the difference of the two losses, 0 for ties. The ranks, from 1 for the best, are those by
/// a with ties broken by b; the value is the mean of this and of that with the ranks by b with ties broken by a.
/// Configurations that tie in both may have their ranks in any order: the value is the same.
/// </para>
/// <para>
/// Symmetric; each landscape by its own objective. NaN if either fitness is constant or there is one configuration only. O(n log n). Source: Vigna (2015),
/// additive hyperbolic weights.
/// </para>
/// </remarks>
public sealed record WeightedKendallCorrelation : ISimilarityMeasure
{
    /// <inheritdoc/>
    public string Name => "Weighted Kendall correlation";

    /// <inheritdoc/>
    public bool IsSymmetric => true;

    /// <inheritdoc/>
    public double Compare(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        return WeightedKendall.Correlation(a.Loss, b.Loss);
    }
}
