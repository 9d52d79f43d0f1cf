using HyperLandscape.Graphs;

namespace HyperLandscape;

/// <summary>Landscapes over one search space, restricted to the configurations that are in all of them.</summary>
internal static class CommonConfigurations
{
    /// <summary>The cells that are in all landscapes, ascending.</summary>
    public static long[] Cells(params ReadOnlySpan<Landscape> landscapes)
    {
        NeighborhoodGraph first = landscapes[0].Graph;
        var cells = new long[first.VertexCount];
        for (int vertex = 0; vertex < cells.Length; vertex++)
            cells[vertex] = first.Cell(vertex);
        foreach (Landscape landscape in landscapes[1..])
        {
            if (!landscape.Graph.HasSameConfigurations(first))
                cells = Array.FindAll(cells, cell => landscape.Graph.Vertex(cell) >= 0);
        }

        return cells;
    }

    /// <summary>The landscapes, over one graph of these cells.</summary>
    public static Landscape[] Restrict(ReadOnlySpan<Landscape> landscapes, long[] cells)
    {
        NeighborhoodGraph graph = NeighborhoodGraph.OfSortedCells(landscapes[0].Space, cells, landscapes[0].Graph.Neighborhood);
        var restricted = new Landscape[landscapes.Length];
        for (int i = 0; i < restricted.Length; i++)
        {
            NeighborhoodGraph whole = landscapes[i].Graph;
            restricted[i] = Rearranged.Of(landscapes[i], graph, Array.ConvertAll(cells, cell => whole.Vertex(cell)));
        }

        return restricted;
    }
}
