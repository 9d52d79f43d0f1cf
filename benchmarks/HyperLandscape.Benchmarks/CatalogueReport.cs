using System.Diagnostics;
using System.Globalization;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// The time of every metric at about 10^6 configurations beside GraphFLA's, and of everything together. Each metric is measured
/// on a landscape of its own, of which nothing is known yet, so that it pays for all that it needs; best of three.
/// </summary>
internal static class CatalogueReport
{
    /// <summary>GraphFLA 0.3.0 on such a grid, CPU-seconds of the first call on a built landscape, which takes it another 23.4.</summary>
    private static readonly Dictionary<string, (string Function, double Seconds)> Peer = new()
    {
        ["Walk autocorrelation"] = ("autocorrelation", 0.12),
        ["Neutral pair ratio"] = ("neutrality", 3.4),
        ["Gradient intensity"] = ("gradient_intensity", 5.4),
        ["Roughness to slope ratio"] = ("r_s_ratio", 14.2),
        ["Evolvability-enhancing ratio"] = ("evolvability_enhancing_mutations", 12.0),
        ["Fitness distance correlation"] = ("fdc", 14.5),
        ["Basin fitness correlation"] = ("basin_fitness_correlation", 5.5),
        ["Neighbor fitness correlation"] = ("neighbor_fitness_correlation", 12.2),
        ["Fitness flattening index"] = ("fitness_flattening_index", 25.5),
        ["Global optimum accessibility"] = ("global_optima_accessibility", 0.57),
        ["Mean path length to global optimum"] = ("mean_path_length_to_global_optimum", 1.3),
        ["Gamma"] = ("gamma", 29.8),
        ["Global idiosyncrasy"] = ("global_idiosyncratic_index", 12.1),
        ["Extradimensional bypass"] = ("extradimensional_bypass", 867),
        ["Share of reciprocal sign squares"] = ("classify_epistasis (sampled)", 5.8),
        ["Diminishing returns"] = ("diminishing_returns_index", 0.8),
        ["Increasing costs"] = ("increasing_costs_index", 0.8),
    };

    /// <param name="table">A table for another column of times, or null.</param>
    /// <param name="fitness">Its fitness column.</param>
    /// <param name="ignore">Its columns that are neither that nor hyperparameters.</param>
    public static void Print(string? table, string? fitness, string[] ignore)
    {
        SearchSpace space = PeerGrid();
        Landscape million = Landscape.Create(space, NoisyFitness.Of(space, 1));
        Landscape other = table is null ? Landscape.Create(SmallGrid(), NoisyFitness.Of(SmallGrid(), 1)) : Landscape.ReadCsv(table, fitness!, ignore: ignore);
        Write($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, best of three, each metric on a fresh landscape; milliseconds");
        Write($"");
        Write($"| metric | {other.Count:N0} | {million.Count:N0} | GraphFLA's function | its time | times faster |");
        Write($"|---|--:|--:|---|--:|--:|");
        foreach (IMetric metric in Metric.All)
            Row(metric.Name, landscape => metric.Measure(landscape), other, million);
        Row("all together", landscape => landscape.Profile(Metric.All), other, million);
    }

    private static void Row(string name, Func<Landscape, object> work, Landscape other, Landscape million)
    {
        double small = Best(other, work);
        double large = Best(million, work);
        string peer = Peer.Keys.FirstOrDefault(key => name == key || name.StartsWith(key + " (", StringComparison.Ordinal)) is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"{Peer[known].Function} | {1000 * Peer[known].Seconds:N0} | {1000 * Peer[known].Seconds / large:N0}")
            : "- | - | -";
        Write($"| {name} | {small:F1} | {large:F1} | {peer} |");
    }

    /// <summary>1,012,500 cells of four ordinal, two categorical and one boolean hyperparameter.</summary>
    private static SearchSpace PeerGrid() => new(
        MixedGrid.Ordinal("a", 15), MixedGrid.Ordinal("b", 15), MixedGrid.Ordinal("c", 15), MixedGrid.Ordinal("d", 10),
        MixedGrid.Categorical("e", 5), MixedGrid.Categorical("f", 3), Hyperparameter.Boolean("g"));

    /// <summary>62,208 cells, likewise.</summary>
    private static SearchSpace SmallGrid() => new(
        MixedGrid.Ordinal("a", 9), MixedGrid.Ordinal("b", 8), MixedGrid.Ordinal("c", 6), MixedGrid.Ordinal("d", 6),
        MixedGrid.Categorical("e", 4), MixedGrid.Categorical("f", 3), Hyperparameter.Boolean("g"));

    /// <summary>Milliseconds of the fastest of three calls, after one in which the code is compiled.</summary>
    private static double Best(Landscape landscape, Func<Landscape, object> work)
    {
        double best = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < 4; round++)
        {
            Landscape fresh = landscape.WithFitness(landscape.Fitness);
            GC.Collect();
            long now = Stopwatch.GetTimestamp();
            work(fresh);
            double time = Stopwatch.GetElapsedTime(now).TotalMilliseconds;
            best = round == 0 ? best : Math.Min(best, time);
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > 10)
                return Math.Min(best, time);
        }

        return best;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
