using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>Connected components of the graph of neutral pairs, by union-find on any number of threads.</summary>
internal static class NeutralComponents
{
    /// <summary>
    /// For every vertex an ancestor that is not larger; following ancestors leads to the smallest vertex of the
    /// component. Roots are joined by a compare-and-swap that points the larger at the smaller, so the components and
    /// their roots do not depend on the order of the pairs.
    /// </summary>
    public static int[] Find(NeighborhoodGraph graph, ReadOnlyMemory<double> loss, double tolerance)
    {
        var parents = new int[loss.Length];
        for (int vertex = 0; vertex < parents.Length; vertex++)
            parents[vertex] = vertex;

        Workers.ForBlocks(parents.Length, (start, length) =>
        {
            if (graph.Rows is { } rows)
                JoinRows(rows, loss.Span, tolerance, parents, start, start + length);
            else
                JoinGrid(graph.Axes!, loss.Span, tolerance, parents, start, start + length);
        });
        return parents;
    }

    private static void JoinRows(SparseRows rows, ReadOnlySpan<double> loss, double tolerance, int[] parents, int start, int end)
    {
        for (int vertex = start; vertex < end; vertex++)
        {
            foreach (int neighbor in rows.Neighbors(vertex))
            {
                if (neighbor > vertex && Math.Abs(loss[vertex] - loss[neighbor]) <= tolerance)
                    Join(parents, vertex, neighbor);
            }
        }
    }

    /// <summary>Every step up from the cells of a block.</summary>
    private static void JoinGrid(Axis[] axes, ReadOnlySpan<double> loss, double tolerance, int[] parents, int start, int end)
    {
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                int distance = step * (int)axis.Stride;
                foreach ((int first, int length) in new StepRuns(axis, step, start, end))
                    JoinRun(loss.Slice(first, length), loss.Slice(first + distance, length), tolerance, parents, first, distance);
            }
        }
    }

    /// <summary>Pairs of parallel values; whole vectors without a neutral pair are passed over.</summary>
    private static void JoinRun(ReadOnlySpan<double> low, ReadOnlySpan<double> high, double tolerance, int[] parents, int first, int distance)
    {
        var limit = new Vector<double>(tolerance);
        int i = 0;
        while (i < low.Length)
        {
            int length = Math.Min(Vector<double>.Count, low.Length - i);
            if (length == Vector<double>.Count && Vector.GreaterThanAll(Vector.Abs(new Vector<double>(low[i..]) - new Vector<double>(high[i..])), limit))
            {
                i += length;
                continue;
            }

            for (int last = i + length; i < last; i++)
            {
                if (Math.Abs(low[i] - high[i]) <= tolerance)
                    Join(parents, first + i, first + i + distance);
            }
        }
    }

    private static void Join(int[] parents, int a, int b)
    {
        while (true)
        {
            a = Root(parents, a);
            b = Root(parents, b);
            if (a == b)
                return;
            (int smaller, int larger) = a < b ? (a, b) : (b, a);
            if (Interlocked.CompareExchange(ref parents[larger], smaller, larger) == larger)
                return;
        }
    }

    /// <summary>Halves the path on the way: another thread may do the same, which only moves a vertex nearer to its root.</summary>
    private static int Root(int[] parents, int vertex)
    {
        while (true)
        {
            int parent = Volatile.Read(ref parents[vertex]);
            if (parent == vertex)
                return vertex;
            int grandparent = Volatile.Read(ref parents[parent]);
            if (grandparent != parent)
                Volatile.Write(ref parents[vertex], grandparent);
            vertex = grandparent;
        }
    }
}
