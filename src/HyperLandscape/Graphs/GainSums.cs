using System.Numerics;
using System.Runtime.InteropServices;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>For every vertex the number of its lower neighbours and the sum of the differences to them.</summary>
internal static class GainSums
{
    /// <summary>Fills both, 0 where no neighbour is lower by more than the tolerance. O(edges), on any number of threads: a block gathers, none scatters.</summary>
    public static void Fill(NeighborhoodGraph graph, ReadOnlyMemory<double> values, double tolerance, double[] sums, double[] counts) =>
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            Span<double> ownSums = sums.AsSpan(start, length);
            Span<double> ownCounts = counts.AsSpan(start, length);
            if (graph.Rows is { } rows)
                FillRows(rows, values.Span, tolerance, start, ownSums, ownCounts);
            else
                FillGrid(graph.Axes!, values.Span, tolerance, start, ownSums, ownCounts);
        });

    private static void FillRows(SparseRows rows, ReadOnlySpan<double> values, double tolerance, int start, Span<double> sums, Span<double> counts)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            foreach (int neighbor in rows.Neighbors(start + i))
                Add(values[start + i] - values[neighbor], tolerance, ref sums[i], ref counts[i]);
        }
    }

    private static void FillGrid(Axis[] axes, ReadOnlySpan<double> values, double tolerance, int start, Span<double> sums, Span<double> counts)
    {
        int end = start + sums.Length;
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                int distance = step * (int)axis.Stride;
                foreach ((int first, int length) in new StepRuns(axis, step, start, end))
                    Add(values.Slice(first, length), values.Slice(first + distance, length), tolerance, sums.Slice(first - start, length), counts.Slice(first - start, length));
                foreach ((int first, int length) in new StepRuns(axis, step, Math.Max(0, start - distance), end - distance))
                    Add(values.Slice(first + distance, length), values.Slice(first, length), tolerance, sums.Slice(first + distance - start, length), counts.Slice(first + distance - start, length));
            }
        }
    }

    /// <summary>
    /// Vectors of <see cref="Vector{T}"/> lanes, then a scalar tail: adds own - other and 1 where that is above the
    /// tolerance. TensorPrimitives has no comparison that yields a mask.
    /// </summary>
    private static void Add(ReadOnlySpan<double> own, ReadOnlySpan<double> other, double tolerance, Span<double> sums, Span<double> counts)
    {
        ReadOnlySpan<Vector<double>> owns = MemoryMarshal.Cast<double, Vector<double>>(own);
        ReadOnlySpan<Vector<double>> others = MemoryMarshal.Cast<double, Vector<double>>(other)[..owns.Length];
        Span<Vector<double>> vectorSums = MemoryMarshal.Cast<double, Vector<double>>(sums)[..owns.Length];
        Span<Vector<double>> vectorCounts = MemoryMarshal.Cast<double, Vector<double>>(counts)[..owns.Length];
        var limit = new Vector<double>(tolerance);
        for (int i = 0; i < owns.Length; i++)
        {
            Vector<double> difference = owns[i] - others[i];
            Vector<double> isLower = Vector.GreaterThan(difference, limit).As<long, double>();
            vectorSums[i] += difference & isLower;
            vectorCounts[i] += Vector<double>.One & isLower;
        }

        for (int i = owns.Length * Vector<double>.Count; i < own.Length; i++)
            Add(own[i] - other[i], tolerance, ref sums[i], ref counts[i]);
    }

    private static void Add(double difference, double tolerance, ref double sum, ref double count)
    {
        bool isLower = difference > tolerance;
        sum += isLower ? difference : 0;
        count += isLower ? 1 : 0;
    }
}
