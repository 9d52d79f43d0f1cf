using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>
/// Kendall's tau-b: (concordant - discordant pairs of configurations) / sqrt(pairs not tied in a * pairs not tied in b).
/// A pair is concordant if both landscapes prefer the same one of the two. Range [-1, 1]; higher = more similar,
/// 0 = unrelated, negative = opposite. Without ties (1 + tau) / 2 is the share of the pairs that are ordered alike.
/// </summary>
/// <remarks>
/// Symmetric; each landscape by its own objective. NaN if either fitness is constant or there is one configuration only. O(n log n). Sources: Kendall (1945);
/// Knight (1966).
/// </remarks>
public sealed record KendallCorrelation : ISimilarityMeasure
{
    /// <inheritdoc/>
    public string Name => "Kendall correlation";

    /// <inheritdoc/>
    public bool IsSymmetric => true;

    /// <inheritdoc/>
    public double Compare(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        return Correlations.Kendall(a.LossMemory, b.LossMemory);
    }
}
