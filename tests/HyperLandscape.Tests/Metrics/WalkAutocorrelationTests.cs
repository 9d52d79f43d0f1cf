using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class WalkAutocorrelationTests
{
    private static readonly Landscape Landscape = HyperLandscape.Landscape.Evaluate(
        new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4, 5), Hyperparameter.Ordinal("y", 0, 1, 2, 3, 4), Hyperparameter.Categorical("z", "a", "b", "c")),
        c => Math.Sin(3 * c["x"]) + (0.4 * c["y"]) + (c["z"] * c["z"]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Tends_to_the_exact_value_as_walks_grow(int lag)
    {
        double exact = new Autocorrelation { Lag = lag }.Measure(Landscape);
        double[] errors = [.. new[] { 20, 2_000, 50_000 }.Select(length => Math.Abs(new WalkAutocorrelation { Walks = 101, Length = length, Lag = lag }.Measure(Landscape) - exact))];
        Assert.True(errors[1] < errors[0], $"{errors[0]}, {errors[1]}");
        Assert.InRange(errors[2], 0, 0.005);
    }

    [Fact]
    public void Short_walks_are_biased_downward()
    {
        double exact = new Autocorrelation().Measure(Landscape);
        Assert.True(new WalkAutocorrelation { Length = 10 }.Measure(Landscape) < exact - 0.02);
    }

    [Fact]
    public void The_seed_decides()
    {
        double first = new WalkAutocorrelation { Seed = 1 }.Measure(Landscape);
        Assert.Equal(first, new WalkAutocorrelation { Seed = 1 }.Measure(Landscape));
        Assert.NotEqual(first, new WalkAutocorrelation { Seed = 2 }.Measure(Landscape));
    }

    [Fact]
    public void Isolated_vertices_have_no_walk()
    {
        var isolated = HyperLandscape.Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2)), [0L, 2L], [1, 2]);
        Assert.Equal(double.NaN, new WalkAutocorrelation().Measure(isolated));
    }

    [Fact]
    public void Walks_too_short_for_the_lag_are_refused() =>
        Assert.Contains("lag", Assert.Throws<InvalidOperationException>(() => new WalkAutocorrelation { Length = 3, Lag = 2 }.Measure(Landscape)).Message, StringComparison.Ordinal);
}
