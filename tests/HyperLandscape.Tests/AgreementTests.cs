using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Similarity;

namespace HyperLandscape.Tests;

/// <summary>Every fact and metric of the library equals the scalar reference: integers exactly, numbers to 1e-12.</summary>
public sealed class AgreementTests
{
    [Fact]
    public void Small_landscapes_agree_with_the_reference() => LandscapeCases.Small.Sample(Agrees, iter: 1_000);

    [Fact]
    public void Large_landscapes_agree_with_the_reference() => LandscapeCases.Large.Sample(Agrees, iter: 40);

    private static void Agrees(LandscapeCase given)
    {
        Landscape landscape = given.ToLandscape();
        ReferenceLandscape reference = given.ToReference();
        GraphAgrees(landscape, reference);
        FactsAgree(landscape, reference);
        MetricsAgree(landscape, reference);
        SimilaritiesAgree(landscape, reference, given.Objective);
    }

    private static void GraphAgrees(Landscape landscape, ReferenceLandscape reference)
    {
        Assert.Equal(reference.Count, landscape.Count);
        Assert.Equal(reference.EdgeCount, landscape.Graph.EdgeCount);
        Assert.Equal(reference.Neighbors.Count(others => others.Length == 0), landscape.Graph.IsolatedCount);
        var buffer = new int[landscape.Graph.MaxDegree];
        for (int vertex = 0; vertex < reference.Count; vertex++)
        {
            Assert.Equal(reference.Cells[vertex], landscape.Graph.Cell(vertex));
            Assert.Equal(reference.Neighbors[vertex].Length, landscape.Graph.Degree(vertex));
            Same("Neighbors", reference.Neighbors[vertex], landscape.Graph.Neighbors(vertex, buffer));
        }
    }

    private static void FactsAgree(Landscape landscape, ReferenceLandscape reference)
    {
        int[] basins = [.. reference.Basins.Select(optimum => Array.IndexOf(reference.Optima, optimum))];
        int[] sizes = [.. reference.Optima.Select(optimum => reference.Basins.Count(basin => basin == optimum))];
        Same("Fitness", reference.Fitness, landscape.Fitness);
        Same("BestNeighbors", reference.BestNeighbors, landscape.BestNeighbors);
        Assert.Equal(reference.PlateauCount, landscape.PlateauCount);
        Same("Plateaus", reference.PlateauCount == 0 ? [] : reference.Plateaus, landscape.Plateaus);
        Same("Optima", reference.Optima, landscape.Optima);
        Same("Basins", basins, landscape.Basins);
        Same("BasinSizes", sizes, landscape.BasinSizes);
        Same("GlobalOptima", reference.GlobalOptima, landscape.GlobalOptima);
        Same("DistancesToGlobalOptimum", reference.DistancesToGlobalOptimum, landscape.DistancesToGlobalOptimum());
        for (int vertex = 0; vertex < reference.Count; vertex++)
            Same("Climb", reference.Climbs[vertex], landscape.Climb(vertex).ToArray());
    }

    private static void MetricsAgree(Landscape landscape, ReferenceLandscape reference)
    {
        Near(ReferenceMetrics.ImprovingAssortativity(reference), landscape, new FitnessAssortativity());
        Near(ReferenceMetrics.AllAssortativity(reference), landscape, new FitnessAssortativity { Edges = AssortativityEdges.All });
        for (int lag = 1; lag <= 3; lag++)
            Near(ReferenceMetrics.Autocorrelation(reference, lag), landscape, new Autocorrelation { Lag = lag });
        Near(ReferenceMetrics.LocalOptimaCount(reference), landscape, new LocalOptimaCount());
        Near(ReferenceMetrics.MeanBasinSize(reference), landscape, new MeanBasinSize());
        Near(ReferenceMetrics.GlobalOptimumAccessibility(reference), landscape, new GlobalOptimumAccessibility());
        for (int optimum = 0; optimum < Math.Min(reference.Optima.Length, 5); optimum++)
            Near(ReferenceMetrics.LocalOptimumAccessibility(reference, optimum), landscape, new LocalOptimumAccessibility { Optimum = optimum });
        foreach (double tolerance in new[] { landscape.Tolerance, 0, 0.001, 0.1, 0.25 })
        {
            ushort[] neutral = [.. reference.NeutralDegrees(tolerance).Select(degree => (ushort)degree)];
            Same("NeutralDegrees", neutral, landscape.NeutralDegrees(tolerance));
            Near(ReferenceMetrics.MeanNeutrality(reference, tolerance), landscape, new MeanNeutrality { Tolerance = tolerance });
            Near(ReferenceMetrics.NeutralityDistanceCorrelation(reference, tolerance), landscape, new NeutralityDistanceCorrelation { Tolerance = tolerance });
        }
    }

    /// <summary>Against the same landscape with the fitness shifted round by one vertex, which keeps the ties.</summary>
    private static void SimilaritiesAgree(Landscape landscape, ReferenceLandscape reference, Objective objective)
    {
        double[] shifted = [.. reference.Fitness[1..], reference.Fitness[0]];
        Landscape other = landscape.WithFitness(shifted, Objective.Maximize);
        double[] ranks = ReferenceSimilarity.Ranks(reference.Fitness, objective);
        double[] otherRanks = ReferenceSimilarity.Ranks(shifted, Objective.Maximize);
        Same("Ranks", ranks, landscape.Ranks);
        Near(ReferenceSimilarity.Spearman(ranks, otherRanks), landscape, other, new SpearmanCorrelation());
        Near(ReferenceSimilarity.ShakeUp(ranks, otherRanks), landscape, other, new ShakeUp());
        int quarter = (reference.Count + 3) / 4;
        Near(ReferenceSimilarity.GammaSet(reference.Fitness, objective, shifted, Objective.Maximize, quarter), landscape, other, new GammaSetSimilarity { Gamma = 0.25 });
    }

    private static void Same<T>(string fact, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
    {
        if (!expected.SequenceEqual(actual))
            Assert.Fail($"{fact}: the reference has [{string.Join(", ", expected.ToArray())}], the library [{string.Join(", ", actual.ToArray())}].");
    }

    private static void Near(double expected, Landscape landscape, IMetric metric)
    {
        double actual = metric.Measure(landscape);
        Assert.True(Closeness.Near(expected, actual), $"{metric.Name}: the reference has {expected:R}, the library {actual:R}.");
    }

    private static void Near(double expected, Landscape landscape, Landscape other, ISimilarityMeasure measure)
    {
        double actual = measure.Compare(landscape, other);
        Assert.True(Closeness.Near(expected, actual), $"{measure.Name}: the reference has {expected:R}, the library {actual:R}.");
    }
}
