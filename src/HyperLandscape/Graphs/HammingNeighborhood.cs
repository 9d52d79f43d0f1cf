using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// Two configurations are neighbours if they differ in one hyperparameter only, by any value, ordinal or not; where
/// hyperparameters may be inactive as in <see cref="GridNeighborhood"/>.
/// </summary>
public sealed record HammingNeighborhood : INeighborhood
{
    /// <inheritdoc/>
    public int MaxDegree(SearchSpace space) => Axis.Of(space, this) is { } axes ? Axis.MaxDegree(axes) : NeighborhoodGraph.Complete(space, this).MaxDegree;

    /// <inheritdoc/>
    public int Neighbors(SearchSpace space, long cell, Span<long> destination) =>
        Axis.Of(space, this) is { } axes ? Axis.Neighbors(axes, cell, destination) : NeighborhoodGraph.Complete(space, this).CopyNeighbors(cell, destination);
}
