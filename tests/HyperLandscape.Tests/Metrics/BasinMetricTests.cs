using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
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

    [Fact]
    public void Agree_with_their_definitions() => LandscapeCases.Small.Sample(
        given =>
        {
            ReferenceLandscape reference = given.ToReference();
            Agree([.. Enumerable.Range(0, reference.Count).Select(vertex => (reference.Basins[vertex], reference.Loss[reference.Basins[vertex]] == reference.Loss.Min()))], given.ToLandscape());
        },
        iter: 200);

    /// <summary>By GraphFLA's own basins, on landscapes of which it drops no vertex and on which no climb meets a tie or leaves a plateau.</summary>
    [Theory]
    [InlineData("01_bool_full_max")]
    [InlineData("02_bool_full_min")]
    [InlineData("05_ord_full_min")]
    [InlineData("08_cat_full_max")]
    [InlineData("11_mixed_full_min")]
    [InlineData("12_mixed_full_max")]
    [InlineData("16_mixed_10k_min")]
    [InlineData("20_additive_bool_max")]
    public void Agree_with_GraphFLA(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        ReadOnlySpan<double> fitness = golden.Landscape.Fitness;
        double best = fitness[golden.Landscape.GlobalOptima[0]];
        var vertices = new List<(int, bool)>();
        foreach (int member in golden.Basins())
            vertices.Add((member, fitness[member] == best));
        Agree([.. vertices], golden.Landscape);
    }

    /// <summary>Of every vertex some name of its basin, and whether the optimum there is global.</summary>
    private static void Agree((int Basin, bool IsGlobal)[] vertices, Landscape landscape)
    {
        int[] sizes = [.. vertices.GroupBy(vertex => vertex.Basin).Select(basin => basin.Count()).Order()];
        double[] shares = [.. sizes.Select(size => (double)size / vertices.Length)];
        Near((sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2.0, new MedianBasinSize());
        Near(shares[^1], new LargestBasinShare());
        Near(vertices.Count(vertex => vertex.IsGlobal) / (double)vertices.Length, new GlobalBasinShare());
        Near(-shares.Sum(share => share * Math.Log(share)), new BasinEntropy());

        void Near(double expected, IMetric metric)
        {
            double actual = metric.Measure(landscape);
            Assert.True(Closeness.Near(expected, actual), $"{metric.Name}: {expected:R} was expected, not {actual:R}.");
        }
    }
}
