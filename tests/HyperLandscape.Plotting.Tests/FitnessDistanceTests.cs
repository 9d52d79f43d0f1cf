using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests;

public sealed class FitnessDistanceTests
{
    private static readonly double[] Fitness = [.. Enumerable.Range(0, 70).Select(i => (double)(i * 7 % 13))];

    /// <summary>69 steps from one end of an axis to the other, and thousandths of a range, are too many for a mean each; 8 steps are not.</summary>
    [Fact]
    public void Many_distances_are_grouped_and_scattered_configurations_have_no_steps()
    {
        Assert.Contains("mean of a distance", Svg(Examples.Valleys), StringComparison.Ordinal);
        Assert.Contains("steps to the nearest global optimum", Svg(Examples.Valleys), StringComparison.Ordinal);

        double[] values = [-1, .. Fitness[1..]];
        Hyperparameter axis = Hyperparameter.Ordinal("x", [.. Enumerable.Range(1, 70).Select(i => (double)i)]);
        string grid = Svg(Landscape.Create(new SearchSpace(axis), values));
        Assert.Contains("mean of like distances", grid, StringComparison.Ordinal);
        Assert.Contains("steps to the nearest global optimum", grid, StringComparison.Ordinal);

        string scattered = Svg(Landscape.Create(SearchSpace.Listed([axis], [.. Enumerable.Range(0, 70)]), values, neighborhood: new NearestNeighborhood()));
        Assert.Contains("mean of like distances", scattered, StringComparison.Ordinal);
        Assert.Contains("in thousandths of a range", scattered, StringComparison.Ordinal);
        Assert.DoesNotContain("steps to the nearest", scattered, StringComparison.Ordinal);
    }

    private static string Svg(Landscape landscape) => new FitnessDistance(landscape).ToSvg();
}
