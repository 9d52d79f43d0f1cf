using CsCheck;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

/// <summary>Every metric of the catalogue equals plain loops over its definition.</summary>
public sealed class CatalogueAgreementTests
{
    [Fact]
    public void Small_landscapes_agree_with_the_reference() => LandscapeCases.Small.Sample(Agrees, iter: 500);

    [Fact]
    public void Large_landscapes_agree_with_the_reference() => LandscapeCases.Large.Sample(Agrees, iter: 20);

    private static void Agrees(LandscapeCase given)
    {
        Landscape landscape = given.ToLandscape();
        ReferenceLandscape reference = given.ToReference();
        Ruggedness(landscape, reference);
        Near((double)reference.Optima.Length / reference.Count, landscape, new LocalOptimaRatio());
        foreach (double tolerance in new[] { 0, 0.001, 0.25 })
            Near(ReferenceCatalogue.NeutralPairRatio(reference, tolerance), landscape, new NeutralPairRatio { Tolerance = tolerance });
        Near(reference.PlateauCount, landscape, new PlateauCount());
        Near(ReferenceCatalogue.LargestPlateauShare(reference), landscape, new LargestPlateauShare());

        Near(ReferenceCatalogue.FitnessFlatteningIndex(reference, 3), landscape, new FitnessFlatteningIndex());
        Near(ReferenceCatalogue.FitnessFlatteningIndex(reference, 5), landscape, new FitnessFlatteningIndex { MinimumLength = 5 });
        Near(ReferenceCatalogue.MeanPathLength(reference, reference.GlobalOptima), landscape, new MeanPathLengthToGlobalOptimum());
        Near(reference.DistancesToGlobalOptimum.Average(), landscape, new MeanDistanceToGlobalOptimum());
        Near(ReferenceCatalogue.EvolvabilityEnhancingRatio(reference), landscape, new EvolvabilityEnhancingRatio());
        for (int optimum = 0; optimum < Math.Min(3, reference.Optima.Length); optimum++)
        {
            int[] members = reference.Members(reference.Optima[optimum]);
            Near(ReferenceCatalogue.MeanPathLength(reference, members), landscape, new MeanPathLengthToLocalOptimum { Optimum = optimum });
            Near(Enumerable.Range(0, reference.Count).Average(vertex => members.Min(member => landscape.Graph.Distance(vertex, member))), landscape, new MeanDistanceToLocalOptimum { Optimum = optimum });
        }

        Correlations(landscape, reference);
        Distribution(landscape, reference);
    }

    private static void Ruggedness(Landscape landscape, ReferenceLandscape reference)
    {
        Near(ReferenceCatalogue.GradientIntensity(reference), landscape, new GradientIntensity());
        double length = new CorrelationLength().Measure(landscape);
        double expected = Math.Abs(ReferenceMetrics.Autocorrelation(reference, 1));
        Assert.True(Closeness.Near(expected, Math.Exp(-1 / length)), $"The reference has an autocorrelation of {expected:R}, the library a correlation length of {length:R}.");

        SearchSpace space = landscape.Space;
        if (space.Hyperparameters.ToArray().Sum(hyperparameter => hyperparameter.LevelCount) > 60)
            return;
        bool hamming = landscape.Graph.Neighborhood is HammingNeighborhood;
        bool AreNeighbors(int h, int a, int b) => hamming || space.Hyperparameters[h].Kind != HyperparameterKind.Ordinal || Math.Abs(a - b) == 1;
        double ratio = ReferenceCatalogue.RoughnessToSlopeRatio(reference, (vertex, h) => space.Level(reference.Cells[vertex], h), AreNeighbors, space.Dimension);
        double actual = new RoughnessToSlopeRatio().Measure(landscape);

        // A ratio of 10^k has a slope that is 10^-k of the fitness, and a square root comes out of rounding as 10^-8.
        if (double.IsNaN(ratio) ? double.IsNaN(actual) : ratio > 1e6 || Math.Abs(ratio - actual) <= 1e-7 * Math.Max(1, ratio * ratio))
            return;
        Assert.Fail($"Roughness to slope ratio: the reference has {ratio:R}, the library {actual:R}.");
    }

    private static void Correlations(Landscape landscape, ReferenceLandscape reference)
    {
        foreach (CorrelationMethod method in CatalogueCases.Methods)
        {
            Func<double[], double[], double> correlation = method switch
            {
                CorrelationMethod.Pearson => ReferenceStatistics.Pearson,
                CorrelationMethod.Spearman => ReferenceCatalogue.Spearman,
                _ => ReferenceCatalogue.Kendall,
            };
            Near(ReferenceCatalogue.FitnessDistanceCorrelation(reference, correlation), landscape, new FitnessDistanceCorrelation { Method = method });
            Near(ReferenceCatalogue.BasinFitnessCorrelation(reference, correlation), landscape, new BasinFitnessCorrelation { Method = method });
            Near(ReferenceCatalogue.NeighborFitnessCorrelation(reference, correlation), landscape, new NeighborFitnessCorrelation { Method = method }, 1e3);
        }
    }

    private static void Distribution(Landscape landscape, ReferenceLandscape reference)
    {
        double median = ReferenceCatalogue.Quantile(reference, 0.5);
        double quartiles = ReferenceCatalogue.Quantile(reference, 0.75) - ReferenceCatalogue.Quantile(reference, 0.25);
        double mean = ReferenceStatistics.Mean([.. reference.Loss]);
        Near(ReferenceCatalogue.StandardizedMoment(reference, 3), landscape, new Skewness(), 10);
        Near(ReferenceCatalogue.StandardizedMoment(reference, 4), landscape, new Kurtosis(), 10);
        Near(median == 0 ? double.NaN : quartiles / Math.Abs(median), landscape, new QuartileCoefficient());
        Near(median == 0 ? double.NaN : (reference.Loss.Max() - reference.Loss.Min()) / Math.Abs(median), landscape, new RelativeRange());
        if (Math.Abs(mean) < 1e-6) // rounding decides
            return;
        Near(median / mean, landscape, new MedianMeanRatio(), 1e6);
        Near(Math.Sqrt(ReferenceStatistics.Variance(reference.Fitness) * reference.Count / (reference.Count - 1)) / Math.Abs(mean), landscape, new CoefficientOfVariation(), 1e6);
    }

    private static void Near(double expected, Landscape landscape, IMetric metric, double condition = 1)
    {
        double actual = metric.Measure(landscape);
        Assert.True(Closeness.Near(expected, actual, condition), $"{metric.Name}: the reference has {expected:R}, the library {actual:R}.");
    }
}
