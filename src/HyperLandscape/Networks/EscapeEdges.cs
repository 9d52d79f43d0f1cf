using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>
/// Escape edges: a move from an optimum is a configuration at a given distance from it, and leads to the optimum whose basin
/// that configuration lies in. The count of an edge a -> b is the number of configurations at that distance from a whose
/// best-improvement climb ends in b: where a search ends up that is kicked that far out of a and climbs again.
/// </summary>
/// <remarks>
/// Distances as in <see cref="NeighborhoodGraph.Distance"/>; the configurations in between need not be in the sample, the
/// configuration itself must. A plateau that is an optimum is left from its representative. O(sum over optima of the
/// configurations at that distance), times log n for a sample, beside the basins; memory O(edges + optima). Source: Verel,
/// Daolio, Ochoa and Tomassini (2012), "Local optima networks with escape edges".
/// </remarks>
public sealed record EscapeEdges : INetworkEdges
{
    private readonly int distance = 2;

    /// <summary>The distance, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is less than 1.</exception>
    public int Distance
    {
        get => distance;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            distance = value;
        }
    }

    /// <summary>
    /// Whether all steps must be along different hyperparameters, as GraphFLA counts them. Two steps along one ordinal
    /// hyperparameter are then no move; nothing changes where none is ordinal.
    /// </summary>
    public bool DifferentHyperparameters { get; init; }

    /// <inheritdoc/>
    public LocalOptimaNetwork Connect(Landscape landscape)
    {
        int[] basins = landscape.Basins.ToArray();
        int[] optima = landscape.Optima.ToArray();
        return new LocalOptimaNetwork(landscape, NetworkRows.Count(optima.Length, () =>
        {
            var sphere = new Sphere(landscape.Graph, distance, DifferentHyperparameters);
            return (optimum, counter) =>
            {
                foreach (int vertex in sphere.Around(optima[optimum]))
                    counter.Add(basins[vertex], 1);
            };
        }, WorkProgress.Receiver));
    }
}
