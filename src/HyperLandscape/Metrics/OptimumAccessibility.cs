using System.Globalization;
using System.Text;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// From how many vertices every local optimum can be reached over arcs: strict improvement (by more than
/// <see cref="Landscape.Tolerance"/>) at every step, to any better neighbor, not only the best. Unlike basins of
/// attraction these sets overlap.
/// </summary>
/// <remarks>
/// A plateau that is an optimum is reached at any member; its members count themselves. <see cref="Of"/> is exact, in
/// O(edges * optima / 256); <see cref="Estimate"/> takes a sample of starts instead, in O(edges * starts / 256), which
/// is less where there are very many optima. Neither becomes the other by itself. Both use 32 bytes per configuration
/// and thread, and 4 per edge. Unaffected by the objective, shift and scale. Source: the size of accessible basins as
/// in GraphFLA; Franke et al. (2011), "Evolutionary accessibility of mutational pathways".
/// </remarks>
public sealed class OptimumAccessibility
{
    private readonly Landscape landscape;
    private readonly double[] counts;
    private readonly double[] standardErrors;

    private OptimumAccessibility(Landscape landscape, double[] counts, double[] standardErrors, int starts)
    {
        this.landscape = landscape;
        this.counts = counts;
        this.standardErrors = standardErrors;
        Starts = starts;
    }

    /// <summary>Number of vertices that each optimum is reached from, in the order of <see cref="Landscape.Optima"/>; at least 1 if exact.</summary>
    public ReadOnlySpan<double> Counts => counts;

    /// <summary>The standard errors of <see cref="Counts"/>: 0 if exact.</summary>
    public ReadOnlySpan<double> StandardErrors => standardErrors;

    /// <summary>Number of vertices from which it was looked; all if exact.</summary>
    public int Starts { get; }

    /// <summary>Whether the counts are exact.</summary>
    public bool IsExact => Starts == landscape.Count;

    /// <summary>The exact counts. O(edges * optima / 256).</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="options">Number of threads and cancellation; the counts do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done.</param>
    /// <exception cref="OperationCanceledException">The computation was canceled.</exception>
    public static OptimumAccessibility Of(Landscape landscape, ParallelOptions? options = null, IProgress<double>? progress = null) => Workers.With(options, () =>
    {
        int[] counts = new ArcOrder(landscape).CountsOfOptima(progress);
        return new OptimumAccessibility(landscape, [.. counts.Select(count => (double)count)], new double[counts.Length], landscape.Count);
    });

    /// <summary>
    /// Estimated counts: the share of some starts, drawn uniformly without replacement, that reach an optimum, times
    /// the number of vertices. O(edges * starts / 256).
    /// </summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="starts">The budget: how many vertices to start from, at least 2; with all of them the counts are exact.</param>
    /// <param name="seed">Seed of the choice of starts.</param>
    /// <param name="options">Number of threads and cancellation; the counts do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of starts is less than 2.</exception>
    /// <exception cref="OperationCanceledException">The computation was canceled.</exception>
    public static OptimumAccessibility Estimate(Landscape landscape, int starts = 4096, int seed = 0, ParallelOptions? options = null, IProgress<double>? progress = null) => Workers.With(options, () =>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 2);
        starts = Math.Min(starts, landscape.Count);
        int[] reached = new ArcOrder(landscape).CountsOfStarts(Choose(landscape.Count, starts, seed), progress);
        double missing = 1 - ((double)starts / landscape.Count);
        double[] shares = [.. reached.Select(count => (double)count / starts)];
        return new OptimumAccessibility(
            landscape,
            [.. reached.Select(count => (double)count * landscape.Count / starts)],
            [.. shares.Select(share => landscape.Count * Math.Sqrt(share * (1 - share) / (starts - 1) * missing))],
            starts);
    });

    /// <summary>An aligned table of the ten optima that are reached from most vertices.</summary>
    public override string ToString()
    {
        int[] order = [.. Enumerable.Range(0, counts.Length).OrderByDescending(optimum => counts[optimum]).ThenBy(optimum => optimum)];
        string title = IsExact ? "reached from" : string.Create(CultureInfo.InvariantCulture, $"reached from (estimated from {Starts:N0} starts)");
        var table = new TextTable("optimum", title, "standard error", "basin", "fitness");
        foreach (int optimum in order.Take(10))
            table.Add($"{landscape[landscape.Optima[optimum]]}", TextTable.Number(counts[optimum]), TextTable.Number(standardErrors[optimum]), TextTable.Number(landscape.BasinSizes[optimum]), TextTable.Number(landscape.Fitness[landscape.Optima[optimum]]));
        return table.ToString();
    }

    /// <summary>Writes one line per optimum: configuration, count, standard error, basin size and fitness, in full precision.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var table = new TextTable("optimum", "count", "standard error", "basin", "fitness");
        for (int optimum = 0; optimum < counts.Length; optimum++)
            table.Add($"{landscape[landscape.Optima[optimum]]}", TextTable.Exact(counts[optimum]), TextTable.Exact(standardErrors[optimum]), TextTable.Exact(landscape.BasinSizes[optimum]), TextTable.Exact(landscape.Fitness[landscape.Optima[optimum]]));
        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    /// <summary>Distinct vertices, each set of that size equally likely.</summary>
    private static int[] Choose(int count, int chosen, int seed)
    {
        var random = new RandomStream(seed, 0);
        var vertices = new int[count];
        for (int vertex = 0; vertex < count; vertex++)
            vertices[vertex] = vertex;
        for (int i = 0; i < chosen; i++)
        {
            int other = i + random.Next(count - i);
            (vertices[i], vertices[other]) = (vertices[other], vertices[i]);
        }

        return vertices[..chosen];
    }
}
