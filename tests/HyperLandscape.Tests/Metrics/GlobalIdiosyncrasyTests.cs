using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class GlobalIdiosyncrasyTests
{
    private static readonly SearchSpace Space = new(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2));

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Fact]
    public void By_hand()
    {
        //     4  1  2      Variance 35/12. The change of row has the effects 1 2 -2: mean 1/3, variance 9/3 - 1/9 = 26/9.
        //     5  3  0      Changes of column have two backgrounds: too few. sqrt(26/9) / sqrt(2 * 35/12) = sqrt(52/105).
        Landscape grid = Landscape.Create(Space, [4, 1, 2, 5, 3, 0]);
        Assert.Equal(Math.Sqrt(52.0 / 105), new GlobalIdiosyncrasy().Measure(grid), 1e-15);

        // With two backgrounds: effects -3 -2, -2 -5 and 1 -3 deviate by 1/2, 3/2 and 2 from their means.
        double expected = (Math.Sqrt(26.0 / 9) + 0.5 + 1.5 + 2) / 4 / Math.Sqrt(35.0 / 6);
        Assert.Equal(expected, new GlobalIdiosyncrasy { MinimumBackgrounds = 2 }.Measure(grid), 1e-15);
    }

    [Fact]
    public void Undefined_cases()
    {
        Assert.Equal(double.NaN, new GlobalIdiosyncrasy().Measure(Landscape.Create(Space, [1, 1, 1, 1, 1, 1])));
        Assert.Equal(double.NaN, new GlobalIdiosyncrasy { MinimumBackgrounds = 4 }.Measure(Landscape.Create(Space, [4, 1, 2, 5, 3, 0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GlobalIdiosyncrasy { MinimumBackgrounds = 1 });
    }

    [Fact]
    public void An_additive_landscape_has_none() =>
        Assert.Equal(0, new GlobalIdiosyncrasy().Measure(Landscape.Create(Space, [0, 1, 5, 10, 11, 15])));

    [Fact]
    public void Agrees_with_its_definition() => Gen.Select(LandscapeCases.Small, Gen.Int[2, 5]).Sample(
        (given, backgrounds) => Near(given.ToReferenceInteractions().GlobalIdiosyncrasy(backgrounds), new GlobalIdiosyncrasy { MinimumBackgrounds = backgrounds }.Measure(given.ToLandscape())),
        iter: 200);

    [Fact]
    public void Neither_objective_nor_scale_nor_order_matter() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.Large).Sample(
        given =>
        {
            double expected = new GlobalIdiosyncrasy().Measure(given.ToLandscape());
            Assert.Equal(expected, new GlobalIdiosyncrasy().Measure(given.Negated().ToLandscape()));
            Near(expected, new GlobalIdiosyncrasy().Measure(given.Reversed().ToLandscape()));
            Near(expected, new GlobalIdiosyncrasy().Measure((given with { Fitness = [.. given.Fitness.Select(f => 3 * f)] }).ToLandscape()));
        },
        iter: 200);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_GraphFLA(string name) =>
        Near(GraphFlaTests.Golden(name).Metric("global_idiosyncratic_index")!.Value, new GlobalIdiosyncrasy().Measure(GraphFlaTests.Golden(name).Connected));

    private static void Near(double expected, double actual) => Assert.True(Closeness.Near(expected, actual), $"{expected:R} was expected, not {actual:R}.");
}
