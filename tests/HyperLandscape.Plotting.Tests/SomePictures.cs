using HyperLandscape.Embeddings;
using HyperLandscape.Metrics;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests;

/// <summary>Every picture of the same small landscapes, by name.</summary>
internal static class SomePictures
{
    public static readonly SearchSpace Space = new(
        Hyperparameter.Ordinal("a", 1, 2, 3, 4, 5, 6),
        Hyperparameter.Ordinal("b", 1, 2, 3, 4, 5),
        Hyperparameter.Categorical("c", "x", "y", "z"));

    public static IEnumerable<string> Names => Make.Keys;

    private static Dictionary<string, Func<Landscape, Landscape, string, Picture>> Make { get; } = new()
    {
        [nameof(FitnessDistribution)] = (a, _, _) => new FitnessDistribution(a),
        [nameof(BasinSizes)] = (a, _, _) => new BasinSizes(a),
        [nameof(FitnessDistance)] = (a, _, _) => new FitnessDistance(a),
        [nameof(NeutralityPlot)] = (a, b, name) => new NeutralityPlot(Set(a, b, name)),
        [nameof(AutocorrelationPlot)] = (a, b, name) => new AutocorrelationPlot(Set(a, b, name)),
        [nameof(FidelityScatter)] = (a, b, name) => new FidelityScatter(a, b) { LowName = name },
        [nameof(MetricPanels)] = (a, b, name) => new MetricPanels(Set(a, b, name).Profile(Metric.Paper), "data"),
        [nameof(SimilarityHeatMap)] = (a, b, name) => new SimilarityHeatMap(Set(a, b, name).Compare(new SpearmanCorrelation())),
        [nameof(LandscapeMap)] = (a, _, _) => new LandscapeMap(Map(a)),
        [nameof(LandscapeMap) + " of points"] = (a, _, _) => new LandscapeMap(Map(a)) { Interpolated = false },
        [nameof(MapPanels)] = (a, b, name) => new MapPanels([Map(a), Map(b)], [name, "other"]),
    };

    public static Picture Of(string name, Landscape a, Landscape b, string label = "digits") => Make[name](a, b, label);

    /// <summary>A rugged landscape; another for another seed.</summary>
    public static Landscape Rugged(int seed) => Landscape.Evaluate(Space, c => (c["a"] / 10) + Math.Sin(seed + (c["a"] * 7) + (c["b"] * 3) + (c.Cell % 3)));

    public static Landscape Constant(SearchSpace space) => Landscape.Evaluate(space, _ => 0.25);

    public static LandscapeSet Set(Landscape a, Landscape b, string name) => new(["split", "data"], [(a, ["test", name]), (b, ["test", "other"])]);

    /// <summary>Two coordinates without any reducer: every configuration on a circle of its own place.</summary>
    public static Embedding Map(Landscape landscape) => new(landscape, 2, [.. Enumerable.Range(0, landscape.Count).SelectMany(i => (double[])[Math.Sqrt(i + 1.0) * Math.Cos(2.4 * i), Math.Sqrt(i + 1.0) * Math.Sin(2.4 * i)])]);
}
