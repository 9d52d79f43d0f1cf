using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>A pass over all edges of a graph, each once, in runs of parallel edges; on any number of threads.</summary>
internal static class EdgeRuns
{
    /// <summary>Shows every edge to a visitor and returns its copies, one per block of lower ends, in order.</summary>
    public static TVisitor[] Visit<TVisitor>(NeighborhoodGraph graph, TVisitor visitor)
        where TVisitor : struct, IEdgeVisitor
    {
        var blocks = new TVisitor[Workers.BlockCount(graph.VertexCount)];
        Workers.ForBlocks(graph.VertexCount, (start, length) =>
        {
            TVisitor own = visitor;
            if (graph.Rows is { } rows)
                VisitRows(rows, start, start + length, ref own);
            else
                VisitGrid(graph.Axes!, start, start + length, ref own);
            blocks[start / Workers.BlockSize] = own;
        });
        return blocks;
    }

    private static void VisitRows<TVisitor>(SparseRows rows, int start, int end, ref TVisitor visitor)
        where TVisitor : struct, IEdgeVisitor
    {
        for (int vertex = start; vertex < end; vertex++)
        {
            foreach (int neighbor in rows.Neighbors(vertex))
            {
                if (neighbor > vertex)
                    visitor.Visit(vertex, neighbor, 1);
            }
        }
    }

    private static void VisitGrid<TVisitor>(Axis[] axes, int start, int end, ref TVisitor visitor)
        where TVisitor : struct, IEdgeVisitor
    {
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                int distance = step * (int)axis.Stride;
                foreach ((int first, int length) in new StepRuns(axis, step, start, end))
                    visitor.Visit(first, first + distance, length);
            }
        }
    }
}
