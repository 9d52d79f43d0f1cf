using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>
/// Configurations drawn at random without replacement, every subset and order equally likely. A larger
/// <see cref="Count"/> with the same seed begins with the same configurations, so a subset can be continued later.
/// O(count).
/// </summary>
public sealed record RandomSubset : IPlan
{
    /// <summary>Number of configurations, from 1 to those of the space.</summary>
    public required int Count { get; init; }

    /// <summary>The seed of the drawing.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public IEnumerable<long> Cells(SearchSpace space) => DistinctCells.Take(Count, space, DistinctCells.Random(space, Seed));
}
