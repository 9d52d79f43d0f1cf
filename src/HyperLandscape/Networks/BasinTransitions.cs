using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>
/// Basin-transition edges: a move from an optimum is an improving arc (to a neighbour that is better by more than
/// <see cref="Landscape.Tolerance"/>) that starts anywhere in its basin, and leads to the optimum of the basin where it ends.
/// The count of an edge a -> b is the number of arcs from the basin of a to the basin of b.
/// </summary>
/// <remarks>
/// Arcs within a basin are moves that stay. Probabilities are over all moves from the basin; where all vertices have equally
/// many, as on boolean landscapes with <see cref="Worsening"/>, this is the mean over the basin of the probability that a random
/// step leads to b, the definition of the source. O(edges of the graph + n); memory O(n + edges of the network). Source:
/// Ochoa, Tomassini, Verel and Darabos (2008), "A study of NK landscapes' basins and local optima networks".
/// </remarks>
public sealed record BasinTransitions : INetworkEdges
{
    /// <summary>Whether steps to neighbours that are equal or worse are moves too, as in the source: then every neighbour pair is one, in both orientations.</summary>
    public bool Worsening { get; init; }

    /// <inheritdoc/>
    public LocalOptimaNetwork Connect(Landscape landscape)
    {
        int[] basins = landscape.Basins.ToArray();
        (int[] offsets, int[] members) = Members(basins, landscape.BasinSizes);
        return new LocalOptimaNetwork(landscape, NetworkRows.Count(landscape.Optima.Length, () =>
        {
            var buffer = new int[landscape.Graph.MaxDegree];
            return (optimum, counter) =>
            {
                ReadOnlySpan<double> loss = landscape.Loss;
                foreach (int vertex in members.AsSpan(offsets[optimum]..offsets[optimum + 1]))
                {
                    foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
                    {
                        if (Worsening || loss[vertex] - loss[neighbor] > landscape.Tolerance)
                            counter.Add(basins[neighbor], 1);
                    }
                }
            };
        }, WorkProgress.Receiver));
    }

    /// <summary>The vertices basin by basin, ascending within each.</summary>
    private static (int[] Offsets, int[] Members) Members(int[] basins, ReadOnlySpan<int> sizes)
    {
        var offsets = new int[sizes.Length + 1];
        for (int basin = 0; basin < sizes.Length; basin++)
            offsets[basin + 1] = offsets[basin] + sizes[basin];
        int[] next = offsets[..^1];
        var members = new int[basins.Length];
        for (int vertex = 0; vertex < basins.Length; vertex++)
            members[next[basins[vertex]]++] = vertex;
        return (offsets, members);
    }
}
