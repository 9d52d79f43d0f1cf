using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>
/// Gamma-set similarity: the Jaccard index |A and B| / |A or B| of the best configurations of two landscapes. The set
/// of a landscape holds every configuration that is not worse than the ceil(gamma n)-th best, ties included. Range
/// [0, 1]; higher = more similar, 1 = the same best configurations.
/// </summary>
/// <remarks>
/// Symmetric; each landscape by its own objective. Always defined; ties make the sets larger than gamma n. O(n / 64) after ranks and sets. Source: Watanabe et al. (2023);
/// Huang and Li, arXiv 2311.14014, with gamma = 0.1.
/// </remarks>
public sealed record GammaSetSimilarity : IMatrixMeasure
{
    private readonly double gamma = 0.1;

    /// <summary>The share of the configurations that counts as best, in (0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1].</exception>
    public double Gamma
    {
        get => gamma;
        init => gamma = value > 0 && value <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Gamma is a share larger than 0 and at most 1.");
    }

    /// <inheritdoc/>
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Gamma-set similarity (gamma {gamma})");

    /// <inheritdoc/>
    public bool IsSymmetric => true;

    /// <inheritdoc/>
    public double Compare(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        return Compare(BestSet(a), BestSet(b));
    }

    Func<int, int, double> IMatrixMeasure.Prepare(IReadOnlyList<Landscape> landscapes)
    {
        var sets = new BitSet[landscapes.Count];
        Workers.For(sets.Length, i => sets[i] = BestSet(landscapes[i]));
        return (i, j) => Compare(sets[i], sets[j]);
    }

    /// <summary>The worst rank that counts as best: the configurations of the set are those whose rank is not larger.</summary>
    /// <param name="landscape">The landscape.</param>
    public double WorstRank(Landscape landscape) => Selection.Smallest(landscape.Ranks, SetSize(landscape.Count));

    /// <summary>ceil(gamma n). 0.07 * 100 is 7.000000000000001 in floating point; the 7 is meant.</summary>
    internal int SetSize(int count) => Math.Clamp((int)Math.Ceiling(gamma * count * (1 - 1e-14)), 1, count);

    private static double Compare(BitSet a, BitSet b)
    {
        int both = a.CountCommon(b);
        return (double)both / (a.Count + b.Count - both);
    }

    private BitSet BestSet(Landscape landscape) =>
        BitSet.NotAbove(landscape.Ranks, WorstRank(landscape));
}
