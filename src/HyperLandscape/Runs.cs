using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
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
    private readonly ReadOnlyMemory<long> placeOfRow; // where every cell has one row; then there is no order and no list of cells
    private readonly int[] order = []; // rows, sorted by cell
    private readonly long[] cells = []; // distinct cells, ascending
    private readonly int[] starts = []; // where the rows of each distinct cell start in order, and their end; empty if each has one row

    /// <param name="space">The search space.</param>
    /// <param name="rowCells">The cell of every row.</param>
    /// <param name="neighborhood">Which cells are adjacent.</param>
    /// <param name="duplicates">What becomes of a cell with several rows.</param>
    /// <param name="nameRow">What to call a row in a message, "run 3" if null.</param>
    public Runs(SearchSpace space, ReadOnlyMemory<long> rowCells, INeighborhood neighborhood, Duplicates duplicates, Func<int, string>? nameRow = null)
    {
        this.space = space;
        this.neighborhood = neighborhood;
        this.duplicates = duplicates;
        if (neighborhood is not NearestNeighborhood && rowCells.Length > 0 && RowOrder.IsPermutation(rowCells, space.CellCount))
        {
            placeOfRow = rowCells;
            Graph = NeighborhoodGraph.Complete(space, neighborhood);
            return;
        }

        nameRow ??= row => $"run {row}";
        int outside = RowOutside(rowCells.Span, space.CellCount);
        if (outside >= 0)
            throw new ArgumentException($"The cell {rowCells.Span[outside]} of {nameRow(outside)} is outside the space, which has the cells 0 to {space.CellCount - 1}.");

        (order, long[] sorted) = RowOrder.Of(rowCells, space.CellCount);
        cells = sorted;
        int distinct = CountDistinct(sorted);
        if (distinct < sorted.Length)
        {
            if (duplicates == Duplicates.Refuse)
                throw new ArgumentException(DescribeDuplicate(sorted, nameRow));
            starts = new int[distinct + 1];
            cells = Group(sorted, starts);
        }

        if (neighborhood is NearestNeighborhood && !space.IsListed && cells.Length > 0)
        {
            this.space = space.Restrict(cells);
            cells = [.. Enumerable.Range(0, cells.Length).Select(cell => (long)cell)];
        }

        Graph = cells.Length == 0 ? null : NeighborhoodGraph.OfSortedCells(this.space, cells, neighborhood);
    }

    private static int RowOutside(ReadOnlySpan<long> rowCells, long cellCount)
    {
        for (int row = 0; row < rowCells.Length; row++)
        {
            if ((ulong)rowCells[row] >= (ulong)cellCount)
                return row;
        }

        return -1;
    }

    private static int CountDistinct(long[] sorted)
    {
        int count = sorted.Length == 0 ? 0 : 1;
        for (int i = 1; i < sorted.Length; i++)
            count += sorted[i] != sorted[i - 1] ? 1 : 0;
        return count;
    }

    /// <summary>The distinct cells, and where the rows of each start.</summary>
    private static long[] Group(long[] sorted, int[] starts)
    {
        var distinct = new long[starts.Length - 1];
        int group = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i] == sorted[i - 1])
                continue;
            distinct[group] = sorted[i];
            starts[group++] = i;
        }

        starts[group] = sorted.Length;
        return distinct;
    }

    private string DescribeDuplicate(long[] sorted, Func<int, string> nameRow)
    {
        int i = 1;
        while (sorted[i] != sorted[i - 1])
            i++;
        return $"The configuration {space[sorted[i]]} occurs twice, in {nameRow(order[i - 1])} and {nameRow(order[i])}. If these are repeated runs, say how to combine them with Duplicates.Mean, Median or Best; otherwise a column is missing or ignored.";
    }

    /// <summary>The graph over all configurations, failed or not; null if there is no row.</summary>
    public NeighborhoodGraph? Graph { get; }

    /// <summary>The landscape of one fitness column.</summary>
    public Landscape ToLandscape(ReadOnlyMemory<double> fitness, Objective objective, Tolerance tolerance)
    {
        double[] values = GC.AllocateUninitializedArray<double>(Graph!.VertexCount); // per configuration, NaN if all of its runs failed
        double[] errors = [];
        int[] counts = [];
        if (placeOfRow.Length > 0)
            Workers.ForBlocks(values.Length, (start, length) => Place(placeOfRow.Span.Slice(start, length), fitness.Span.Slice(start, length), values));
        else if (starts.Length == 0)
            Workers.ForBlocks(values.Length, (start, length) => Gather(fitness.Span, start, values.AsSpan(start, length)));
        else
            (errors, counts) = CombineAll(fitness.Span, values, objective);

        int failures = TensorPrimitives.IsFiniteAll<double>(values) ? 0 : values.Count(value => !double.IsFinite(value));
        return failures == 0
            ? new Landscape(Graph, values, objective, tolerance, errors, [], counts)
            : WithoutFailures(values, errors, counts, failures, objective, tolerance);
    }

    private Landscape WithoutFailures(double[] values, double[] errors, int[] counts, int failures, Objective objective, Tolerance tolerance)
    {
        if (failures == values.Length)
            throw new ArgumentException($"None of the {values.Length} configurations has a finite fitness; there is no landscape to analyze.");
        int[] kept = [.. Enumerable.Range(0, values.Length).Where(group => double.IsFinite(values[group]))];
        long[] failed = [.. Enumerable.Range(0, values.Length).Where(group => !double.IsFinite(values[group])).Select(Graph!.Cell)];
        NeighborhoodGraph graph = NeighborhoodGraph.OfSortedCells(space, [.. kept.Select(Graph.Cell)], neighborhood);
        double[] keptErrors = errors.Length == 0 ? [] : [.. kept.Select(group => errors[group])];
        int[] keptCounts = counts.Length == 0 ? [] : [.. kept.Select(group => counts[group])];
        return new Landscape(graph, kept.Select(group => values[group]).ToArray(), objective, tolerance, keptErrors, failed, keptCounts);
    }

    /// <summary>Puts the fitness of consecutive rows where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a table is read once: fast from the first row
    private static void Place(ReadOnlySpan<long> places, ReadOnlySpan<double> fitness, Span<double> values)
    {
        for (int row = 0; row < places.Length; row++)
            values[(int)places[row]] = fitness[row];
    }

    /// <summary>The fitness of consecutive configurations of one run each.</summary>
    private void Gather(ReadOnlySpan<double> fitness, int first, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = fitness[order[first + i]];
    }

    /// <summary>Combines the runs of every configuration; returns the standard errors and counts, none if no configuration has two successful runs.</summary>
    private (double[] Errors, int[] Counts) CombineAll(ReadOnlySpan<double> fitness, double[] values, Objective objective)
    {
        var errors = new double[values.Length];
        var counts = new int[values.Length];
        var runs = new List<double>();
        for (int group = 0; group < values.Length; group++)
        {
            GatherRuns(fitness, group, runs);
            values[group] = Combine(runs, objective);
            errors[group] = StandardError(runs);
            counts[group] = runs.Count;
        }

        return counts.Any(count => count > 1) ? (errors, counts) : ([], []);
    }

    /// <summary>The successful runs of a configuration, sorted: the order of rows must not matter, not even to the last bit of a mean.</summary>
    private void GatherRuns(ReadOnlySpan<double> fitness, int group, List<double> runs)
    {
        runs.Clear();
        foreach (int row in order.AsSpan(starts[group]..starts[group + 1]))
        {
            if (double.IsFinite(fitness[row]))
                runs.Add(fitness[row]);
        }

        runs.Sort();
    }

    private double Combine(List<double> runs, Objective objective)
    {
        if (runs.Count == 0)
            return double.NaN;
        int middle = runs.Count / 2;
        return duplicates switch
        {
            Duplicates.Median => runs.Count % 2 == 1 ? runs[middle] : (runs[middle - 1] + runs[middle]) / 2,
            Duplicates.Best => objective == Objective.Minimize ? runs[0] : runs[^1],
            _ => runs.Sum() / runs.Count,
        };
    }

    /// <summary>Sample standard deviation / sqrt(runs) of sorted values; NaN for fewer than two.</summary>
    public static double StandardError(List<double> runs)
    {
        if (runs.Count < 2)
            return double.NaN;
        double mean = runs.Sum() / runs.Count;
        double squares = 0;
        foreach (double run in runs)
            squares += (run - mean) * (run - mean);
        return Math.Sqrt(squares / (runs.Count - 1) / runs.Count);
    }
}
