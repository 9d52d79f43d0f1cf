using System.Diagnostics;
using System.Globalization;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Metrics;
using HyperLandscape.Networks;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// The time of everything in the catalogue at about 10^6 configurations beside GraphFLA's. Each is measured on a
/// landscape of its own, of which nothing is known yet, so that it pays for all that it needs.
/// </summary>
internal static class CatalogueReport
{
    /// <summary>
    /// GraphFLA 0.3.0 on such a grid of 1,012,500, CPU-seconds of the first call on a built landscape, which takes it
    /// another 23.4; by the type of the metric.
    /// </summary>
    private static readonly Dictionary<Type, (string Function, double Seconds)> Peer = new()
    {
        [typeof(MeanBasinSize)] = ("basins, epsilon = 0", 8.2),
        [typeof(MedianBasinSize)] = ("basins, epsilon = 0", 8.2),
        [typeof(LargestBasinShare)] = ("basins, epsilon = 0", 8.2),
        [typeof(GlobalBasinShare)] = ("basins, epsilon = 0", 8.2),
        [typeof(BasinEntropy)] = ("basins, epsilon = 0", 8.2),
        [typeof(WalkAutocorrelation)] = ("autocorrelation", 0.12),
        [typeof(NeutralPairRatio)] = ("neutrality", 3.4),
        [typeof(GradientIntensity)] = ("gradient_intensity", 5.4),
        [typeof(RoughnessToSlopeRatio)] = ("r_s_ratio", 14.2),
        [typeof(EvolvabilityEnhancingRatio)] = ("evolvability_enhancing_mutations", 12.0),
        [typeof(FitnessDistanceCorrelation)] = ("fdc", 14.5),
        [typeof(BasinFitnessCorrelation)] = ("basin_fitness_correlation", 5.5),
        [typeof(NeighborFitnessCorrelation)] = ("neighbor_fitness_correlation", 12.2),
        [typeof(FitnessFlatteningIndex)] = ("fitness_flattening_index", 25.5),
        [typeof(GlobalOptimumAccessibility)] = ("global_optima_accessibility", 0.57),
        [typeof(MeanPathLengthToGlobalOptimum)] = ("mean_path_length_to_global_optimum", 1.3),
        [typeof(Gamma)] = ("gamma", 29.8),
        [typeof(MagnitudeShare)] = ("classify_epistasis, sampled", 5.8),
        [typeof(SignShare)] = ("classify_epistasis, sampled", 5.8),
        [typeof(ReciprocalSignShare)] = ("classify_epistasis, sampled", 5.8),
        [typeof(ExtradimensionalBypass)] = ("extradimensional_bypass, sampled", 867),
        [typeof(MeanBypassLength)] = ("extradimensional_bypass, sampled", 867),
        [typeof(GlobalIdiosyncrasy)] = ("global_idiosyncratic_index", 12.1),
        [typeof(DiminishingReturns)] = ("diminishing_returns_index", 0.8),
        [typeof(IncreasingCosts)] = ("increasing_costs_index", 0.8),
    };

    /// <param name="table">A table of another landscape to measure, or null for a grid of 62,208.</param>
    /// <param name="fitness">Its fitness column.</param>
    /// <param name="ignore">Its columns that are neither that nor hyperparameters.</param>
    public static void Print(string? table, string? fitness, string[] ignore)
    {
        Landscape million = Landscape.Create(PeerGrid(), NoisyFitness.Of(PeerGrid(), 1));
        Landscape other = table is null ? Landscape.Create(SmallGrid(), NoisyFitness.Of(SmallGrid(), 1)) : Landscape.ReadCsv(table, fitness!, ignore: ignore);
        Write($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; each on a fresh landscape, CPU-milliseconds of all threads, fastest of five");
        Write($"");
        Write($"| | {other.Count:N0} | {million.Count:N0} | GraphFLA's function | its time | times faster |");
        Write($"|---|--:|--:|---|--:|--:|");
        foreach (IMetric metric in Metric.All)
            Row(metric.Name, landscape => metric.Measure(landscape), other, million, Peer.GetValueOrDefault(metric.GetType()));
        Row("`Metric.Distribution`", landscape => landscape.Profile(Metric.Distribution), other, million, ("fitness_distribution", 0.71));
        Row("`Metric.All`", landscape => landscape.Profile(Metric.All), other, million, ("profile(), wall time", 919));
        Row("`OptimumAccessibility`, exact", landscape => OptimumAccessibility.Of(landscape), other, million, ("accessible_paths", 248));
        Row("`OptimumAccessibility`, 4,096 starts", landscape => OptimumAccessibility.Estimate(landscape), other, million);
        Row("`VarianceDecomposition`, order 2", landscape => VarianceDecomposition.Of(landscape), other, million);
        Row("`VarianceDecomposition`, order 3", landscape => VarianceDecomposition.Of(landscape, 3), other, million);
        Row("`HyperparameterProfile`", landscape => HyperparameterProfile.Of(landscape), other, million);
        Row("`LevelEffects`", LevelEffects.Of, other, million);
        Row("`SquareCensus`", SquareCensus.Of, other, million);
        Row("`VarianceDecomposition`, order 2, of a sample of 60 %", landscape => VarianceDecomposition.Of(landscape), Sample(other), Sample(million));
        Row("local optima network, with basins", landscape => landscape.Connect(new EscapeEdges()), other, million, ("local optima network, with basins", 11.3));
        Row("the same, compressed monotonic", landscape => landscape.Connect(new EscapeEdges()).Monotonic().Compressed(), other, million);
        Row("the same, its funnels", landscape => Funnels.Of(landscape.Connect(new EscapeEdges())), other, million);
        Row("the same, its PageRank", landscape => landscape.Connect(new EscapeEdges()).PageRank(), other, million);
        Row("basin transitions, with basins", landscape => landscape.Connect(new BasinTransitions()), other, million);
        Row("`WalshHadamardSpectrum` of 2^16 and 2^20", WalshHadamardSpectrum.Of, Cube(16), Cube(20));
        LargeNetwork();
    }

    /// <summary>Where every other configuration is a local optimum; each row alone, the network being known.</summary>
    private static void LargeNetwork()
    {
        Landscape landscape = Landscape.Create(CheckerboardGrid(), Checkerboard());
        LocalOptimaNetwork network = landscape.Connect(new EscapeEdges());
        LocalOptimaNetwork monotonic = network.Monotonic();
        Write($"");
        Write($"| {network} | CPU-milliseconds |");
        Write($"|---|--:|");
        Row("escape edges, with basins", fresh => fresh.Connect(new EscapeEdges()), landscape);
        Row("basin transitions, with basins", fresh => fresh.Connect(new BasinTransitions()), landscape);
        Row("monotonic", _ => network.Monotonic(), landscape);
        Row("compressed", _ => monotonic.Compressed(), landscape);
        Row($"{Funnels.Of(network).Count:N0} funnels, both forms included", _ => Funnels.Of(network), landscape);
        Row("PageRank", _ => network.PageRank(), landscape);
        Row("accessibility, monotonic", _ => monotonic.Accessibility(), landscape);
    }

    private static void Row(string name, Func<Landscape, object> work, Landscape landscape) => Write($"| {name} | {Best(landscape, work):F0} |");

    private static void Row(string name, Func<Landscape, object> work, Landscape other, Landscape million, (string Function, double Seconds) peer = default)
    {
        double small = Best(other, work);
        double large = Best(million, work);
        string compared = peer.Function is null ? "| |" : string.Create(CultureInfo.InvariantCulture, $"{peer.Function} | {1000 * peer.Seconds:N0} | {1000 * peer.Seconds / large:N0}");
        Write($"| {name} | {small:F1} | {large:F1} | {compared} |");
    }

    private static Landscape Sample(Landscape landscape)
    {
        var random = new Random(1);
        long[] cells = [.. Enumerable.Range(0, landscape.Count).Where(_ => random.Next(10) < 6).Select(cell => (long)cell)];
        return Landscape.Create(landscape.Space, cells, [.. cells.Select(cell => landscape.Fitness[(int)cell])]);
    }

    private static Landscape Cube(int dimension)
    {
        var space = new SearchSpace([.. Enumerable.Range(0, dimension).Select(h => Hyperparameter.Boolean($"h{h}"))]);
        return Landscape.Create(space, NoisyFitness.Of(space, 1));
    }

    /// <summary>1,012,500 cells of four ordinal, two categorical and one boolean hyperparameter.</summary>
    private static SearchSpace PeerGrid() => new(
        MixedGrid.Ordinal("a", 15), MixedGrid.Ordinal("b", 15), MixedGrid.Ordinal("c", 15), MixedGrid.Ordinal("d", 10),
        MixedGrid.Categorical("e", 5), MixedGrid.Categorical("f", 3), Hyperparameter.Boolean("g"));

    /// <summary>62,208 cells, likewise.</summary>
    private static SearchSpace SmallGrid() => new(
        MixedGrid.Ordinal("a", 9), MixedGrid.Ordinal("b", 8), MixedGrid.Ordinal("c", 6), MixedGrid.Ordinal("d", 6),
        MixedGrid.Categorical("e", 4), MixedGrid.Categorical("f", 3), Hyperparameter.Boolean("g"));

    private static SearchSpace CheckerboardGrid() => new([.. Enumerable.Range(0, 5).Select(h => MixedGrid.Ordinal($"h{h}", h < 4 ? 10 : 20))]);

    /// <summary>1 on odd steps from the first cell, 0 on even ones, plus half as much noise.</summary>
    private static double[] Checkerboard()
    {
        SearchSpace space = CheckerboardGrid();
        double[] noise = RandomValues.Of((int)space.CellCount, 1);
        return [.. noise.Select((value, cell) => (Enumerable.Range(0, space.Dimension).Sum(h => space.Level(cell, h)) % 2) + (value / 2))];
    }

    /// <summary>
    /// CPU-milliseconds, of all threads together, of the fastest of five calls, after 0.3 seconds of calls in which
    /// the code is compiled and compiled again.
    /// </summary>
    private static double Best(Landscape landscape, Func<Landscape, object> work)
    {
        long warmup = Stopwatch.GetTimestamp();
        do
            Time(landscape, work);
        while (Stopwatch.GetElapsedTime(warmup).TotalSeconds < 0.3);
        return Enumerable.Range(0, 5).Min(_ => Time(landscape, work));
    }

    private static double Time(Landscape landscape, Func<Landscape, object> work)
    {
        Landscape fresh = landscape.WithFitness(landscape.Fitness);
        GC.Collect();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        work(fresh);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
