using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class WalkAutocorrelationTests
{
    private static readonly Landscape Landscape = HyperLandscape.Landscape.Evaluate(
        new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4, 5), Hyperparameter.Ordinal("y", 0, 1, 2, 3, 4), Hyperparameter.Categorical("z", "a", "b", "c")),
        c => Math.Sin(3 * c["x"]) + (0.4 * c["y"]) + (c["z"] * c["z"]));

    [Fact]
    public void By_hand()
    {
        // Cells 0 1 _ 3 4 of a row, f = 0 1 _ 5 5. A walk on 0 and 1 is 0 1 0 1 ... or 1 0 1 0 ...: what comes next is the other
        // value, correlation -1; two steps on it is the same one, correlation 1. On 3 and 4 nothing varies: such walks are left out.
        var space = new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4));
        var row = HyperLandscape.Landscape.Create(space, [0L, 1L, 3L, 4L], [0, 1, 5, 5]);
        Assert.Equal(-1, new WalkAutocorrelation().Measure(row), 1e-15);
        Assert.Equal(1, new WalkAutocorrelation { Lag = 2 }.Measure(row), 1e-15);

        // f = 0 1 _ 5 _: of three configurations the walk 0 1 0 has the pairs (0, 1) and (1, 0), correlation -1, and none starts at 3.
        Assert.Equal(-1, new WalkAutocorrelation { Length = 3 }.Measure(HyperLandscape.Landscape.Create(space, [0L, 1L, 3L], [0, 1, 5])), 1e-15);
    }

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

    [Theory]
    [InlineData(100)]
    [InlineData(401)]
    public void Estimates_scatter_by_their_standard_error(int walks)
    {
        WalkCorrelations[] estimates = [.. Enumerable.Range(0, 300).Select(seed => WalkCorrelations.Of(Landscape, new WalkAutocorrelation { Walks = walks, Seed = seed }))];
        double mean = estimates.Average(estimate => estimate.Median);
        double scatter = Math.Sqrt(estimates.Sum(estimate => (estimate.Median - mean) * (estimate.Median - mean)) / (estimates.Length - 1));
        Assert.InRange(estimates.Average(estimate => estimate.StandardError) / scatter, 0.85, 1.15);
        Assert.All(estimates, estimate => Assert.Equal(walks, estimate.WalkCount));
        Assert.Contains($"standard error (estimated from {walks} walks)", $"{estimates[0]}", StringComparison.Ordinal);
        Assert.Equal(estimates[7].Median, new WalkAutocorrelation { Walks = walks, Seed = 7 }.Measure(Landscape));
    }

    [Fact]
    public void The_standard_error_by_hand()
    {
        // 0 1 2 of a row, f = 0 1 1, walks of three: 0 1 0 or 1 0 1 have correlation -1. The walk 0 1 2 has the pairs (0, 1) and (1, 1), and
        // 2 1 0 (1, 1) and (1, 0): no variance on one side, left out, as 1 2 1 is. So all that is left is equal: no error but rounding.
        var row = HyperLandscape.Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2)), [0, 1, 1]);
        var equal = WalkCorrelations.Of(row, new WalkAutocorrelation { Length = 3 });
        Assert.InRange(equal.WalkCount, 2, 999);
        Assert.Equal(0, equal.StandardError, 1e-7);

        // f = 0 1 2 of a row, walks of three: 0 1 0 and its like have -1, 0 1 2 and 2 1 0 have 1. With two walks, one of each, half of
        // Beta(1.5, 1.5) lies on either side: the error is 1.
        var slope = HyperLandscape.Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2)), [0, 1, 2]);
        WalkCorrelations mixed = Enumerable.Range(0, 20).Select(seed => WalkCorrelations.Of(slope, new WalkAutocorrelation { Walks = 2, Length = 3, Seed = seed })).First(two => Math.Abs(two.Median) < 0.5);
        Assert.Equal(0, mixed.Median, 1e-15);
        Assert.Equal(1, mixed.StandardError, 1e-12);
        Assert.Equal(double.NaN, WalkCorrelations.Of(slope, new WalkAutocorrelation { Walks = 1, Length = 3 }).StandardError);
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
