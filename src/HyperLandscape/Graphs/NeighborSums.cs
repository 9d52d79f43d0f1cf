using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>For every vertex the sum of a function over its neighbours.</summary>
internal static class NeighborSums
{
    /// <summary>Fills the sums, 0 where there is no neighbour. O(edges), on any number of threads: a block gathers, none scatters.</summary>
    public static void Fill(NeighborhoodGraph graph, ReadOnlyMemory<double> values, Memory<double> sums) =>
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            if (graph.Rows is { } rows)
                FillRows(rows, values.Span, start, sums.Span.Slice(start, length));
            else
                FillGrid(graph.Axes!, values.Span, start, sums.Span.Slice(start, length));
        });

    private static void FillRows(SparseRows rows, ReadOnlySpan<double> values, int start, Span<double> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            double sum = 0;
            foreach (int neighbor in rows.Neighbors(start + i))
                sum += values[neighbor];
            sums[i] = sum;
        }
    }

    private static void FillGrid(Axis[] axes, ReadOnlySpan<double> values, int start, Span<double> sums)
    {
        sums.Clear();
        int end = start + sums.Length;
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                int distance = step * (int)axis.Stride;
                foreach ((int first, int length) in new StepRuns(axis, step, start, end))
                    Add(values.Slice(first + distance, length), sums.Slice(first - start, length));
                foreach ((int first, int length) in new StepRuns(axis, step, Math.Max(0, start - distance), end - distance))
                    Add(values.Slice(first, length), sums.Slice(first + distance - start, length));
            }
        }
    }

    private static void Add(ReadOnlySpan<double> values, Span<double> sums) => TensorPrimitives.Add(sums, values, sums);
}
