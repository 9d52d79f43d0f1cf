using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>Connected components of the graph of neutral pairs, by union-find on any number of threads.</summary>
internal static class NeutralComponents
{
    /// <summary>
    /// For every vertex an ancestor that is not larger; following ancestors leads to the smallest vertex of the
    /// component. Roots are joined by pointing the larger at the smaller, so the components and their roots do not
    /// depend on the order of the pairs. On a complete grid, pairs within a block come first: no other thread is there.
    /// </summary>
    public static int[] Find(NeighborhoodGraph graph, ReadOnlyMemory<double> loss, double tolerance)
    {
        int[] parents = GC.AllocateUninitializedArray<int>(loss.Length);
        Workers.ForBlocks(parents.Length, (start, length) =>
        {
            for (int vertex = start; vertex < start + length; vertex++)
                parents[vertex] = vertex;
            if (graph.Rows is null)
                JoinGrid(graph.Axes!, loss.Span, tolerance, parents, start, start + length, isWithin: true);
            for (int vertex = start; vertex < start + length; vertex++)
                parents[vertex] = parents[parents[vertex]]; // the root within the block, since parents are smaller
        });
        Workers.ForBlocks(parents.Length, (start, length) =>
        {
            if (graph.Rows is { } rows)
                JoinRows(rows, loss.Span, tolerance, parents, start, start + length);
            else
                JoinGrid(graph.Axes!, loss.Span, tolerance, parents, start, start + length, isWithin: false);
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

    /// <summary>Every step up from the cells of a block, either those that end within the block or those that do not.</summary>
    private static void JoinGrid(Axis[] axes, ReadOnlySpan<double> loss, double tolerance, int[] parents, int start, int end, bool isWithin)
    {
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                int distance = step * (int)axis.Stride;
                int border = Math.Clamp(end - distance, start, end);
                foreach ((int first, int length) in isWithin ? new StepRuns(axis, step, start, border) : new StepRuns(axis, step, border, end))
                    JoinRun(loss.Slice(first, length), loss.Slice(first + distance, length), tolerance, parents, first, distance, isWithin);
            }
        }
    }

    /// <summary>
    /// Pairs of parallel values, four (lanes) at a time; the rest, fewer than four, one by one. TensorPrimitives has no
    /// comparison that yields bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    private static void JoinRun(ReadOnlySpan<double> low, ReadOnlySpan<double> high, double tolerance, int[] parents, int first, int distance, bool isWithin)
    {
        var limit = Vector256.Create(tolerance);
        int lanes = Vector256<double>.Count;
        int i = 0;
        for (; i <= low.Length - lanes; i += lanes)
        {
            Vector256<double> difference = Vector256.Create(low.Slice(i, lanes)) - Vector256.Create(high.Slice(i, lanes));
            uint neutral = Vector256.LessThanOrEqual(Vector256.Abs(difference), limit).ExtractMostSignificantBits();
            for (; neutral != 0; neutral &= neutral - 1)
                Join(parents, first + i + BitOperations.TrailingZeroCount(neutral), distance, isWithin);
        }

        for (; i < low.Length; i++)
        {
            if (Math.Abs(low[i] - high[i]) <= tolerance)
                Join(parents, first + i, distance, isWithin);
        }
    }

    private static void Join(int[] parents, int vertex, int distance, bool isWithin)
    {
        if (parents[vertex] == parents[vertex + distance])
            return;
        if (isWithin)
            JoinAlone(parents, vertex, vertex + distance);
        else
            Join(parents, vertex, vertex + distance);
    }

    /// <summary>As <see cref="Join(int[], int, int)"/>, where no other thread is about.</summary>
    private static void JoinAlone(int[] parents, int a, int b)
    {
        a = Root(parents, a);
        b = Root(parents, b);
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>Points the larger of two roots at the smaller, unless another thread moved it meanwhile; then again.</summary>
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
