using System.Numerics;
using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// The vertices from best to worst with their arcs, so that every arc leads to an earlier one. What reaches what then
/// takes one sweep, for 256 sources or targets at a time, one bit each.
/// </summary>
internal sealed class ArcOrder
{
    private const int Bits = 256;

    private readonly int[] order; // vertices, best first; a vertex is known by its position from here on
    private readonly int[] starts;
    private readonly int[] targets; // positions of better neighbors
    private readonly int[] optimumOf; // by position; -1 if none

    public ArcOrder(Landscape landscape)
    {
        ReadOnlySpan<double> loss = landscape.Loss;
        order = new int[loss.Length];
        RadixSort.SortedOrder(loss, order);
        var positions = new int[loss.Length];
        optimumOf = new int[loss.Length];
        for (int position = 0; position < order.Length; position++)
        {
            int vertex = order[position];
            positions[vertex] = position;
            optimumOf[position] = landscape.IsOptimal(vertex) ? landscape.Basins[vertex] : -1;
        }

        OptimumCount = landscape.Optima.Length;
        starts = new int[order.Length + 1];
        var found = new List<int>(order.Length);
        var buffer = new int[landscape.Graph.MaxDegree];
        for (int position = 0; position < order.Length; position++)
        {
            int vertex = order[position];
            foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
            {
                if (loss[vertex] - loss[neighbor] > landscape.Tolerance)
                    found.Add(positions[neighbor]);
            }

            starts[position + 1] = found.Count;
        }

        targets = [.. found];
    }

    public int OptimumCount { get; }

    /// <summary>For every optimum, from how many vertices it is reached.</summary>
    public int[] CountsOfOptima(IProgress<double>? progress)
    {
        var counts = new int[OptimumCount];
        Workers.For((OptimumCount + Bits - 1) / Bits, null, progress, block =>
        {
            var reaches = new Vector256<ulong>[order.Length]; // by position, which optima of the block a vertex reaches
            int first = block * Bits;
            var own = new BitCounts();
            for (int position = 0; position < order.Length; position++)
            {
                Vector256<ulong> reached = Bit(optimumOf[position] - first);
                foreach (int better in targets.AsSpan(starts[position]..starts[position + 1]))
                    reached |= reaches[better];
                reaches[position] = reached;
                own.Add(reached);
            }

            for (int optimum = first; optimum < Math.Min(first + Bits, OptimumCount); optimum++)
                counts[optimum] = own[optimum - first];
        });
        return counts;
    }

    /// <summary>For every optimum, from how many of some vertices it is reached.</summary>
    public int[] CountsOfStarts(int[] vertices, IProgress<double>? progress)
    {
        var bitOf = new int[order.Length];
        Array.Fill(bitOf, -1);
        for (int start = 0; start < vertices.Length; start++)
            bitOf[vertices[start]] = start;

        var counts = new int[OptimumCount];
        Workers.For((vertices.Length + Bits - 1) / Bits, null, progress, block =>
        {
            var reached = new Vector256<ulong>[order.Length]; // by position, from which starts of the block a vertex is reached
            var atOptimum = new Vector256<ulong>[OptimumCount];
            for (int position = order.Length - 1; position >= 0; position--)
            {
                Vector256<ulong> from = reached[position] |= Bit(bitOf[order[position]] - (block * Bits));
                if (optimumOf[position] >= 0)
                    atOptimum[optimumOf[position]] |= from;
                if (from == Vector256<ulong>.Zero)
                    continue;
                foreach (int better in targets.AsSpan(starts[position]..starts[position + 1]))
                    reached[better] |= from;
            }

            for (int optimum = 0; optimum < counts.Length; optimum++)
            {
                Vector256<ulong> from = atOptimum[optimum];
                int count = BitOperations.PopCount(from[0]) + BitOperations.PopCount(from[1]) + BitOperations.PopCount(from[2]) + BitOperations.PopCount(from[3]);
                Interlocked.Add(ref counts[optimum], count);
            }
        });
        return counts;
    }

    /// <summary>The one bit of a number in [0, 256), none of any other.</summary>
    private static Vector256<ulong> Bit(int number) =>
        (uint)number < Bits ? Vector256<ulong>.Zero.WithElement(number / 64, 1UL << (number % 64)) : Vector256<ulong>.Zero;
}
