using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>Two configurations are neighbours if they differ in one hyperparameter only, by any value, ordinal or not.</summary>
public sealed record HammingNeighborhood : INeighborhood
{
    /// <inheritdoc/>
    public int MaxDegree(SearchSpace space) => Axis.MaxDegree(Axis.Of(space, this)!);

    /// <inheritdoc/>
    public int Neighbors(SearchSpace space, long cell, Span<long> destination) => Axis.Neighbors(Axis.Of(space, this)!, cell, destination);
}
