using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>
/// Cuts the configurations in planes along two axes, or in lines along one. Between them the planes hold every vertex
/// once, but for those that are alone on theirs. O(vertices) for each pair of axes: by strides on a complete grid,
/// otherwise by a radix sort. No hashing.
/// </summary>
internal static class Planes
{
    /// <summary>The planes along two axes. One plane is used for all: read it before moving on.</summary>
    public static IEnumerable<Plane> Along(NeighborhoodGraph graph, ReadOnlyMemory<double> values, int rowAxis, int columnAxis) =>
        graph.Space.IsListed ? OfListed(graph, values, rowAxis, columnAxis) : Along(graph, values, new Plane(graph.DistanceAxes[rowAxis], graph.DistanceAxes[columnAxis]));

    /// <summary>The lines along one axis, as planes of a single column.</summary>
    public static IEnumerable<Plane> Along(NeighborhoodGraph graph, ReadOnlyMemory<double> values, int axis) =>
        graph.Space.IsListed ? OfListed(graph, values, axis, null) : Along(graph, values, new Plane(graph.DistanceAxes[axis], new Axis(Stride: 1, Levels: 1, Reach: 0)));

    /// <summary>All pairs of axes, the slower first.</summary>
    public static (int Row, int Column)[] Pairs(NeighborhoodGraph graph) =>
        [.. Enumerable.Range(0, graph.Space.Dimension).SelectMany(row => Enumerable.Range(row + 1, graph.Space.Dimension - row - 1).Select(column => (row, column)))];

    private static IEnumerable<Plane> Along(NeighborhoodGraph graph, ReadOnlyMemory<double> values, Plane plane) =>
        graph.SampledCells is { } cells ? OfSample(cells, graph.Space.CellCount, values, plane) : OfGrid(values, plane);

    /// <summary>Gives the vertices cells in a grid of three axes: all other hyperparameters together, the rows, the columns.</summary>
    private static IEnumerable<Plane> OfListed(NeighborhoodGraph graph, ReadOnlyMemory<double> values, int rowAxis, int? columnAxis)
    {
        Axis[] axes = graph.DistanceAxes;
        Axis columns = columnAxis is { } own ? axes[own] with { Stride = 1 } : new Axis(Stride: 1, Levels: 1, Reach: 0);
        Axis rows = axes[rowAxis] with { Stride = columns.Levels };
        int[] vertices = [.. Enumerable.Range(0, graph.VertexCount)];
        long[] cells = new LevelKeys(graph).Of(vertices, [.. Enumerable.Range(0, axes.Length).Where(h => h != rowAxis && h != columnAxis)]);
        long size = (long)rows.Levels * columns.Levels;
        for (int vertex = 0; vertex < cells.Length; vertex++)
        {
            long cell = graph.Cell(vertex);
            int column = columnAxis is { } h ? graph.Space.Level(cell, h) : 0;
            cells[vertex] = checked((cells[vertex] * size) + (graph.Space.Level(cell, rowAxis) * rows.Stride) + column);
        }

        return OfSample(cells, cells.Max() + 1, values, new Plane(rows, columns));
    }

    private static IEnumerable<Plane> OfGrid(ReadOnlyMemory<double> values, Plane plane)
    {
        (Axis rows, Axis columns) = (plane.RowAxis, plane.ColumnAxis);
        for (long outer = 0; outer < values.Length; outer += rows.Stride * rows.Levels)
        {
            for (long middle = 0; middle < rows.Stride; middle += columns.Stride * columns.Levels)
            {
                for (long inner = 0; inner < columns.Stride; inner++)
                {
                    plane.Fill(values.Span, outer + middle + inner);
                    yield return plane;
                }
            }
        }
    }

    private static IEnumerable<Plane> OfSample(long[] cells, long cellCount, ReadOnlyMemory<double> values, Plane plane)
    {
        var keys = new long[cells.Length];
        var vertices = new int[cells.Length];
        for (int vertex = 0; vertex < cells.Length; vertex++)
        {
            long cell = cells[vertex];
            keys[vertex] = cell - (plane.RowAxis.Level(cell) * plane.RowAxis.Stride) - (plane.ColumnAxis.Level(cell) * plane.ColumnAxis.Stride);
            vertices[vertex] = vertex;
        }

        RadixSort.Sort(keys, vertices, cellCount - 1);
        int end;
        for (int start = 0; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            if (end - start == 1)
                continue;
            plane.Fill(values.Span, cells, vertices.AsSpan(start, end - start));
            yield return plane;
        }
    }
}
