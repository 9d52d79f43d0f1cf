using HyperLandscape.Graphs;

namespace HyperLandscape.Similarity;

/// <summary>Two landscapes are comparable if their vertices are the same configurations.</summary>
internal static class SameConfigurations
{
    public static void Require(Landscape a, Landscape b)
    {
        if (a.Graph.HasSameConfigurations(b.Graph))
            return;
        RequireSameSpace(a, b);
        int common = CommonCells(a.Graph, b.Graph).Length;
        throw new ArgumentException($"The landscapes are over different configurations: {common} are in both, {a.Count - common} in the first only, {b.Count - common} in the second only. Compare them on the common ones with CompareCommon.");
    }

    /// <summary>Both landscapes restricted to the configurations that are in both.</summary>
    public static (Landscape A, Landscape B) Restrict(Landscape a, Landscape b)
    {
        if (a.Graph.HasSameConfigurations(b.Graph))
            return (a, b);
        RequireSameSpace(a, b);
        long[] cells = CommonCells(a.Graph, b.Graph);
        if (cells.Length == 0)
            throw new ArgumentException("The landscapes have no configuration in common.");
        NeighborhoodGraph graph = NeighborhoodGraph.OfSortedCells(a.Space, cells, a.Graph.Neighborhood);
        return (Restrict(a, graph), Restrict(b, graph));
    }

    private static Landscape Restrict(Landscape landscape, NeighborhoodGraph graph) =>
        Rearranged.Of(landscape, graph, [.. Enumerable.Range(0, graph.VertexCount).Select(vertex => landscape.Graph.Vertex(graph.Cell(vertex)))]);

    private static void RequireSameSpace(Landscape a, Landscape b)
    {
        if (!a.Space.Equals(b.Space))
            throw new ArgumentException($"The landscapes have different search spaces, {a.Space} and {b.Space}; declare the same hyperparameters for both.");
    }

    private static long[] CommonCells(NeighborhoodGraph a, NeighborhoodGraph b)
    {
        var common = new List<long>();
        int j = 0;
        for (int i = 0; i < a.VertexCount; i++)
        {
            while (j < b.VertexCount && b.Cell(j) < a.Cell(i))
                j++;
            if (j < b.VertexCount && b.Cell(j) == a.Cell(i))
                common.Add(a.Cell(i));
        }

        return [.. common];
    }
}
