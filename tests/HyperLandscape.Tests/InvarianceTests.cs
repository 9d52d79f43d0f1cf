using CsCheck;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

/// <summary>What must not matter does not.</summary>
public sealed class InvarianceTests
{
    private static readonly IMetric[] Metrics =
    [
        new FitnessAssortativity(),
        new FitnessAssortativity { Edges = AssortativityEdges.All },
        new Autocorrelation(),
        new Autocorrelation { Lag = 3 },
        new MeanNeutrality { Tolerance = 0.1 },
        new NeutralityDistanceCorrelation { Tolerance = 0.1 },
        new LocalOptimaCount(),
        new MeanBasinSize(),
        new GlobalOptimumAccessibility(),
    ];

    private static readonly IMetric[] OfOneOptimum =
    [
        new LocalOptimumAccessibility { Optimum = 0 },
        new MeanPathLengthToLocalOptimum { Optimum = 0 },
        new MeanDistanceToLocalOptimum { Optimum = 0 },
    ];

    [Fact]
    public void Maximizing_the_negated_fitness_is_minimizing_it_bit_for_bit() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies).Sample(
        given =>
        {
            Objective opposite = given.Objective == Objective.Minimize ? Objective.Maximize : Objective.Minimize;
            Identical(given, given with { Fitness = [.. given.Fitness.Select(f => -f)], Objective = opposite });
        },
        iter: 300);

    [Fact]
    public void The_order_of_rows_does_not_matter() => Gen.Select(Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies), Gen.Int).Sample(
        (given, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, given.Cells.Length)];
            new Random(seed).Shuffle(order);
            Identical(given, given with { Cells = [.. order.Select(row => given.Cells[row])], Fitness = [.. order.Select(row => given.Fitness[row])] });
        },
        iter: 300);

    [Fact]
    public void The_order_of_hyperparameters_matters_only_to_ties() => LandscapeCases.WithoutTies.Sample(
        given =>
        {
            Equivalent(given, given.Reversed());
        },
        iter: 200);

    [Fact]
    public void The_labels_of_categories_matter_only_to_ties() => LandscapeCases.WithoutTies.Sample(
        given =>
        {
            Equivalent(given, given.Relabeled());
        },
        iter: 200);

    [Fact]
    public void A_neighborhood_in_disguise_gives_the_same_landscape() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies).Sample(
        given =>
        {
            LandscapeCase grid = given with { Neighborhood = new GridNeighborhood() };
            SameFacts(grid.ToLandscape(), (given with { Neighborhood = new WrappedNeighborhood() }).ToLandscape());
            Equivalent(grid, given with { Neighborhood = new WrappedNeighborhood() });
        },
        iter: 200);

    [Fact]
    public void Autocorrelation_of_lag_one_is_assortativity_over_all_edges() => LandscapeCases.Small.Sample(
        given => SameBits(new FitnessAssortativity { Edges = AssortativityEdges.All }.Measure(given.ToLandscape()), new Autocorrelation().Measure(given.ToLandscape()), "Autocorrelation"),
        iter: 300);

    [Fact]
    public void Basins_partition_the_vertices() => LandscapeCases.Small.Sample(
        given =>
        {
            Landscape landscape = given.ToLandscape();
            Assert.Equal(landscape.Count, landscape.BasinSizes.ToArray().Sum());
            for (int optimum = 0; optimum < landscape.Optima.Length; optimum++)
            {
                Assert.Equal(optimum, landscape.Basins[landscape.Optima[optimum]]);
                Assert.Equal(landscape.BasinSizes[optimum], landscape.Basins.Count(optimum));
            }

            Assert.Contains(landscape.Basins[landscape.GlobalOptima[0]], Enumerable.Range(0, landscape.Optima.Length));
        },
        iter: 300);

    private static void Identical(LandscapeCase expected, LandscapeCase actual)
    {
        Landscape first = expected.ToLandscape();
        Landscape second = actual.ToLandscape();
        SameFacts(first, second);
        foreach (IMetric metric in Metrics.Concat(OfOneOptimum))
            SameBits(metric.Measure(first), metric.Measure(second), metric.Name);
    }

    private static void SameFacts(Landscape expected, Landscape actual)
    {
        Assert.Equal(expected.BestNeighbors, actual.BestNeighbors);
        Assert.Equal(expected.Plateaus, actual.Plateaus);
        Assert.Equal(expected.Optima, actual.Optima);
        Assert.Equal(expected.Basins, actual.Basins);
        Assert.Equal(expected.GlobalOptima, actual.GlobalOptima);
        Assert.Equal(expected.Ranks, actual.Ranks);
    }

    /// <summary>The same values, though vertices have other numbers, so that optimum 0 is another one.</summary>
    private static void Equivalent(LandscapeCase expected, LandscapeCase actual)
    {
        Landscape first = expected.ToLandscape();
        Landscape second = actual.ToLandscape();
        Assert.Equal(first.BasinSizes.ToArray().Order(), second.BasinSizes.ToArray().Order());
        foreach (IMetric metric in Metrics)
        {
            (double a, double b) = (metric.Measure(first), metric.Measure(second));
            Assert.True(Closeness.Near(a, b), $"{metric.Name} was {a:R} and became {b:R}.");
        }
    }

    private static void SameBits(double expected, double actual, string name) =>
        Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual), $"{name} was {expected:R} and became {actual:R}.");
}
