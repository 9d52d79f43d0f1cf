using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class BasinMetricTests
{
    // A row of eight: 5 1 4 3 2 6 0 7. Optima at 1 (f = 1), 4 (f = 2), 6 (f = 0).
    // 0 -> 1; 2 (4): neighbours 1 and 3 -> 1; 3 -> 4; 5 (6): 2 and 0 -> 0 at 6; 7 -> 6. Basins {0, 1, 2}, {3, 4}, {5, 6, 7}.
    private static readonly Landscape Row = Landscape.Create(
        new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4, 5, 6, 7)), [5, 1, 4, 3, 2, 6, 0, 7]);

    [Fact]
    public void Sizes_by_hand()
    {
        Assert.Equal([3, 2, 3], Row.BasinSizes);
        Assert.Equal(3, new MedianBasinSize().Measure(Row));
        Assert.Equal(3.0 / 8, new LargestBasinShare().Measure(Row));
        Assert.Equal(3.0 / 8, new GlobalBasinShare().Measure(Row));
        double entropy = -((2 * (3.0 / 8) * Math.Log(3.0 / 8)) + (2.0 / 8 * Math.Log(2.0 / 8)));
        Assert.Equal(entropy, new BasinEntropy().Measure(Row), 14);
    }

    [Fact]
    public void The_median_of_an_even_number_lies_between()
    {
        // 0 9 8 7 1: optima 0 and 4; 1 -> 0; 2 (8): 9 and 7 -> 3 -> 4. Basins {0, 1}, {2, 3, 4}: median 2.5.
        var row = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4)), [0, 9, 8, 7, 1]);
        Assert.Equal(2.5, new MedianBasinSize().Measure(row));
        Assert.Equal(2.0 / 5, new GlobalBasinShare().Measure(row));
    }

    [Fact]
    public void All_basins_of_tied_global_optima_count_as_global()
    {
        // 0 3 4 0: basins {0, 1} and {2, 3}, both with the best fitness.
        var row = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3)), [0, 3, 4, 0]);
        Assert.Equal([0, 3], row.GlobalOptima);
        Assert.Equal(1, new GlobalBasinShare().Measure(row));
        Assert.Equal(Math.Log(2), new BasinEntropy().Measure(row), 14);
    }

    [Fact]
    public void A_single_basin_has_no_entropy()
    {
        var row = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2)), [0, 1, 2]);
        Assert.Equal(0, new BasinEntropy().Measure(row));
        Assert.Equal(1, new LargestBasinShare().Measure(row));
    }
}
