using HyperLandscape.Graphs;
using QuikGraph;

namespace HyperLandscape;

/// <summary>The improving arcs of a landscape for other programs: a view for QuikGraph, GraphML and DOT files.</summary>
public static class LandscapeViews
{
    /// <summary>
    /// The improving arcs (from a vertex to a neighbour that is better by more than <see cref="Landscape.Tolerance"/>) as a directed
    /// QuikGraph graph, on which QuikGraph's algorithms run. It has no cycles. A lazy view: arcs are made when they are asked for, so
    /// that it costs nothing and no arc is stored; its number of edges costs O(edges) on first use.
    /// </summary>
    public static IBidirectionalGraph<int, SEquatableEdge<int>> AsQuikGraph(this Landscape landscape) => new DirectedView<SEquatableEdge<int>>(
        landscape.Count,
        () => (long)landscape.Edges.Sums.Arcs,
        vertex => [.. Better(landscape, vertex).Select(better => new SEquatableEdge<int>(vertex, better))],
        vertex => [.. Worse(landscape, vertex).Select(worse => new SEquatableEdge<int>(worse, vertex))]);

    /// <summary>
    /// Writes the improving arcs as GraphML, which networkx, igraph and Gephi read: nodes with the attributes <c>label</c> (the
    /// configuration), <c>fitness</c>, and one per hyperparameter (a name that is taken, or that Gephi takes for looks or
    /// identity, as <c>size</c> and <c>id</c>, gets an underscore), edges with <c>gain</c>, by how much the target is better.
    /// Written as it goes along, O(edges).
    /// </summary>
    public static void WriteGraphML(this Landscape landscape, TextWriter writer) => GraphMLFormat.Write(Describe(landscape), writer);

    /// <summary>Writes a GraphML file, see <see cref="WriteGraphML(Landscape, TextWriter)"/>.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    public static void WriteGraphML(this Landscape landscape, string path) => GraphMLFormat.Write(Describe(landscape), path);

    /// <summary>Writes the improving arcs in Graphviz's DOT language, with the same attributes as <see cref="WriteGraphML(Landscape, TextWriter)"/>, as texts: DOT has no types.</summary>
    public static void WriteDot(this Landscape landscape, TextWriter writer) => DotFormat.Write(Describe(landscape), writer);

    /// <summary>Writes a DOT file, see <see cref="WriteDot(Landscape, TextWriter)"/>.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    public static void WriteDot(this Landscape landscape, string path) => DotFormat.Write(Describe(landscape), path);

    private static GraphDescription Describe(Landscape landscape) => new(
        true,
        landscape.Count,
        GraphDescription.ConfigurationAttributes(landscape.Space, [new("fitness", "double")]),
        vertex => GraphDescription.ConfigurationValues(landscape[vertex], [GraphDescription.Text(landscape.Fitness[vertex])]),
        [new("gain", "double")],
        vertex => [.. Better(landscape, vertex).Select(better => (better, new[] { GraphDescription.Text(landscape.Loss[vertex] - landscape.Loss[better]) }))]);

    private static IEnumerable<int> Better(Landscape landscape, int vertex) => Neighbors(landscape, vertex).Where(other => landscape.Loss[vertex] - landscape.Loss[other] > landscape.Tolerance);

    private static IEnumerable<int> Worse(Landscape landscape, int vertex) => Neighbors(landscape, vertex).Where(other => landscape.Loss[other] - landscape.Loss[vertex] > landscape.Tolerance);

    private static int[] Neighbors(Landscape landscape, int vertex) => landscape.Graph.Neighbors(vertex, new int[landscape.Graph.MaxDegree]).ToArray();
}
