using HyperLandscape.Numerics;

namespace HyperLandscape.Walks;

/// <summary>
/// A climb that takes the first improvement it meets: neighbours are tried in random order until one is better by more than
/// <see cref="Landscape.Tolerance"/>. Where no neighbour is, it leaves a plateau that is no optimum by the plateau's best exit,
/// as <see cref="BestImprovementClimb"/> does. Ends in a local optimum, not necessarily that of the start's basin.
/// </summary>
/// <remarks>
/// A climb that starts in a local optimum stays where it is. The same seed and start give the same trace. O(length * degree).
/// Source: Ochoa, Verel and Tomassini (2010), "First-improvement vs. best-improvement local optima networks of NK landscapes".
/// </remarks>
public sealed record FirstImprovementClimb : IWalk
{
    /// <summary>Seed of the orders; every start has its own.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public WalkTrace Walk(Landscape landscape, int start) => Steps.Walk(landscape, start, Seed, (ref RandomStream random, ReadOnlySpan<int> path, Span<int> buffer) =>
    {
        int here = path[^1];
        if (path.Length == 1 && landscape.IsOptimal(here))
            return Steps.End;
        int better = Steps.ToBetter(landscape, here, buffer, ref random);
        return better == Steps.End ? landscape.Successor(here) : better;
    });
}
