using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>
/// Configurations from a Sobol sequence, which fills the space more evenly than chance in all projections at once,
/// moved by a random digital shift that keeps its evenness.
/// </summary>
/// <remarks>
/// Points are scaled to the grid (where a space lists its configurations, each hyperparameter in turn takes one of the levels that
/// those before it leave), and a configuration that is hit again is left out. When 64 times as many points as
/// cells (or 2^22) were used up, the remaining configurations follow in random order. A larger <see cref="Count"/>
/// with the same seed begins with the same configurations, so a subset can be continued later. O(count *
/// hyperparameters) unless most of the grid is asked for. Source: Joe and Kuo, "Constructing Sobol sequences with
/// better two-dimensional projections", SIAM Journal on Scientific Computing 30 (2008).
/// </remarks>
public sealed record SobolSubset : IPlan
{
    /// <summary>Number of configurations, from 1 to those of the space.</summary>
    public required int Count { get; init; }

    /// <summary>The seed of the shift.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The space has more than 21 hyperparameters, or fewer configurations than asked for.</exception>
    public IEnumerable<long> Cells(SearchSpace space) =>
        DistinctCells.Take(Count, space, DistinctCells.OfPoints(space, SobolSequence.Points(space.Dimension, Seed), Seed));
}
