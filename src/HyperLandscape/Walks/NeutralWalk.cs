using HyperLandscape.Numerics;

namespace HyperLandscape.Walks;

/// <summary>
/// A walk that keeps the fitness and leaves the start behind: each step goes to a neighbour drawn uniformly from those that
/// differ in fitness by at most <see cref="Landscape.Tolerance"/> and lie farther from the start. Ends where there is none, so
/// that its length says how far neutrality reaches.
/// </summary>
/// <remarks>
/// Neutrality is between one vertex and the next; with a tolerance above 0 the fitness can drift. The same seed and start give
/// the same trace. O(length * degree * hyperparameters). Source: Reidys and Stadler (2001), "Neutrality in fitness landscapes".
/// </remarks>
public sealed record NeutralWalk : IWalk
{
    /// <summary>Seed of the walk; every start has its own random numbers.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public WalkTrace Walk(Landscape landscape, int start) => Steps.Walk(landscape, start, Seed, (ref RandomStream random, ReadOnlySpan<int> path, Span<int> buffer) =>
    {
        int distance = landscape.Graph.Distance(start, path[^1]);
        return Steps.Any(landscape, path[^1], buffer, ref random, (from, to) =>
            Math.Abs(landscape.Loss[from] - landscape.Loss[to]) <= landscape.Tolerance && landscape.Graph.Distance(start, to) > distance);
    });
}
