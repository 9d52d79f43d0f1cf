using System.Diagnostics.CodeAnalysis;
using QuikGraph;

namespace HyperLandscape.Graphs;

/// <summary>A neighbourhood graph as QuikGraph sees it; edges are made when they are asked for, and none is kept.</summary>
internal sealed class UndirectedView(NeighborhoodGraph graph) : IUndirectedGraph<int, SEquatableEdge<int>>
{
    public EdgeEqualityComparer<int> EdgeEqualityComparer { get; } = (edge, source, target) =>
        (edge.Source == source && edge.Target == target) || (edge.Source == target && edge.Target == source);

    public bool IsDirected => false;

    public bool AllowParallelEdges => false;

    public bool IsVerticesEmpty => VertexCount == 0;

    public int VertexCount => graph.VertexCount;

    public IEnumerable<int> Vertices => Enumerable.Range(0, VertexCount);

    public bool IsEdgesEmpty => graph.EdgeCount == 0;

    /// <exception cref="OverflowException">There are more edges than QuikGraph can count.</exception>
    public int EdgeCount => checked((int)graph.EdgeCount);

    public IEnumerable<SEquatableEdge<int>> Edges => Vertices.SelectMany(vertex => Adjacent(vertex).Where(edge => edge.Source == vertex));

    public bool ContainsVertex(int vertex) => (uint)vertex < (uint)VertexCount;

    public bool ContainsEdge(SEquatableEdge<int> edge) => ContainsEdge(edge.Source, edge.Target);

    public bool ContainsEdge(int source, int target) =>
        ContainsVertex(source) && graph.Neighbors(source, new int[graph.MaxDegree]).BinarySearch(target) >= 0;

    public bool TryGetEdge(int source, int target, out SEquatableEdge<int> edge)
    {
        bool isEdge = ContainsEdge(source, target);
        edge = isEdge ? Edge(source, target) : default;
        return isEdge;
    }

    public IEnumerable<SEquatableEdge<int>> AdjacentEdges(int vertex) => Adjacent(vertex);

    public int AdjacentDegree(int vertex) => graph.Degree(Known(vertex));

    public bool IsAdjacentEdgesEmpty(int vertex) => AdjacentDegree(vertex) == 0;

    public SEquatableEdge<int> AdjacentEdge(int vertex, int index) => Adjacent(vertex)[index];

    /// <summary>One edge, whichever end it is asked from.</summary>
    private static SEquatableEdge<int> Edge(int a, int b) => new(Math.Min(a, b), Math.Max(a, b));

    private SEquatableEdge<int>[] Adjacent(int vertex)
    {
        ReadOnlySpan<int> neighbors = graph.Neighbors(Known(vertex), new int[graph.MaxDegree]);
        var edges = new SEquatableEdge<int>[neighbors.Length];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = Edge(vertex, neighbors[i]);
        return edges;
    }

    private int Known(int vertex) =>
        ContainsVertex(vertex) ? vertex : throw new VertexNotFoundException($"There is no vertex {vertex}; there are the vertices 0 to {VertexCount - 1}.");
}
