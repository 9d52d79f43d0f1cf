using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// The neighbourhood of the paper: two configurations are neighbours if they differ in one hyperparameter only, by one
/// level if it is ordinal, by any value if it is categorical or boolean. The default everywhere.
/// </summary>
/// <remarks>
/// Where hyperparameters may be inactive (<see cref="SearchSpace.Conditional"/>), neighbours differ in one hyperparameter
/// of those that are active in both, the others of which agree; what becomes active by the difference may have any level.
/// If these do not differ, neighbours differ in whether one hyperparameter is active. Source: Huang and Li, "On the
/// Hyperparameter Loss Landscapes of Machine Learning Models" (arXiv 2311.14014).
/// </remarks>
public sealed record GridNeighborhood : INeighborhood
{
    /// <inheritdoc/>
    public int MaxDegree(SearchSpace space) => Axis.Of(space, this) is { } axes ? Axis.MaxDegree(axes) : NeighborhoodGraph.Complete(space, this).MaxDegree;

    /// <inheritdoc/>
    public int Neighbors(SearchSpace space, long cell, Span<long> destination) =>
        Axis.Of(space, this) is { } axes ? Axis.Neighbors(axes, cell, destination) : NeighborhoodGraph.Complete(space, this).CopyNeighbors(cell, destination);
}
