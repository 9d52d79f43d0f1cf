using System.Runtime.InteropServices;
using HyperLandscape.Numerics;

namespace HyperLandscape.Walks;

/// <summary>What walks share: one step after the other until there is none.</summary>
internal static class Steps
{
    /// <summary>Instead of a vertex, where a walk ends.</summary>
    public const int End = -1;

    /// <summary>The vertex after those visited so far, or <see cref="End"/>; the buffer has room for all neighbours.</summary>
    public delegate int Next(ref RandomStream random, ReadOnlySpan<int> path, Span<int> buffer);

    /// <summary>Walks until there is no next vertex; the random numbers depend on the seed and the start.</summary>
    public static WalkTrace Walk(Landscape landscape, int start, int seed, Next next)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)start, (uint)landscape.Count, nameof(start));
        var random = new RandomStream(seed, start);
        var buffer = new int[landscape.Graph.MaxDegree];
        var path = new List<int>();
        for (int vertex = start; vertex != End; vertex = next(ref random, CollectionsMarshal.AsSpan(path), buffer))
            path.Add(vertex);
        return new WalkTrace(landscape, path);
    }

    /// <summary>A neighbour, all equally likely, or <see cref="End"/> if there is none.</summary>
    public static int ToNeighbor(Landscape landscape, int vertex, Span<int> buffer, ref RandomStream random)
    {
        ReadOnlySpan<int> neighbors = landscape.Graph.Neighbors(vertex, buffer);
        return neighbors.IsEmpty ? End : neighbors[random.Next(neighbors.Length)];
    }

    /// <summary>A neighbour that is better by more than the tolerance, all equally likely, or <see cref="End"/> if there is none.</summary>
    public static int ToBetter(Landscape landscape, int vertex, Span<int> buffer, ref RandomStream random) =>
        Any(landscape, vertex, buffer, ref random, (from, to) => landscape.Loss[from] - landscape.Loss[to] > landscape.Tolerance);

    /// <summary>The first neighbour in a random order that a step may lead to, so that all of those are equally likely; or <see cref="End"/>.</summary>
    public static int Any(Landscape landscape, int vertex, Span<int> buffer, ref RandomStream random, Func<int, int, bool> isStep)
    {
        ReadOnlySpan<int> neighbors = landscape.Graph.Neighbors(vertex, buffer);
        neighbors.CopyTo(buffer);
        for (int untried = neighbors.Length; untried > 0; untried--)
        {
            int draw = random.Next(untried);
            if (isStep(vertex, buffer[draw]))
                return buffer[draw];
            buffer[draw] = buffer[untried - 1];
        }

        return End;
    }
}
