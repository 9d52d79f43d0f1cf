using System.Text.Json;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

/// <summary>
/// The catalogue against what GraphFLA 0.3.0 measures, wherever it measures the same: Goldens/README.md says metric by
/// metric where not. It drops isolated vertices, so shares are compared as counts.
/// </summary>
public sealed class GraphFlaCatalogueTests
{
    /// <summary>Where rounding errors break ties among GraphFLA's means over neighbours: the true values, by rational arithmetic.</summary>
    private static readonly Dictionary<(string Name, string Method), double> Corrections = new()
    {
        [("10_cat_full_max_ties", "spearman")] = 0.9209982045090864,
        [("10_cat_full_max_ties", "kendall")] = 0.7824001279662904,
        [("18_bool_ties_plateau_min", "spearman")] = 0.6678654896710615, // the fitness is in twelfths
        [("18_bool_ties_plateau_min", "kendall")] = 0.5478255671468871,
        [("r4_WReOs_ordinal_max", "spearman")] = 0.9776437169299274,
        [("r4_WReOs_ordinal_max", "kendall")] = 0.9004351816128756,
        [("r5_westmann2024_dna_max", "spearman")] = 0.29550761390056807,
    };

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Ruggedness_and_neutrality(string name)
    {
        var golden = GraphFlaGolden.Of(name);
        Landscape landscape = golden.Landscape;
        int dropped = landscape.Count - golden.Vertices.Count;
        Near((Value(golden.Metrics, "local_optima_ratio") * golden.Vertices.Count) + dropped, new LocalOptimaRatio().Measure(landscape) * landscape.Count);
        if (golden.Epsilon == 0) // where neutral pairs have no difference to leave out
        {
            double deviation = Math.Sqrt(ReferenceStatistics.Variance(landscape.Fitness.ToArray()));
            Near(golden.Structure.GetProperty("sum_delta_fit").GetDouble(), new GradientIntensity().Measure(landscape) * deviation * landscape.Graph.EdgeCount);
        }

        if (landscape.Space.Hyperparameters.ToArray().All(hyperparameter => hyperparameter.Kind == HyperparameterKind.Boolean) && dropped == 0)
            Near(Value(golden.Metrics, "r_s_ratio"), new RoughnessToSlopeRatio().Measure(landscape));
        foreach (string threshold in new[] { "0.0", "0.001", "0.01", "0.05" })
            Near(Value(golden.Metrics, $"neutrality(threshold={threshold})"), new NeutralPairRatio { Tolerance = double.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture) }.Measure(landscape));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Correlations(string name)
    {
        var golden = GraphFlaGolden.Of(name);
        Landscape landscape = golden.Landscape;
        bool allKept = landscape.Count == golden.Vertices.Count;
        int sign = landscape.Objective == Objective.Minimize ? 1 : -1; // GraphFLA correlates the raw fitness
        foreach (CorrelationMethod method in CatalogueCases.Methods)
        {
            string called = method switch { CorrelationMethod.Pearson => "pearson", CorrelationMethod.Spearman => "spearman", _ => "kendall" };
            if (golden.Metrics.TryGetProperty($"neighbor_fitness_correlation({called})", out _) && !(name == "r5_westmann2024_dna_max" && method == CorrelationMethod.Kendall))
            {
                double expected = Corrections.TryGetValue((name, called), out double corrected) ? corrected : Value(golden.Metrics, $"neighbor_fitness_correlation({called})");
                Near(expected, new NeighborFitnessCorrelation { Method = method }.Measure(landscape));
            }

            if (allKept && method != CorrelationMethod.Kendall)
                Near(sign * Value(golden.Metrics, $"fdc({called})"), new FitnessDistanceCorrelation { Method = method }.Measure(landscape));
            if (allKept && method != CorrelationMethod.Kendall && landscape.PlateauCount == 0)
                Near(Value(golden.ClimbMetrics, $"basin_fitness_correlation({called})"), new BasinFitnessCorrelation { Method = method }.Measure(landscape));
        }

        // Its gains are differences of the maximized fitness, so its sign is the other one.
        if (landscape.PlateauCount == 0)
            Near(-Value(golden.ClimbMetrics, "fitness_flattening_index(spearman)"), new FitnessFlatteningIndex().Measure(landscape));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Navigability(string name)
    {
        var golden = GraphFlaGolden.Of(name);
        Landscape landscape = golden.Landscape;
        if (landscape.Count == golden.Vertices.Count)
            Near(Value(golden.Metrics, "mean_distance_to_global_optimum(after dist_go cached)"), new MeanDistanceToGlobalOptimum().Measure(landscape));
        LocalOptima(golden);
        if (landscape.GlobalOptima.Length > 1) // it goes to the first one only
            return;
        Near(Value(golden.Metrics, "global_optima_accessibility") * golden.Vertices.Count, new GlobalOptimumAccessibility().Measure(landscape) * landscape.Count);
        Near(Value(golden.Metrics.GetProperty("path_length_to_global_optimum(accessible=True)"), "mean"), new MeanPathLengthToGlobalOptimum().Measure(landscape));
    }

    /// <summary>Of the first optima that are no plateaus, of which it takes one member only.</summary>
    private static void LocalOptima(GraphFlaGolden golden)
    {
        Landscape landscape = golden.Landscape;
        if (!golden.Metrics.TryGetProperty("path_length_to_local_optima(first<=20 lo_index)", out JsonElement lengths))
            return;
        foreach (JsonElement entry in lengths.EnumerateArray())
        {
            int vertex = golden.Vertices[entry.GetProperty("local_optimum").GetInt32()];
            if (landscape.PlateauCount > 0 && landscape.Plateaus[vertex] >= 0)
                continue;
            int optimum = landscape.Basins[vertex];
            Near(Value(entry, "mean"), new MeanPathLengthToLocalOptimum { Optimum = optimum }.Measure(landscape));
            if (landscape.Count == golden.Vertices.Count)
                Near(Value(golden.Metrics.GetProperty("mean_distance_to_local_optima(first<=20 lo_index)"), $"{entry.GetProperty("local_optimum").GetInt32()}"), new MeanDistanceToLocalOptimum { Optimum = optimum }.Measure(landscape));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Distribution(string name)
    {
        var golden = GraphFlaGolden.Of(name);
        Landscape landscape = golden.Landscape;
        if (landscape.Count > golden.Vertices.Count)
            return;
        JsonElement expected = golden.Metrics.GetProperty("fitness_distribution");
        Near(Value(expected, "skewness"), new Skewness().Measure(landscape) * (landscape.Objective == Objective.Minimize ? 1 : -1));
        Near(Value(expected, "kurtosis"), new Kurtosis().Measure(landscape));
        Near(Value(expected, "cv"), new CoefficientOfVariation().Measure(landscape));
        Near(Value(expected, "quartile_coefficient"), new QuartileCoefficient().Measure(landscape));
        Near(Value(expected, "median_mean_ratio"), new MedianMeanRatio().Measure(landscape));
        Near(Value(expected, "relative_range"), new RelativeRange().Measure(landscape));
    }

    private static double Value(JsonElement values, string name) =>
        values.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN;

    private static void Near(double expected, double actual) =>
        Assert.True(Closeness.Near(expected, actual, 100), $"The golden has {expected:R}, the library {actual:R}.");
}
