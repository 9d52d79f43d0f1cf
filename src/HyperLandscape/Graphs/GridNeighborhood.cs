using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// The neighbourhood of the paper: two configurations are neighbours if they differ in one hyperparameter only, by one
/// level if it is ordinal, by any value if it is categorical or boolean. The default everywhere.
/// </summary>
/// <remarks>Source: Huang and Li, "On the Hyperparameter Loss Landscapes of Machine Learning Models" (arXiv 2311.14014).</remarks>
public sealed record GridNeighborhood : INeighborhood
{
    /// <inheritdoc/>
    public int MaxDegree(SearchSpace space) => Axis.MaxDegree(Axis.Of(space, this)!);

    /// <inheritdoc/>
    public int Neighbors(SearchSpace space, long cell, Span<long> destination) => Axis.Neighbors(Axis.Of(space, this)!, cell, destination);
}
