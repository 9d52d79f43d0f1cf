using System.Buffers;
using System.Numerics.Tensors;

namespace HyperLandscape.Graphs;

/// <summary>The distance of every vertex to the nearest of some vertices.</summary>
internal sealed class DistanceMap
{
    private const int FewTargets = 16;

    private readonly NeighborhoodGraph graph;
    private readonly AxisSums<int>[] perTarget = [];
    private readonly int[]? transformed; // per cell, when there are too many targets to look at each
    private readonly long[] listed = []; // the targets, where distances are no sums over axes

    public DistanceMap(NeighborhoodGraph graph, ReadOnlySpan<int> targets)
    {
        this.graph = graph;
        if (graph.Space.IsListed)
        {
            listed = [.. targets.ToArray().Select(graph.Cell)];
            return;
        }

        Axis[] axes = graph.DistanceAxes;
        if (targets.Length > FewTargets && graph.Space.CellCount <= Math.Max(8L * graph.VertexCount, 1 << 16))
        {
            transformed = Transform(graph, targets, axes);
            return;
        }

        perTarget = new AxisSums<int>[targets.Length];
        for (int i = 0; i < targets.Length; i++)
            perTarget[i] = AxisSums.Distances(axes, graph.Cell(targets[i]));
    }

    /// <summary>The distance of one vertex.</summary>
    public int Distance(int vertex)
    {
        Span<int> distance = stackalloc int[1];
        Fill(vertex, distance);
        return distance[0];
    }

    /// <summary>The distances of consecutive vertices. O(1) each when targets are few or the grid is at least an eighth full, else O(targets).</summary>
    public void Fill(int firstVertex, Span<int> destination)
    {
        if (listed.Length > 0)
            FillListed(firstVertex, destination);
        else if (graph.SampledCells is { } cells)
            FillSample(cells.AsSpan(firstVertex, destination.Length), destination);
        else if (transformed is not null)
            transformed.AsSpan(firstVertex, destination.Length).CopyTo(destination);
        else
            FillGrid(firstVertex, destination);
    }

    private void FillListed(int firstVertex, Span<int> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            int nearest = int.MaxValue;
            foreach (long target in listed)
                nearest = Math.Min(nearest, graph.CellDistance(graph.Cell(firstVertex + i), target));
            destination[i] = nearest;
        }
    }

    private void FillGrid(int firstVertex, Span<int> destination)
    {
        perTarget[0].Fill(firstVertex, destination);
        if (perTarget.Length == 1)
            return;
        int[] rented = ArrayPool<int>.Shared.Rent(destination.Length);
        try
        {
            Span<int> other = rented.AsSpan(0, destination.Length);
            foreach (AxisSums<int> distances in perTarget.AsSpan(1))
            {
                distances.Fill(firstVertex, other);
                TensorPrimitives.Min<int>(destination, other, destination);
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    private void FillSample(ReadOnlySpan<long> cells, Span<int> destination)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (transformed is not null)
            {
                destination[i] = transformed[cells[i]];
                continue;
            }

            int nearest = int.MaxValue;
            foreach (AxisSums<int> distances in perTarget)
                nearest = Math.Min(nearest, distances[cells[i]]);
            destination[i] = nearest;
        }
    }

    /// <summary>
    /// The distance is a sum over axes, so the nearest target is found axis by axis: after an axis is done, every cell
    /// holds the distance to the nearest target that differs along the axes done so far only. O(cells * axes).
    /// </summary>
    private static int[] Transform(NeighborhoodGraph graph, ReadOnlySpan<int> targets, Axis[] axes)
    {
        const int far = int.MaxValue / 2;
        var distances = new int[graph.Space.CellCount];
        Array.Fill(distances, far);
        foreach (int target in targets)
            distances[graph.Cell(target)] = 0;

        foreach (Axis axis in axes)
        {
            int stride = (int)axis.Stride;
            int block = stride * axis.Levels;
            for (int start = 0; start < distances.Length; start += block)
            {
                if (axis.Reach == 1)
                    StepAlong(distances.AsSpan(start, block), stride, axis.Levels);
                else
                    JumpAlong(distances.AsSpan(start, block), stride, axis.Levels);
            }
        }

        return distances;
    }

    /// <summary>One level at a time: up, then down.</summary>
    private static void StepAlong(Span<int> block, int stride, int levels)
    {
        for (int level = 1; level < levels; level++)
            Relax(block.Slice(level * stride, stride), block.Slice((level - 1) * stride, stride));
        for (int level = levels - 2; level >= 0; level--)
            Relax(block.Slice(level * stride, stride), block.Slice((level + 1) * stride, stride));
    }

    /// <summary>From any level to any other: the best over all levels plus one.</summary>
    private static void JumpAlong(Span<int> block, int stride, int levels)
    {
        for (int offset = 0; offset < stride; offset++)
        {
            int best = block[offset];
            for (int level = 1; level < levels; level++)
                best = Math.Min(best, block[offset + (level * stride)]);
            for (int level = 0; level < levels; level++)
            {
                ref int here = ref block[offset + (level * stride)];
                here = Math.Min(here, best + 1);
            }
        }
    }

    private static void Relax(Span<int> here, ReadOnlySpan<int> from)
    {
        for (int i = 0; i < here.Length; i++)
            here[i] = Math.Min(here[i], from[i] + 1);
    }
}
