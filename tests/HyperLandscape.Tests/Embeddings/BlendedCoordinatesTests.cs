using HyperLandscape.Embeddings;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Embeddings;

public sealed class BlendedCoordinatesTests
{
    /// <summary>
    /// Two levels with the losses 5 and 7. The level's code is 0 and 1, of variance 1/4, so its factor is 1 / (1/2) = 2;
    /// the ranks differ by 1 as well, factor 0.6 / (1/2) = 1.2. HOPE has the weight 0. The parts' differences between the
    /// two rows are therefore 2, 0 and 1.2.
    /// </summary>
    [Fact]
    public void Parts_are_scaled_to_their_weights()
    {
        Landscape landscape = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("depth", 1, 2)), [5, 7], Objective.Minimize);
        Embedding points = landscape.Embed(new BlendedCoordinates { HopeWeight = 0, LossWeight = 0.6 });
        double[] differences = [.. Enumerable.Range(0, points.Dimensions).Select(k => points[1][k] - points[0][k])];
        Assert.Equal(2, differences[0], 1e-15);
        Assert.Equal(1.2, differences[^1], 1e-15);
        Assert.All(differences[1..^1], difference => Assert.Equal(0, difference));
    }

    [Fact]
    public void Every_part_has_the_variance_of_its_weight_and_only_the_order_of_losses_matters()
    {
        Landscape landscape = LandscapeTables.Landscape("own_xgb", "test_err_pima_it100");
        var blended = new BlendedCoordinates { Hope = new Hope { Dimensions = 16 }, HopeWeight = 0.5, LossWeight = 2 };
        Embedding points = landscape.Embed(blended);
        int grid = new GridCoordinates().Embed(landscape).Dimensions;
        Assert.Equal(1, Variance(points, 0, grid), 1e-12);
        Assert.Equal(0.25, Variance(points, grid, grid + 16), 1e-12);
        Assert.Equal(4, Variance(points, grid + 16, points.Dimensions), 1e-12);

        double[] cubes = [.. landscape.Fitness.ToArray().Select(value => value * value * value)];
        Landscape stretched = Landscape.Create(landscape.Space, cubes, landscape.Objective);
        Assert.Equal(points.Coordinates, stretched.Embed(blended, new ParallelOptions { MaxDegreeOfParallelism = 1 }).Coordinates);
    }

    [Fact]
    public void A_constant_loss_adds_nothing()
    {
        Landscape landscape = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("depth", 1, 2, 3)), [5, 5, 5], Objective.Minimize);
        Embedding points = landscape.Embed(new BlendedCoordinates());
        for (int row = 0; row < points.Count; row++)
            Assert.Equal(0, points[row][^1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BlendedCoordinates { LossWeight = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BlendedCoordinates { HopeWeight = -1 });
    }

    private static double Variance(Embedding points, int first, int end)
    {
        double total = 0;
        for (int k = first; k < end; k++)
        {
            double[] column = [.. Enumerable.Range(0, points.Count).Select(row => points[row][k])];
            double mean = column.Average();
            total += column.Average(value => (value - mean) * (value - mean));
        }

        return total;
    }
}
