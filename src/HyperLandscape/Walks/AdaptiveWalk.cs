using HyperLandscape.Numerics;

namespace HyperLandscape.Walks;

/// <summary>
/// A walk of strict improvements: each step goes to a neighbour drawn uniformly from those that are better by more than
/// <see cref="Landscape.Tolerance"/>. Ends where there is none, on a plateau too: neutral steps are never taken.
/// </summary>
/// <remarks>
/// The same seed and start give the same trace. O(length * degree). Source: Kauffman and Levin (1987), "Towards a general theory
/// of adaptive walks on rugged landscapes".
/// </remarks>
public sealed record AdaptiveWalk : IWalk
{
    /// <summary>Seed of the walk; every start has its own random numbers.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public WalkTrace Walk(Landscape landscape, int start) => Steps.Walk(landscape, start, Seed, (ref RandomStream random, ReadOnlySpan<int> path, Span<int> buffer) =>
        Steps.ToBetter(landscape, path[^1], buffer, ref random));
}
