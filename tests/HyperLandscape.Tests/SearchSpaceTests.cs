using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

public sealed class SearchSpaceTests
{
    private static readonly SearchSpace Space = new(
        Hyperparameter.Ordinal("learning_rate", 1e-3, 1e-2, 1e-1),
        Hyperparameter.Boolean("bias"),
        Hyperparameter.Categorical("optimizer", "sgd", "adam"));

    [Fact]
    public void A_cell_is_the_mixed_radix_number_of_its_levels()
    {
        // 3 x 2 x 2 levels, strides 4, 2, 1: levels (2, 0, 1) are cell 2 * 4 + 0 * 2 + 1 = 9.
        Assert.Equal(12, Space.CellCount);
        Assert.Equal(9, Space.Cell(2, 0, 1));
        Configuration configuration = Space[9];
        Assert.Equal(0.1, configuration["learning_rate"]);
        Assert.Equal("adam", configuration.Label("optimizer"));
        Assert.Equal(0, configuration["bias"]);
        Assert.Equal("learning_rate=0.1, bias=false, optimizer=adam", configuration.ToString());
    }

    [Fact]
    public void Distance_counts_ordinal_steps_and_other_differences()
    {
        Assert.Equal(2 + 1, Space.Distance(Space.Cell(0, 0, 0), Space.Cell(2, 0, 1)));
        Assert.Equal(0, Space.Distance(5, 5));
    }

    [Fact]
    public void Many_levels_are_shown_by_their_ends_and_number()
    {
        Assert.Equal("x (ordinal): 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20", Hyperparameter.Ordinal("x", [.. Enumerable.Range(1, 20)]).ToString());
        Assert.Equal("x (ordinal): 1, 2, 3, ..., 1200 (1,200 levels)", Hyperparameter.Ordinal("x", [.. Enumerable.Range(1, 1_200)]).ToString());
    }

    [Fact]
    public void Too_many_cells_are_refused()
    {
        var axis = new double[100_000];
        for (int i = 0; i < axis.Length; i++)
            axis[i] = i;
        Hyperparameter[] four = [.. Enumerable.Range(0, 4).Select(i => Hyperparameter.Ordinal($"h{i}", axis))];
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SearchSpace(four));
        Assert.Contains("2^63", error.Message, StringComparison.Ordinal);
    }
}
