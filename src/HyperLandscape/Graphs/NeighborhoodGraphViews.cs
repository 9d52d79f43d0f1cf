using QuikGraph;

namespace HyperLandscape.Graphs;

/// <summary>A neighbourhood graph for other programs: a view for QuikGraph, GraphML and DOT files.</summary>
public static class NeighborhoodGraphViews
{
    /// <summary>
    /// The graph as an undirected QuikGraph graph, on which QuikGraph's algorithms run. A lazy view: edges are made when they are
    /// asked for, so that it costs nothing and no edge is stored. Edges have their smaller vertex first.
    /// </summary>
    public static IUndirectedGraph<int, SEquatableEdge<int>> AsQuikGraph(this NeighborhoodGraph graph) => new UndirectedView(graph);

    /// <summary>
    /// Writes the graph as GraphML, which networkx, igraph and Gephi read: nodes with the attribute <c>label</c> (the configuration)
    /// and one per hyperparameter (a name that is taken, or that Gephi takes for looks or identity, as <c>size</c> and
    /// <c>id</c>, gets an underscore), edges without any. Written as it goes along, O(edges).
    /// </summary>
    public static void WriteGraphML(this NeighborhoodGraph graph, TextWriter writer) => GraphMLFormat.Write(Describe(graph), writer);

    /// <summary>Writes a GraphML file, see <see cref="WriteGraphML(NeighborhoodGraph, TextWriter)"/>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    public static void WriteGraphML(this NeighborhoodGraph graph, string path) => GraphMLFormat.Write(Describe(graph), path);

    /// <summary>Writes the graph in Graphviz's DOT language, with the same attributes as <see cref="WriteGraphML(NeighborhoodGraph, TextWriter)"/>, as texts: DOT has no types.</summary>
    public static void WriteDot(this NeighborhoodGraph graph, TextWriter writer) => DotFormat.Write(Describe(graph), writer);

    /// <summary>Writes a DOT file, see <see cref="WriteDot(NeighborhoodGraph, TextWriter)"/>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    public static void WriteDot(this NeighborhoodGraph graph, string path) => DotFormat.Write(Describe(graph), path);

    private static GraphDescription Describe(NeighborhoodGraph graph)
    {
        var buffer = new int[graph.MaxDegree];
        return new GraphDescription(
            false,
            graph.VertexCount,
            GraphDescription.ConfigurationAttributes(graph.Space, []),
            vertex => GraphDescription.ConfigurationValues(graph[vertex], []),
            [],
            vertex => [.. graph.Neighbors(vertex, buffer).ToArray().Where(neighbor => neighbor > vertex).Select(neighbor => (neighbor, Array.Empty<string>()))]);
    }
}
