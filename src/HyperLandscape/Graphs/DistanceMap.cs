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
            transformed = DistanceTransform.Of(graph, targets, axes);
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
}
