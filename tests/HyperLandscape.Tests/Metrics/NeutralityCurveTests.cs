using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class NeutralityCurveTests
{
    [Fact]
    public void Steps_by_hand()
    {
        // 0 1 1 3 in a row: differences 1, 0, 2; degrees 1, 2, 2, 1. Vertices average their shares:
        // tolerance 0: (0 + 1/2 + 1/2 + 0) / 4; tolerance 1: (1 + 1 + 1/2 + 0) / 4; tolerance 2: 1.
        var curve = NeutralityCurve.Of(Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3)), [0, 1, 1, 3]));
        Assert.Equal([0.0, 1.0, 2.0], curve.Tolerances);
        Assert.Equal(0.25, curve.At(0), 14);
        Assert.Equal(0.25, curve.At(0.99), 14);
        Assert.Equal(0.625, curve.At(1), 14);
        Assert.Equal(1, curve.At(5), 14);
        Assert.Equal(0, curve.At(-1));
    }

    [Fact]
    public void Agrees_with_the_metric_at_every_tolerance() =>
        LandscapeCases.Small.Sample(
            one =>
            {
                Landscape landscape = one.ToLandscape();
                var curve = NeutralityCurve.Of(landscape);
                foreach (double tolerance in new[] { 0, 0.05, 0.25, 1 })
                    Assert.Equal(new MeanNeutrality { Tolerance = tolerance }.Measure(landscape), curve.At(tolerance), 1e-12);
            },
            iter: 200);

    [Fact]
    public void Neither_objective_nor_order_nor_labels_matter() =>
        LandscapeCases.Small.Sample(
            given =>
            {
                var expected = NeutralityCurve.Of(given.ToLandscape());
                foreach (LandscapeCase other in new[] { given.Negated(), given.Reversed(), given.Relabeled() })
                {
                    var actual = NeutralityCurve.Of(other.ToLandscape());
                    Assert.Equal(expected.Tolerances, actual.Tolerances);
                    Assert.All(expected.Values.ToArray().Zip(actual.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
                }
            },
            iter: 100);

    [Fact]
    public void Without_neighbors_it_is_undefined()
    {
        var landscape = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2)), [0L, 2L], [1, 2]);
        Assert.Equal(double.NaN, NeutralityCurve.Of(landscape).At(1));
    }
}
