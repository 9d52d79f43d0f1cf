using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class GammaTests
{
    private static readonly SearchSpace Space = new(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2));

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Fact]
    public void Gamma_by_hand()
    {
        //     4  1  2      The effects of the change of row are 1 2 -2: products 2 - 2 - 4 = -4, halved squares 5/2 + 5/2 + 8/2 = 9.
        //     5  3  0      Of columns 0 to 1: -3 -2, 6 and 13/2; 0 to 2: -2 -5, 10 and 29/2; 1 to 2: 1 -3, -3 and 10/2.
        // (-4 + 6 + 10 - 3) / (9 + 13/2 + 29/2 + 5) = 9 / 35.
        Assert.Equal(9.0 / 35, new Gamma().Measure(Landscape.Create(Space, [4, 1, 2, 5, 3, 0])), 1e-15);
    }

    [Fact]
    public void Gamma_star_by_hand()
    {
        //     4  1  2      The signs of the change of row are + + 0: products 1 + 0 + 0 = 1, halved squares 1 + 1/2 + 1/2 = 2.
        //     5  3  2      Of columns 0 to 1: - -, 1 and 1; 0 to 2: - -, 1 and 1; 1 to 2: + -, -1 and 1.
        // (1 + 1 + 1 - 1) / (2 + 1 + 1 + 1) = 2 / 5.
        Assert.Equal(2.0 / 5, new GammaStar().Measure(Landscape.Create(Space, [4, 1, 2, 5, 3, 2])), 1e-15);
    }

    [Fact]
    public void Only_squares_with_all_four_corners_count()
    {
        //     4  1  .      What is left of the change of row: 1 2, 2 and 5/2; of columns 0 to 1: 6 and 13/2, 0 to 2: none. 8 / 9.
        //     5  3  0
        Assert.Equal(8.0 / 9, new Gamma().Measure(Landscape.Create(Space, [4, 1, double.NaN, 5, 3, 0])), 1e-15);
    }

    [Fact]
    public void Undefined_without_effects()
    {
        Assert.Equal(double.NaN, new Gamma().Measure(Landscape.Create(Space, [1, 1, 1, 1, 1, 1])));
        Assert.Equal(double.NaN, new GammaStar().Measure(Landscape.Create(new SearchSpace(Hyperparameter.Boolean("one")), [1, 2])));
    }

    [Fact]
    public void Agrees_with_its_definition() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies.Where(given => given.Cells.Length < 500)).Sample(
        given =>
        {
            Near(given.ToReferenceInteractions().Gamma(effect => effect), new Gamma().Measure(given.ToLandscape()));
            Near(given.ToReferenceInteractions().Gamma(effect => Math.Sign(effect)), new GammaStar().Measure(given.ToLandscape()));
        },
        iter: 200);

    [Fact]
    public void Neither_objective_nor_scale_nor_order_matter() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.Large).Sample(
        given =>
        {
            foreach (IMetric metric in new IMetric[] { new Gamma(), new GammaStar() })
            {
                double expected = metric.Measure(given.ToLandscape());
                Assert.Equal(expected, metric.Measure(given.Negated().ToLandscape()));
                Near(expected, metric.Measure(given.Reversed().ToLandscape()));
                Near(expected, metric.Measure((given with { Fitness = [.. given.Fitness.Select(f => 4 * f)] }).ToLandscape()));
            }
        },
        iter: 200);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_GraphFLA(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        Near(golden.Metric("gamma")!.Value, new Gamma().Measure(golden.Connected));
        Near(golden.Metric("gamma_star")!.Value, new GammaStar().Measure(golden.Connected));
    }

    private static void Near(double expected, double actual) => Assert.True(Closeness.Near(expected, actual), $"{expected:R} was expected, not {actual:R}.");
}
