using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests;

public sealed class SliceTests
{
    [Fact]
    public void Marginals_are_those_worked_by_hand()
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("a", 1, 2, 3), Hyperparameter.Ordinal("b", 1, 2, 3, 4, 5));
        long[] cells = [.. Enumerable.Range(0, 5).Select(b => space.Cell(0, b)), space.Cell(2, 0)];
        Marginal[] levels = Marginal.Of(Landscape.Create(space, cells, [9, 1, 3, 5, 2, 4]), 3, cell => space.Level(cell, 0));

        // 1, 2, 3, 5, 9: mean 20 / 5; quartiles at places 1 and 3.
        Assert.Equal(new Marginal(5, 4, 2, 5, 1), levels[0]);
        Assert.Equal(0, levels[1].Count);
        Assert.True(double.IsNaN(levels[1].Mean));
        Assert.Equal(new Marginal(1, 4, 4, 4, 4), levels[2]);
    }

    [Fact]
    public void The_best_of_a_maximized_fitness_is_the_largest()
    {
        var landscape = Landscape.Evaluate(Examples.Space, c => c.Cell, Objective.Maximize);
        Assert.Equal(Examples.Space.CellCount - 1, Marginal.Of(landscape, 1, _ => 0)[0].Best);
    }

    [Theory]
    [InlineData("学習率")]
    [InlineData(Examples.Hostile)]
    [InlineData("warm_start")]
    public void Slices_show_something_and_change_with_the_data(string name)
    {
        Examples.RequireDrawn(new HyperparameterSlice(Examples.Rough, name));
        Examples.RequireDifferent(new HyperparameterSlice(Examples.Rough, name), new HyperparameterSlice(Examples.Smooth, name));
        Examples.RequireDrawn(new HyperparameterSlice(Examples.Constant, name));
        Examples.RequireDrawn(new HyperparameterSlice(Examples.Single, name));
    }

    [Fact]
    public void Slices_of_pairs_show_something_and_change_with_the_data()
    {
        var rough = new HyperparameterPairSlice(Examples.Rough, "学習率", Examples.Hostile);
        Examples.RequireDrawn(rough);
        Examples.RequireDifferent(rough, new HyperparameterPairSlice(Examples.Smooth, "学習率", Examples.Hostile));
        Examples.RequireDrawn(new HyperparameterPairSlice(Examples.Constant, "学習率", "warm_start"));
        Examples.RequireDrawn(new HyperparameterPairSlice(Examples.Single, "学習率", "warm_start"));
    }

    [Fact]
    public void What_no_configuration_has_is_counted()
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("a", 1, 2, 3), Hyperparameter.Ordinal("b", 1, 2));
        var landscape = Landscape.Create(space, [space.Cell(0, 0), space.Cell(1, 1)], [0.5, 0.7]);
        Assert.Contains("1 level without a configuration left out.", Texts(new HyperparameterSlice(landscape, "a")), StringComparison.Ordinal);
        Assert.Contains("2 pairs of levels without a configuration have no color.", Texts(new HyperparameterPairSlice(landscape, "a", "b")), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_must_be_known_and_different()
    {
        Assert.Contains("warm_start", Assert.Throws<ArgumentException>(() => new HyperparameterSlice(Examples.Rough, "momentum")).Message, StringComparison.Ordinal);
        Assert.Contains("different", Assert.Throws<ArgumentException>(() => new HyperparameterPairSlice(Examples.Rough, "warm_start", "warm_start")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.4770327, 1.4024573, 0.47, 1.41)] // 0.9 apart: to hundredths
    [InlineData(0, 60.1971468, 0, 61)]
    [InlineData(-12_340, 50_001, -13_000, 51_000)]
    [InlineData(1, 1, 0.9, 1.1)]
    public void Ends_of_scales_are_short_numbers(double least, double most, double low, double high) => Assert.Equal((low, high), ScaleEnds.Of([least, most]));

    private static string Texts(Picture picture) => string.Join(' ', System.Xml.Linq.XDocument.Parse(picture.ToSvg()).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value.Trim()));
}
