using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The 0/1 matrix A of a landscape's improving arcs, A[i, j] = 1 if j is a neighbour of i that is better by more than
/// the tolerance, as an operator on panels. Arcs go from worse to better: in the order of fitness A is strictly
/// triangular, and (I - c A) is solved by one sweep.
/// </summary>
/// <remarks>
/// No edge of a grid is stored. Every vertex has a bit per slot, a slot being a fixed distance to another cell on a
/// grid, or a position in the row of a sample: one set of bits for the better neighbours, one for the worse ones.
/// </remarks>
internal sealed class ImprovingArcs
{
    private const int WordBits = 64;

    private readonly NeighborhoodGraph graph;
    private readonly int[] offsets; // of the slots of a complete grid
    private readonly int words; // per vertex
    private readonly ulong[] better;
    private readonly ulong[] worse;
    private readonly Lazy<int[]> bestFirst;

    public ImprovingArcs(Landscape landscape)
    {
        graph = landscape.Graph;
        Count = landscape.Count;
        offsets = graph.Rows is null ? Offsets(graph.Axes!) : [];
        int slots = graph.Rows is null ? offsets.Length : graph.MaxDegree;
        words = Math.Max(1, (slots + WordBits - 1) / WordBits);
        better = new ulong[(long)Count * words];
        worse = new ulong[better.Length];
        Panel.ForRows(Count, (start, end) => SetBits(landscape, start, end));
        bestFirst = new Lazy<int[]>(() => Order(landscape.Loss));
    }

    /// <summary>Number of vertices.</summary>
    public int Count { get; }

    /// <summary>The largest number of neighbours that a vertex can have.</summary>
    public int MaxDegree => graph.MaxDegree;

    /// <summary>The number of better neighbours of every vertex: the row sums of A.</summary>
    public int[] OutDegrees() => Degrees(better);

    /// <summary>The number of worse neighbours of every vertex: the column sums of A.</summary>
    public int[] InDegrees() => Degrees(worse);

    /// <summary>Writes the better neighbours of a vertex and returns their number.</summary>
    public int BetterNeighbors(int vertex, Span<int> destination)
    {
        int count = 0;
        ReadOnlySpan<int> row = graph.Rows is { } rows ? rows.Neighbors(vertex) : default;
        for (int word = 0; word < words; word++)
        {
            for (ulong bits = better[(vertex * words) + word]; bits != 0; bits &= bits - 1)
            {
                int slot = (word * WordBits) + BitOperations.TrailingZeroCount(bits);
                destination[count++] = graph.Rows is null ? vertex + offsets[slot] : row[slot];
            }
        }

        return count;
    }

    /// <summary>y = (self I + A) x, or with A transposed. O(arcs).</summary>
    public void Multiply<T>(Panel<T> x, Panel<T> y, T self, bool transposed)
        where T : struct, INumber<T>
    {
        ulong[] bits = transposed ? worse : better;
        Panel.ForRows(Count, (start, end) =>
        {
            Span<Vector512<T>> from = x.Rows;
            Span<Vector512<T>> to = y.Rows;
            for (int vertex = start; vertex < end; vertex++)
                to[vertex] = SumOver(bits, vertex, from, from[vertex] * self);
        });
    }

    /// <summary>
    /// Replaces x by (I - diag(c) A)^-1 x, or by (I - A' diag(c))^-1 x if transposed, in one sweep over the vertices in
    /// the order of fitness. O(arcs), on one thread.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve<T>(Panel<T> x, double[] c, bool transposed)
        where T : struct, INumber<T>
    {
        Span<Vector512<T>> rows = x.Rows;
        int[] order = bestFirst.Value;
        if (!transposed)
        {
            foreach (int vertex in order)
                rows[vertex] += SumOver(better, vertex, rows, Vector512<T>.Zero) * T.CreateTruncating(c[vertex]);
            return;
        }

        // With z = c x the sweep over worse neighbours needs no factor per arc.
        for (int i = order.Length - 1; i >= 0; i--)
        {
            int vertex = order[i];
            rows[vertex] = (rows[vertex] + SumOver(worse, vertex, rows, Vector512<T>.Zero)) * T.CreateTruncating(c[vertex]);
        }

        for (int vertex = 0; vertex < c.Length; vertex++)
            rows[vertex] /= T.CreateTruncating(c[vertex]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<T> SumOver<T>(ulong[] bits, int vertex, ReadOnlySpan<Vector512<T>> from, Vector512<T> sum)
    {
        if (graph.Rows is { } sparse)
        {
            ReadOnlySpan<int> row = sparse.Neighbors(vertex);
            for (int word = 0; word < words; word++)
            {
                for (ulong rest = bits[(vertex * words) + word]; rest != 0; rest &= rest - 1)
                    sum += from[row[(word * WordBits) + BitOperations.TrailingZeroCount(rest)]];
            }

            return sum;
        }

        for (int word = 0; word < words; word++)
        {
            for (ulong rest = bits[(vertex * words) + word]; rest != 0; rest &= rest - 1)
                sum += from[vertex + offsets[(word * WordBits) + BitOperations.TrailingZeroCount(rest)]];
        }

        return sum;
    }

    private void SetBits(Landscape landscape, int start, int end)
    {
        ReadOnlySpan<double> loss = landscape.Loss;
        var buffer = new int[graph.MaxDegree];
        for (int vertex = start; vertex < end; vertex++)
        {
            ReadOnlySpan<int> neighbors = graph.Neighbors(vertex, buffer);
            for (int i = 0; i < neighbors.Length; i++)
            {
                double gain = loss[vertex] - loss[neighbors[i]];
                if (Math.Abs(gain) <= landscape.Tolerance)
                    continue;
                int slot = graph.Rows is null ? Array.BinarySearch(offsets, neighbors[i] - vertex) : i;
                ulong[] bits = gain > 0 ? better : worse;
                bits[(vertex * words) + (slot / WordBits)] |= 1UL << (slot % WordBits);
            }
        }
    }

    /// <summary>All distances, in cells, between neighbours on a complete grid, ascending.</summary>
    private static int[] Offsets(Axis[] axes) => [.. axes
        .SelectMany(axis => Enumerable.Range(1, axis.Reach).SelectMany(step => new[] { -step * (int)axis.Stride, step * (int)axis.Stride }))
        .Order()];

    private int[] Degrees(ulong[] bits)
    {
        var degrees = new int[Count];
        for (int i = 0; i < bits.Length; i++)
            degrees[i / words] += BitOperations.PopCount(bits[i]);
        return degrees;
    }

    private static int[] Order(ReadOnlySpan<double> loss)
    {
        var order = new int[loss.Length];
        RadixSort.SortedOrder(loss, order);
        return order;
    }
}
