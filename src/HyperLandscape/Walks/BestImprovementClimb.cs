namespace HyperLandscape.Walks;

/// <summary>
/// The climb that basins are made of, as <see cref="Landscape.Climb"/>: always to the best neighbour, while that one is better
/// by more than <see cref="Landscape.Tolerance"/> (ties to the smallest cell), and off a plateau that is no optimum by its best
/// exit. Ends in the local optimum whose basin the start lies in.
/// </summary>
public sealed record BestImprovementClimb : IWalk
{
    /// <inheritdoc/>
    public WalkTrace Walk(Landscape landscape, int start) => new(landscape, landscape.Climb(start));
}
