using System.Diagnostics.CodeAnalysis;
using QuikGraph;

namespace HyperLandscape.Graphs;

/// <summary>
/// A directed graph over the vertices 0 to n - 1 as QuikGraph sees it; edges are made when they are asked for, and none is kept.
/// </summary>
/// <param name="vertexCount">Number of vertices.</param>
/// <param name="edgeCount">Counts the edges.</param>
/// <param name="outEdges">The edges from a vertex.</param>
/// <param name="inEdges">The edges to a vertex.</param>
internal sealed class DirectedView<TEdge>(int vertexCount, Func<long> edgeCount, Func<int, IReadOnlyList<TEdge>> outEdges, Func<int, IReadOnlyList<TEdge>> inEdges) : IBidirectionalGraph<int, TEdge>
    where TEdge : struct, IEdge<int>
{
    public bool IsDirected => true;

    public bool AllowParallelEdges => false;

    public bool IsVerticesEmpty => vertexCount == 0;

    public int VertexCount => vertexCount;

    public IEnumerable<int> Vertices => Enumerable.Range(0, vertexCount);

    public bool IsEdgesEmpty => edgeCount() == 0;

    /// <exception cref="OverflowException">There are more edges than QuikGraph can count.</exception>
    public int EdgeCount => checked((int)edgeCount());

    public IEnumerable<TEdge> Edges => Vertices.SelectMany(outEdges);

    public bool ContainsVertex(int vertex) => (uint)vertex < (uint)vertexCount;

    public bool ContainsEdge(TEdge edge) => ContainsEdge(edge.Source, edge.Target);

    public bool ContainsEdge(int source, int target) => TryGetEdge(source, target, out _);

    public bool TryGetEdge(int source, int target, out TEdge edge)
    {
        TEdge[] found = TryGetEdges(source, target, out IEnumerable<TEdge>? edges) ? [.. edges] : [];
        edge = found.FirstOrDefault();
        return found.Length > 0;
    }

    public bool TryGetEdges(int source, int target, [NotNullWhen(true)] out IEnumerable<TEdge>? edges)
    {
        edges = ContainsVertex(source) ? outEdges(source).Where(edge => edge.Target == target) : null;
        return edges is not null;
    }

    public bool IsOutEdgesEmpty(int vertex) => OutDegree(vertex) == 0;

    public int OutDegree(int vertex) => Of(outEdges, vertex).Count;

    public TEdge OutEdge(int vertex, int index) => Of(outEdges, vertex)[index];

    public IEnumerable<TEdge> OutEdges(int vertex) => Of(outEdges, vertex);

    public bool TryGetOutEdges(int vertex, [NotNullWhen(true)] out IEnumerable<TEdge>? edges) => TryGet(outEdges, vertex, out edges);

    public bool IsInEdgesEmpty(int vertex) => InDegree(vertex) == 0;

    public int InDegree(int vertex) => Of(inEdges, vertex).Count;

    public TEdge InEdge(int vertex, int index) => Of(inEdges, vertex)[index];

    public IEnumerable<TEdge> InEdges(int vertex) => Of(inEdges, vertex);

    public bool TryGetInEdges(int vertex, [NotNullWhen(true)] out IEnumerable<TEdge>? edges) => TryGet(inEdges, vertex, out edges);

    public int Degree(int vertex) => OutDegree(vertex) + InDegree(vertex);

    private IReadOnlyList<TEdge> Of(Func<int, IReadOnlyList<TEdge>> edges, int vertex) =>
        ContainsVertex(vertex) ? edges(vertex) : throw new VertexNotFoundException($"There is no vertex {vertex}; there are the vertices 0 to {vertexCount - 1}.");

    private bool TryGet(Func<int, IReadOnlyList<TEdge>> all, int vertex, [NotNullWhen(true)] out IEnumerable<TEdge>? edges)
    {
        edges = ContainsVertex(vertex) ? all(vertex) : null;
        return edges is not null;
    }
}
