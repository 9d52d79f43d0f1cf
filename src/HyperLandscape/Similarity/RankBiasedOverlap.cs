using System.Globalization;

namespace HyperLandscape.Similarity;

/// <summary>
/// Rank-biased overlap: how much the best d configurations of two landscapes agree, averaged over the depths d with
/// weights that fall geometrically: sum over d of (1 - p) p^(d - 1) agreement(d), p = <see cref="Persistence"/>. Range
/// (0, 1]; higher = more similar, 1 = same order.
/// </summary>
/// <remarks>
/// <para>
/// The best d are all configurations of which fewer than d are better: tied ones enter together, at the first of their
/// ranks. agreement(d) = 2 |A and B| / (|A| + |B|) of these sets. From depth n on both hold everything and agreement is
/// 1, which makes the value the extrapolated one (RBO_ext) and exactly 1 for equal orders. With p = 0.9 the first ten
/// ranks carry 86 % of the weight; the expected depth at which a reader stops is 1 / (1 - p).
/// </para>
/// <para>
/// Symmetric; each landscape by its own objective. Always defined; unrelated orders give about the mean of d / n under the weights, close to 0 if n is large.
/// O(n) after the ranks. Source: Webber, Moffat and Zobel (2010), ties as in its section on them.
/// </para>
/// </remarks>
public sealed record RankBiasedOverlap : ISimilarityMeasure
{
    private readonly double persistence = 0.9;

    /// <summary>The probability p to go on from one rank to the next, in (0, 1): the closer to 1, the deeper the comparison.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in (0, 1).</exception>
    public double Persistence
    {
        get => persistence;
        init => persistence = value > 0 && value < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Persistence is a probability larger than 0 and smaller than 1.");
    }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"Rank-biased overlap (persistence {persistence})");

    /// <inheritdoc/>
    public bool IsSymmetric => true;

    /// <inheritdoc/>
    public double Compare(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        double disagreement = 0;
        double weight = 1 - persistence;
        foreach ((int first, int second, int common) in BestSets.OfAllSizes(a, b))
        {
            disagreement += weight * (1 - (2.0 * common / (first + second)));
            weight *= persistence;
        }

        return 1 - disagreement;
    }
}
