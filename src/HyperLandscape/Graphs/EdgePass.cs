using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>
/// One pass over all neighbour pairs of a graph: sums over edges, the best neighbour and the neutral degree of every
/// vertex. Values are losses: smaller is better.
/// </summary>
internal static class EdgePass
{
    /// <summary>Each pass finds means to 16 digits of the largest value, so two more suffice where squares do not overflow.</summary>
    private const int MostPasses = 2;

    /// <summary>Sums over edges and arcs, and for every vertex its best neighbour if better by more than the tolerance, else -1.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="loss">A finite value per vertex, smaller is better.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral.</param>
    /// <param name="best">Filled with the best neighbour of every vertex, ties to the smallest; empty if neither it nor the sums are wanted.</param>
    /// <param name="neutralTolerance">The tolerance of the neutral degrees, which may be another.</param>
    /// <param name="neutralDegrees">Filled with the number of neighbours within that tolerance; empty if not wanted.</param>
    /// <param name="degrees">Filled with the number of neighbours; empty if not wanted, or on a complete grid, where they are known.</param>
    /// <param name="centers">What the sums are measured from.</param>
    public static EdgeSums Run(NeighborhoodGraph graph, ReadOnlyMemory<double> loss, double tolerance, int[] best, double neutralTolerance, ushort[] neutralDegrees, ushort[] degrees, out EdgeCenters centers)
    {
        double mean = BlockedSum.Of(loss) / loss.Length;
        centers = new EdgeCenters(mean, mean, mean);
        EdgeSums sums = Run(graph, new GridPass.Work(loss, false, centers, tolerance, best, neutralTolerance, neutralDegrees, degrees));
        for (int again = 0; again < MostPasses && best.Length > 0 && sums.BetterCenters(centers) is { } better; again++)
        {
            centers = better;
            sums = Run(graph, new GridPass.Work(loss, false, centers, tolerance, best, 0, [], []));
        }

        return sums;
    }

    private static EdgeSums Run(NeighborhoodGraph graph, GridPass.Work work)
    {
        bool isDense = graph.Axes is not null && graph.Space.CellCount <= (long)DenseGrid.DensestHoles * graph.VertexCount;
        if (!isDense)
            return RowsPass.Run(graph, work);
        return graph.SampledCells is { } cells ? RunWithHoles(graph.GridPass!, cells, (int)graph.Space.CellCount, work) : graph.GridPass!.Run(work);
    }

    /// <summary>Spreads the sample over its grid, runs the grid pass, and gathers what it found.</summary>
    private static EdgeSums RunWithHoles(GridPass pass, long[] cells, int cellCount, GridPass.Work work)
    {
        double[] grid = GC.AllocateUninitializedArray<double>(cellCount);
        int[] vertices = GC.AllocateUninitializedArray<int>(work.Best.Length > 0 ? cellCount : 0);
        Workers.ForBlocks(cellCount, (start, length) => grid.AsSpan(start, length).Fill(double.NaN));
        Workers.ForBlocks(cells.Length, (start, length) =>
        {
            ReadOnlySpan<double> loss = work.Loss.Span;
            for (int vertex = start; vertex < start + length; vertex++)
            {
                grid[cells[vertex]] = loss[vertex];
                if (vertices.Length > 0)
                    vertices[cells[vertex]] = vertex;
            }
        });

        GridPass.Work onGrid = work with
        {
            Loss = grid,
            HasHoles = true,
            Best = GC.AllocateUninitializedArray<int>(vertices.Length),
            NeutralDegrees = GC.AllocateUninitializedArray<ushort>(work.NeutralDegrees.Length > 0 ? cellCount : 0),
            Degrees = GC.AllocateUninitializedArray<ushort>(work.Degrees.Length > 0 ? cellCount : 0),
        };
        EdgeSums sums = pass.Run(onGrid);
        Workers.ForBlocks(cells.Length, (start, length) => Gather(onGrid, work, cells, vertices, start, start + length));
        return sums;
    }

    private static void Gather(GridPass.Work perCell, GridPass.Work perVertex, long[] cells, int[] vertices, int start, int end)
    {
        for (int vertex = start; vertex < end; vertex++)
        {
            long cell = cells[vertex];
            if (perVertex.NeutralDegrees.Length > 0)
                perVertex.NeutralDegrees[vertex] = perCell.NeutralDegrees[cell];
            if (perVertex.Degrees.Length > 0)
                perVertex.Degrees[vertex] = perCell.Degrees[cell];
            if (perVertex.Best.Length > 0)
                perVertex.Best[vertex] = perCell.Best[cell] < 0 ? -1 : vertices[perCell.Best[cell]];
        }
    }
}
