using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape;

/// <summary>
/// Rows of a table, one run each, grouped by configuration. The grouping and the graph are made once; every fitness
/// column over the rows then becomes a landscape of its own, sharing the graph unless some of its runs failed.
/// </summary>
internal sealed class Runs
{
    private readonly SearchSpace space;
    private readonly INeighborhood neighborhood;
    private readonly Duplicates duplicates;
    private readonly int[] order; // rows, sorted by cell
    private readonly long[] cells; // distinct cells, ascending
    private readonly int[] starts; // where the rows of each distinct cell start in order, and their end

    /// <param name="space">The search space.</param>
    /// <param name="rowCells">The cell of every row.</param>
    /// <param name="neighborhood">Which cells are adjacent.</param>
    /// <param name="duplicates">What becomes of a cell with several rows.</param>
    /// <param name="nameRow">What to call a row in a message, "run 3" if null.</param>
    public Runs(SearchSpace space, ReadOnlySpan<long> rowCells, INeighborhood neighborhood, Duplicates duplicates, Func<int, string>? nameRow = null)
    {
        this.space = space;
        this.neighborhood = neighborhood;
        this.duplicates = duplicates;
        nameRow ??= row => $"run {row}";
        for (int row = 0; row < rowCells.Length; row++)
        {
            if ((ulong)rowCells[row] >= (ulong)space.CellCount)
                throw new ArgumentException($"The cell {rowCells[row]} of {nameRow(row)} is outside the space, which has the cells 0 to {space.CellCount - 1}.");
        }

        long[] sorted = rowCells.ToArray();
        order = new int[sorted.Length];
        for (int row = 0; row < order.Length; row++)
            order[row] = row;
        RadixSort.Sort(sorted, order, space.CellCount - 1);

        var distinct = new List<long>(sorted.Length);
        var firsts = new List<int>(sorted.Length + 1);
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                distinct.Add(sorted[i]);
                firsts.Add(i);
            }
            else if (duplicates == Duplicates.Refuse)
            {
                throw new ArgumentException($"The configuration {space[sorted[i]]} occurs twice, in {nameRow(order[i - 1])} and {nameRow(order[i])}. If these are repeated runs, say how to combine them with Duplicates.Mean, Median or Best; otherwise a column is missing or ignored.");
            }
        }

        firsts.Add(sorted.Length);
        cells = [.. distinct];
        starts = [.. firsts];
        Graph = cells.Length == 0 ? null : NeighborhoodGraph.OfSortedCells(space, cells, neighborhood);
    }

    /// <summary>The graph over all configurations, failed or not; null if there is no row.</summary>
    public NeighborhoodGraph? Graph { get; }

    /// <summary>The landscape of one fitness column.</summary>
    public Landscape ToLandscape(ReadOnlySpan<double> fitness, Objective objective, Tolerance tolerance)
    {
        var values = new List<double>(cells.Length);
        var kept = new List<long>(cells.Length);
        var failed = new List<long>();
        var errors = new List<double>();
        var runs = new List<double>();
        bool repeated = false;
        for (int group = 0; group < cells.Length; group++)
        {
            runs.Clear();
            foreach (int row in order.AsSpan(starts[group]..starts[group + 1]))
            {
                if (double.IsFinite(fitness[row]))
                    runs.Add(fitness[row]);
            }

            if (runs.Count == 0)
            {
                failed.Add(cells[group]);
                continue;
            }

            repeated |= runs.Count > 1;
            kept.Add(cells[group]);
            values.Add(Combine(runs, objective));
            errors.Add(StandardError(runs));
        }

        if (kept.Count == 0)
            throw new ArgumentException($"None of the {cells.Length} configurations has a finite fitness; there is no landscape to analyze.");
        NeighborhoodGraph graph = failed.Count == 0 ? Graph! : NeighborhoodGraph.OfSortedCells(space, [.. kept], neighborhood);
        return new Landscape(graph, values.ToArray(), objective, tolerance, repeated ? [.. errors] : [], [.. failed]);
    }

    private double Combine(List<double> runs, Objective objective)
    {
        if (runs.Count == 1)
            return runs[0];
        runs.Sort(); // the order of rows must not matter, not even to the last bit of a mean
        int middle = runs.Count / 2;
        return duplicates switch
        {
            Duplicates.Median => runs.Count % 2 == 1 ? runs[middle] : (runs[middle - 1] + runs[middle]) / 2,
            Duplicates.Best => objective == Objective.Minimize ? runs[0] : runs[^1],
            _ => runs.Sum() / runs.Count,
        };
    }

    private static double StandardError(List<double> runs)
    {
        if (runs.Count == 1)
            return double.NaN;
        double mean = runs.Sum() / runs.Count;
        double squares = 0;
        foreach (double run in runs)
            squares += (run - mean) * (run - mean);
        return Math.Sqrt(squares / (runs.Count - 1) / runs.Count);
    }
}
