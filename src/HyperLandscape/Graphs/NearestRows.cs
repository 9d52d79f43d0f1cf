using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>The symmetric graph of the nearest neighbours of scattered configurations.</summary>
internal static class NearestRows
{
    /// <summary>Of all configurations of a space.</summary>
    public static SparseRows Of(SearchSpace space, NearestNeighborhood neighborhood) => Of(new ScaledPoints(space, neighborhood), neighborhood.Neighbors, cell => (int)cell, (int)space.CellCount);

    /// <summary>Of the vertices of a graph, among all configurations of its space.</summary>
    public static SparseRows Of(NeighborhoodGraph graph, ScaledPoints points) => Of(points, ((NearestNeighborhood)graph.Neighborhood).Neighbors, graph.Vertex, graph.VertexCount);

    private static SparseRows Of(ScaledPoints points, int neighbors, Func<long, int> vertexOf, int vertexCount)
    {
        neighbors = Math.Min(neighbors, points.Count - 1);
        if (neighbors == 0)
            return SparseRows.OfEdges(vertexCount, []);
        NeighborLists nearest = points.Nearest(neighbors);
        var edges = new List<(int Low, int High)>(points.Count * neighbors);
        for (int cell = 0; cell < points.Count; cell++)
        {
            int vertex = vertexOf(cell);
            foreach (int other in nearest[cell])
            {
                // Where each is among the nearest of the other, the larger one leaves the edge to the smaller.
                if (other < cell && nearest[other].Contains(cell))
                    continue;
                int neighbor = vertexOf(other);
                if (vertex >= 0 && neighbor >= 0)
                    edges.Add((Math.Min(vertex, neighbor), Math.Max(vertex, neighbor)));
            }
        }

        return SparseRows.OfEdges(vertexCount, edges);
    }
}
