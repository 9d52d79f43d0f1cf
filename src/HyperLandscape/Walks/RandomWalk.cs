using HyperLandscape.Numerics;

namespace HyperLandscape.Walks;

/// <summary>
/// The simple random walk: each step goes to a neighbour drawn uniformly from all of them, whatever its fitness. A walk from an
/// isolated vertex stays there and so consists of its start only.
/// </summary>
/// <remarks>
/// The same seed and start give the same trace. O(length * degree). Source: Weinberger (1990), "Correlated and uncorrelated
/// fitness landscapes and how to tell the difference".
/// </remarks>
public sealed record RandomWalk : IWalk
{
    private readonly int length = 20;

    /// <summary>Number of configurations on the walk, the start included; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Length
    {
        get => length;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            length = value;
        }
    }

    /// <summary>Seed of the walk; every start has its own random numbers.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public WalkTrace Walk(Landscape landscape, int start) => Steps.Walk(landscape, start, Seed, (ref RandomStream random, ReadOnlySpan<int> path, Span<int> buffer) =>
        path.Length == Length ? Steps.End : Steps.ToNeighbor(landscape, path[^1], buffer, ref random));
}
