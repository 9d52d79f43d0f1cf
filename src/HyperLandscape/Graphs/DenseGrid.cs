using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>The values of a landscape as a grid with a value per cell, where few enough cells are missing.</summary>
internal static class DenseGrid
{
    /// <summary>A sample that fills at least this share of its grid is treated as a grid with holes.</summary>
    public const int DensestHoles = 4;

    /// <summary>The values by cell, NaN where there is no vertex; null if most cells are empty or the space lists its configurations. O(cells).</summary>
    public static ReadOnlyMemory<double>? Of(NeighborhoodGraph graph, ReadOnlyMemory<double> values)
    {
        if (graph.Space.IsListed || graph.Space.CellCount > (long)DensestHoles * graph.VertexCount)
            return null;
        return graph.SampledCells is { } cells ? Spread(values, cells, (int)graph.Space.CellCount) : values;
    }

    private static double[] Spread(ReadOnlyMemory<double> values, long[] cells, int cellCount)
    {
        double[] grid = GC.AllocateUninitializedArray<double>(cellCount);
        Workers.ForBlocks(cellCount, (start, length) => grid.AsSpan(start, length).Fill(double.NaN));
        Workers.ForBlocks(cells.Length, (start, length) =>
        {
            ReadOnlySpan<double> known = values.Span;
            for (int vertex = start; vertex < start + length; vertex++)
                grid[cells[vertex]] = known[vertex];
        });
        return grid;
    }
}
