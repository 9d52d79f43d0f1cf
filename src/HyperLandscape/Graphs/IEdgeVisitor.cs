namespace HyperLandscape.Graphs;

/// <summary>What a pass over all edges gathers; a copy of its own for every block of vertices.</summary>
internal interface IEdgeVisitor
{
    /// <summary>The edges between vertices <paramref name="low"/> + i and <paramref name="high"/> + i, for i below <paramref name="length"/>.</summary>
    void Visit(int low, int high, int length);
}
