using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>
/// Shake-up: the mean change of rank between two landscapes, as a share of the number of configurations:
/// mean |rank_a - rank_b| / n (best = 1, ties get the average rank). Range [0, 1/2]; lower = more similar: 0 = same order,
/// about 1/3 = unrelated orders, 1/2 = reversed orders of an even n.
/// </summary>
/// <remarks>
/// Symmetric; each landscape by its own objective. Always defined. O(n) after the ranks, which each landscape computes once. Sources: the shake-up of
/// competition leaderboards; Huang and Li, arXiv 2311.14014.
/// </remarks>
public sealed record ShakeUp : IMatrixMeasure
{
    /// <inheritdoc/>
    public string Name => "Shake-up";

    /// <inheritdoc/>
    public bool IsSymmetric => true;

    /// <inheritdoc/>
    public double Compare(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        return Compare(a.Ranks, b.Ranks);
    }

    Func<int, int, double> IMatrixMeasure.Prepare(IReadOnlyList<Landscape> landscapes)
    {
        Workers.For(landscapes.Count, i => _ = landscapes[i].Ranks);
        return (i, j) => Compare(landscapes[i].Ranks, landscapes[j].Ranks);
    }

    private static double Compare(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        AbsoluteDifferences.Sum(a, b) / a.Length / a.Length;
}
