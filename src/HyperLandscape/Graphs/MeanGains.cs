using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>For every vertex the mean difference along the arcs at it, which lead to neighbours that are lower by more than a tolerance.</summary>
internal static class MeanGains
{
    /// <summary>Fills the means, NaN where there is no such arc. O(edges), on any number of threads: a block gathers, none scatters.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="values">A value per vertex.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral.</param>
    /// <param name="leaving">Whether along the arcs that leave a vertex, or along those that arrive at it.</param>
    /// <param name="means">The result.</param>
    public static void Fill(NeighborhoodGraph graph, ReadOnlyMemory<double> values, double tolerance, bool leaving, double[] means) =>
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            double[] rented = ArrayPool<double>.Shared.Rent(length);
            try
            {
                Span<double> counts = rented.AsSpan(0, length);
                Span<double> sums = means.AsSpan(start, length);
                counts.Clear();
                sums.Clear();
                if (graph.Rows is { } rows)
                    AddRows(rows, values.Span, tolerance, leaving, start, sums, counts);
                else
                    AddGrid(graph.Axes!, values.Span, tolerance, leaving, start, sums, counts);
                TensorPrimitives.Divide(sums, counts, sums); // 0 / 0 is NaN
            }
            finally
            {
                ArrayPool<double>.Shared.Return(rented);
            }
        });

    private static void AddRows(SparseRows rows, ReadOnlySpan<double> values, double tolerance, bool leaving, int start, Span<double> sums, Span<double> counts)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            foreach (int neighbor in rows.Neighbors(start + i))
            {
                double difference = values[start + i] - values[neighbor];
                Add(leaving ? difference : -difference, tolerance, ref sums[i], ref counts[i]);
            }
        }
    }

    private static void AddGrid(Axis[] axes, ReadOnlySpan<double> values, double tolerance, bool leaving, int start, Span<double> sums, Span<double> counts)
    {
        int end = start + sums.Length;
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                int distance = step * (int)axis.Stride;
                foreach ((int first, int length) in new StepRuns(axis, step, start, end))
                    Add(values, first, first + distance, length, tolerance, leaving, sums[(first - start)..], counts[(first - start)..]);
                foreach ((int first, int length) in new StepRuns(axis, step, Math.Max(0, start - distance), end - distance))
                    Add(values, first + distance, first, length, tolerance, leaving, sums[(first + distance - start)..], counts[(first + distance - start)..]);
            }
        }
    }

    /// <summary>A run of vertices and of their neighbours.</summary>
    private static void Add(ReadOnlySpan<double> values, int own, int other, int length, double tolerance, bool leaving, Span<double> sums, Span<double> counts)
    {
        ReadOnlySpan<double> from = values.Slice(leaving ? own : other, length);
        ReadOnlySpan<double> to = values.Slice(leaving ? other : own, length);
        Add(from, to, tolerance, sums[..length], counts[..length]);
    }

    /// <summary>
    /// Vectors of <see cref="Vector{T}"/> lanes, then a scalar tail: adds from - to and 1 where that is above the
    /// tolerance. TensorPrimitives has no comparison that yields a mask.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    private static void Add(ReadOnlySpan<double> from, ReadOnlySpan<double> to, double tolerance, Span<double> sums, Span<double> counts)
    {
        ReadOnlySpan<Vector<double>> vectorFrom = MemoryMarshal.Cast<double, Vector<double>>(from);
        ReadOnlySpan<Vector<double>> vectorTo = MemoryMarshal.Cast<double, Vector<double>>(to)[..vectorFrom.Length];
        Span<Vector<double>> vectorSums = MemoryMarshal.Cast<double, Vector<double>>(sums)[..vectorFrom.Length];
        Span<Vector<double>> vectorCounts = MemoryMarshal.Cast<double, Vector<double>>(counts)[..vectorFrom.Length];
        var limit = new Vector<double>(tolerance);
        for (int i = 0; i < vectorFrom.Length; i++)
        {
            Vector<double> difference = vectorFrom[i] - vectorTo[i];
            Vector<double> isArc = Vector.GreaterThan(difference, limit).As<long, double>();
            vectorSums[i] += difference & isArc;
            vectorCounts[i] += Vector<double>.One & isArc;
        }

        for (int i = vectorFrom.Length * Vector<double>.Count; i < from.Length; i++)
            Add(from[i] - to[i], tolerance, ref sums[i], ref counts[i]);
    }

    private static void Add(double difference, double tolerance, ref double sum, ref double count)
    {
        bool isArc = difference > tolerance;
        sum += isArc ? difference : 0;
        count += isArc ? 1 : 0;
    }
}
