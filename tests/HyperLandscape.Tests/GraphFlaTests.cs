using System.Text.Json;
using HyperLandscape.Metrics;

namespace HyperLandscape.Tests;

/// <summary>
/// Vertex by vertex against GraphFLA 0.3.0 (Goldens/README.md says where we differ and why): the twenty committed
/// landscapes, and seven real ones where the shared reference data is present.
/// </summary>
public sealed class GraphFlaTests
{
    /// <summary>Where rounding spoilt a golden value: the true one.</summary>
    private static readonly Dictionary<(string Name, string Value), double> Corrections = new()
    {
        // All 5,492,805 edges in rational arithmetic; the golden is 2e-12 off.
        [("r6_GB1_wu2016_max", "assortativity_undirected_all_neighbours")] = 0.40873371363890865,

        // Every vertex has neutrality 1/7, so there is no correlation; the golden's mean of sevenths is no seventh, and it has 0.
        [("20_additive_bool_max", "ndc_pearson range_0.01")] = double.NaN,
    };

    public static TheoryData<string> Names { get; } = [.. NamesIn(Path.Combine(GoldenFiles.Folder, "graphfla"), "*.json"), .. SharedData.Find("reference", "graphfla", "golden") is { } shared ? NamesIn(shared, "r?_*.json") : []];

    [Theory]
    [MemberData(nameof(Names))]
    public void Counts(string name)
    {
        GraphFlaGolden golden = Golden(name);
        Landscape landscape = golden.Landscape;
        JsonElement expected = golden.Structure;
        long neutral = landscape.NeutralDegrees(golden.Epsilon).ToArray().Sum(degree => (long)degree) / 2;
        int dropped = landscape.Count - golden.Vertices.Count;
        Assert.Equal(expected.GetProperty("n_neutral_pairs").GetInt64(), neutral);
        Assert.Equal(expected.GetProperty("n_edges").GetInt64(), landscape.Graph.EdgeCount - neutral);
        Assert.Equal(expected.GetProperty("n_plateau").GetInt32(), landscape.PlateauCount);
        Assert.Equal(dropped, landscape.Graph.IsolatedCount);
        Assert.Equal(expected.GetProperty("n_lo").GetInt32() + dropped, landscape.Optima.Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Degrees_optima_and_distances(string name)
    {
        GraphFlaGolden golden = Golden(name);
        Landscape landscape = golden.Landscape;
        int[] better = golden.Column("out_degree");
        int[] worse = golden.Column("in_degree");
        int[] optimal = golden.Column("is_lo");
        int[] distances = golden.Column("dist_go");
        int[] actualDistances = landscape.DistancesToGlobalOptimum();
        for (int node = 0; node < golden.Vertices.Count; node++)
        {
            int vertex = golden.Vertices[node];
            Assert.Equal((better[node], worse[node]), Arcs(landscape, vertex, golden.Epsilon));
            Assert.Equal(optimal[node] == 1, IsOptimal(landscape, vertex));
            Assert.Equal(distances[node], actualDistances[vertex]);
        }
    }

    /// <summary>
    /// GraphFLA leaves a plateau by its first exit, we by the best; of equally good neighbours it takes the first row, we
    /// the smallest cell. Climbs for which that matters are compared with the reference only.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Basins(string name)
    {
        GraphFlaGolden golden = Golden(name);
        Landscape landscape = golden.Landscape;
        int[] members = golden.Basins();
        for (int node = 0; node < members.Length; node++)
        {
            int vertex = golden.Vertices[node];
            Assert.Equal(golden.Reference.Basins[vertex], landscape.Optima[landscape.Basins[vertex]]);
            if (!golden.Reference.UsesExit(vertex) && (golden.RowsAreInCellOrder || !golden.Reference.MeetsTie(vertex)))
                Assert.Equal(landscape.Basins[members[node]], landscape.Basins[vertex]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Accessible_counts_of_the_first_optima(string name)
    {
        GraphFlaGolden golden = Golden(name);
        foreach ((int member, int count) in golden.Accessible.Take(50))
        {
            var accessibility = new LocalOptimumAccessibility { Optimum = golden.Landscape.Basins[member] };
            Assert.Equal(count, accessibility.Measure(golden.Landscape) * golden.Landscape.Count, 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Metrics(string name)
    {
        Near(name, "assortativity_directed_improving", new FitnessAssortativity());
        Near(name, "assortativity_undirected_all_neighbours", new FitnessAssortativity { Edges = AssortativityEdges.All });
        Near(name, "assortativity_undirected_all_neighbours", new Autocorrelation());
        foreach (JsonProperty entry in Golden(name).Expected.GetProperty("neutrality").EnumerateObject())
        {
            double tolerance = entry.Value.GetProperty("tolerance").GetDouble();
            Near(name, $"mean_node_neutrality {entry.Name}", new MeanNeutrality { Tolerance = tolerance });
            Near(name, $"ndc_pearson {entry.Name}", new NeutralityDistanceCorrelation { Tolerance = tolerance }, sign: -1);
        }
    }

    internal static GraphFlaGolden Golden(string name) => GraphFlaGolden.Of(name);

    private static IEnumerable<string> NamesIn(string folder, string pattern) =>
        Directory.GetFiles(folder, pattern).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static (int Better, int Worse) Arcs(Landscape landscape, int vertex, double epsilon)
    {
        int larger = 0;
        int smaller = 0;
        foreach (int other in landscape.Graph.Neighbors(vertex, new int[landscape.Graph.MaxDegree]))
        {
            larger += landscape.Fitness[other] - landscape.Fitness[vertex] > epsilon ? 1 : 0;
            smaller += landscape.Fitness[vertex] - landscape.Fitness[other] > epsilon ? 1 : 0;
        }

        return landscape.Objective == Objective.Maximize ? (larger, smaller) : (smaller, larger);
    }

    private static bool IsOptimal(Landscape landscape, int vertex)
    {
        int optimum = landscape.Optima[landscape.Basins[vertex]];
        return vertex == optimum || (landscape.PlateauCount > 0 && landscape.Plateaus[vertex] >= 0 && landscape.Plateaus[vertex] == landscape.Plateaus[optimum]);
    }

    private static void Near(string name, string value, IMetric metric, int sign = 1)
    {
        double expected = sign * (Corrections.TryGetValue((name, value), out double corrected) ? corrected : Golden(name).Value(value));
        double actual = metric.Measure(Golden(name).Landscape);
        Assert.True(Closeness.Near(expected, actual), $"{metric.Name}: the golden has {expected:R}, the library {actual:R}.");
    }
}
