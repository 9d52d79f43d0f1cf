using HyperLandscape.Embeddings;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests;

/// <summary>Bad input is refused with advice, and nothing is left out silently.</summary>
public sealed class AdviceTests
{
    private static readonly Landscape First = SomePictures.Rugged(1);

    [Fact]
    public void A_map_of_three_coordinates_is_refused()
    {
        var map = new Embedding(First, 3, new double[3 * First.Count]);
        Assert.Contains("reduce it", Assert.Throws<ArgumentException>(() => new LandscapeMap(map)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_without_a_landscape_is_refused()
    {
        Assert.Contains("no landscape", Assert.Throws<ArgumentException>(() => new LandscapeMap(new Embedding(2, [0, 0, 1, 1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Panels_of_different_maps_are_refused()
    {
        var moved = new Embedding(First, 2, [.. SomePictures.Map(First).Coordinates.ToArray().Select(x => x + 1)]);
        Assert.Contains("JointMap", Assert.Throws<ArgumentException>(() => new MapPanels([SomePictures.Map(First), moved], ["a", "b"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MapPanels([], []));
        Assert.Throws<ArgumentException>(() => new MapPanels([moved], []));
    }

    [Fact]
    public void Too_many_lines_are_refused()
    {
        var set = new LandscapeSet(["seed"], Enumerable.Range(0, 22).Select(seed => (SomePictures.Rugged(seed), (IReadOnlyList<string>)[$"{seed}"])));
        Assert.Contains("Where", Assert.Throws<ArgumentException>(() => new AutocorrelationPlot(set)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new NeutralityPlot(set));
    }

    [Fact]
    public void Landscapes_without_a_common_configuration_are_refused()
    {
        var other = Landscape.Evaluate(new SearchSpace(Hyperparameter.Boolean("z")), c => c.Cell);
        Assert.Contains("one search space", Assert.Throws<ArgumentException>(() => new FidelityScatter(First, other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_label_name_and_too_many_panels_are_refused()
    {
        LandscapeSetProfile profile = SomePictures.Set(First, SomePictures.Rugged(2), "a").Profile(Metric.Paper);
        Assert.Throws<ArgumentException>(() => new MetricPanels(profile, "color"));
        Assert.Contains("fewer metrics", Assert.Throws<ArgumentOutOfRangeException>(() => new MetricPanels(profile, "data").ToPng(400, 200)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Configurations_of_one_landscape_only_are_counted()
    {
        long[] cells = [.. Enumerable.Range(0, 60).Select(i => (long)i)];
        Landscape part = Landscape.Create(First.Space, cells, [.. cells.Select(cell => First.Fitness[(int)cell])]);
        string svg = new FidelityScatter(part, First).ToSvg();
        Assert.Contains("30 configurations in one landscape only", svg.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Undefined_values_are_counted()
    {
        LandscapeSetProfile profile = SomePictures.Set(First, SomePictures.Constant(SomePictures.Space), "a").Profile([new Autocorrelation()]);
        Assert.Contains("Autocorrelation (1 undefined)", new MetricPanels(profile, "data").ToSvg(), StringComparison.Ordinal);
    }
}
