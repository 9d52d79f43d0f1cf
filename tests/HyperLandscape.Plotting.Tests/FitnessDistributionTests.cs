using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests;

public sealed class FitnessDistributionTests
{
    private static readonly SearchSpace Space = new(Hyperparameter.Ordinal("a", 1, 2, 3, 4, 5), Hyperparameter.Ordinal("b", 1, 2, 3, 4));

    [Fact]
    public void It_shows_something_and_changes_with_the_data()
    {
        byte[] even = new FitnessDistribution(Landscape.Evaluate(Space, c => c["a"] + c["b"])).ToPng();
        byte[] skewed = new FitnessDistribution(Landscape.Evaluate(Space, c => c["a"] * c["a"] * c["b"])).ToPng();
        Assert.InRange(Pixels.Inked(even), 0.02, 0.7);
        Assert.True(Pixels.Difference(even, skewed) > 0.01);
    }
}
