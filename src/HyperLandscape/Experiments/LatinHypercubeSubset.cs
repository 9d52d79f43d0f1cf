using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>
/// Configurations from a Latin hypercube that grows by doubling: every prefix of 2^k points has exactly one point in
/// each of 2^k equal parts of every hyperparameter, so each level gets its share of the points, up to rounding.
/// </summary>
/// <remarks>
/// Points are scaled to the grid (where a space lists its configurations, each hyperparameter in turn takes one of the levels that
/// those before it leave), and a configuration that is hit again is left out, which disturbs the balance a
/// little when the count is no longer small against the grid. When 64 times as many points as cells (or 2^22) were
/// used up, the remaining configurations follow in random order. A larger <see cref="Count"/> with the same seed
/// begins with the same configurations, so a subset can be continued later. O(count * hyperparameters) unless most
/// of the grid is asked for. Source: Sallaberry, Helton and Hora, "Extension of Latin hypercube samples with
/// correlated variables", Reliability Engineering and System Safety 93 (2008).
/// </remarks>
public sealed record LatinHypercubeSubset : IPlan
{
    /// <summary>Number of configurations, from 1 to those of the space.</summary>
    public required int Count { get; init; }

    /// <summary>The seed of all that is random.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public IEnumerable<long> Cells(SearchSpace space) =>
        DistinctCells.Take(Count, space, DistinctCells.OfPoints(space, DoublingHypercube.Points(space.Dimension, Seed), Seed));
}
