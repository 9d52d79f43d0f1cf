using HyperLandscape.Metrics;

namespace HyperLandscape.Plotting.Tests;

public sealed class ImportanceTests
{
    [Fact]
    public void Bars_show_something_and_change_with_the_data()
    {
        var rough = new ImportanceBars(VarianceDecomposition.Of(Examples.Rough));
        Examples.RequireDrawn(rough);
        Examples.RequireDifferent(rough, new ImportanceBars(VarianceDecomposition.Of(Examples.Smooth)));
    }

    [Fact]
    public void Bars_say_names_and_shares()
    {
        // Levels 0 to 3 have the variance 5/4, 0.2 times 0 to 2 has 0.04 * 2/3: 97.9 % and 2.1 %.
        string svg = new ImportanceBars(VarianceDecomposition.Of(Examples.Smooth)).ToSvg();
        Assert.Contains("97.9 %", svg, StringComparison.Ordinal);
        Assert.Contains("2.1 %", svg, StringComparison.Ordinal);
        Assert.Contains("warm_start", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_without_room_are_summed_up()
    {
        string svg = new ImportanceBars(VarianceDecomposition.Of(Examples.Rough, 3)).ToSvg(400, 240);
        Assert.Contains("4 smaller ones", svg, StringComparison.Ordinal); // of 7, with room for (240 - 150) / 22 = 4
    }

    [Fact]
    public void A_constant_fitness_is_said_to_be()
    {
        var decomposition = VarianceDecomposition.Of(Examples.Constant);
        Examples.RequireDrawn(new ImportanceBars(decomposition));
        Examples.RequireDrawn(new InteractionMatrix(decomposition));
        Assert.Contains("undefined", new ImportanceBars(decomposition).ToSvg(), StringComparison.Ordinal);
        Assert.Contains("undefined", new InteractionMatrix(decomposition).ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_shows_something_and_changes_with_the_data()
    {
        var rough = new InteractionMatrix(VarianceDecomposition.Of(Examples.Rough));
        Examples.RequireDrawn(rough);
        Examples.RequireDifferent(rough, new InteractionMatrix(VarianceDecomposition.Of(Examples.Smooth)));
    }

    [Fact]
    public void A_matrix_needs_pairs() =>
        Assert.Contains("order 2", Assert.Throws<ArgumentException>(() => new InteractionMatrix(VarianceDecomposition.Of(Examples.Rough, 1))).Message, StringComparison.Ordinal);
}
