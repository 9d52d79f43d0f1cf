using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

/// <summary>Diminishing returns and increasing costs.</summary>
public sealed class GainCorrelationTests
{
    // Minimized; arcs 0->1 (3), 2->1 (1), 3->0 (1), 3->4 (2), 4->1 (2), 2->5 (2), 4->5 (3).
    //     4  1  2
    //     5  3  0
    private static readonly Landscape Grid = Landscape.Create(
        new SearchSpace(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2)), [4, 1, 2, 5, 3, 0]);

    /// <summary>Where rounding errors break ties among GraphFLA's mean gains: Spearman's correlations by rational arithmetic.</summary>
    private static readonly Dictionary<string, (double Returns, double Costs)> Corrections = new()
    {
        ["03_bool_inc60_max"] = (-0.3079488221211755, 0.446180857497275),
        ["04_bool_full_max_eps"] = (-0.5999573716967029, 0.5403324997552645),
        ["10_cat_full_max_ties"] = (-0.5946044479596649, 0.5170435894528914),
        ["18_bool_ties_plateau_min"] = (-0.6484191104415675, 0.5704466693481366),
        ["r4_WReOs_ordinal_max"] = (-0.28092914615897124, -0.014080129349045256),
        ["r5_westmann2024_dna_max"] = (-0.2916125331632031, 0.7728138350111337),
    };

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Fact]
    public void Diminishing_returns_by_hand()
    {
        // Losses 4 2 5 3 with mean gains 3, (1 + 2) / 2, (1 + 2) / 2, (2 + 3) / 2. Twice the gains: 6 3 3 5. Qualities -4 -2 -5 -3:
        // 4 * 54 - 14^2 = 20, 4 * 79 - 17^2 = 27, products -24 - 6 - 15 - 15 = -60, 4 * -60 + 14 * 17 = -2.
        Assert.Equal(-2 / Math.Sqrt(20 * 27), new DiminishingReturns().Measure(Grid), 1e-14);
    }

    [Fact]
    public void Increasing_costs_by_hand()
    {
        // Into 0 (loss 4): 1; into 1 (1): 3 1 2, mean 2; into 4 (3): 2; into 5 (0): 2 3, mean 5/2. Twice the losses: 2 4 4 5. Qualities -4 -1 -3 0:
        // 4 * 26 - 8^2 = 40, 4 * 61 - 15^2 = 19, products -8 - 4 - 12 - 0 = -24, 4 * -24 + 8 * 15 = 24.
        Assert.Equal(24 / Math.Sqrt(40 * 19), new IncreasingCosts().Measure(Grid), 1e-14);
    }

    [Fact]
    public void A_tolerance_leaves_small_steps_out()
    {
        // Tolerance 2: only 0->1 (3) and 4->5 (3): the gain does not vary.
        Assert.Equal(double.NaN, new DiminishingReturns().Measure(Grid.WithFitness(Grid.Fitness, tolerance: 2)));

        // Tolerance 1: 4 gains 3, 2 gains 2, 5 gains 2, 3 gains 5/2. Twice: 6 4 4 5, 4 * 93 - 19^2 = 11, products -24 - 8 - 20 - 15 = -67, -268 + 266 = -2.
        Assert.Equal(-2 / Math.Sqrt(20 * 11), new DiminishingReturns().Measure(Grid.WithFitness(Grid.Fitness, tolerance: 1)), 1e-14);
    }

    [Fact]
    public void Agree_with_their_definitions() => LandscapeCases.Small.Sample(
        given =>
        {
            ReferenceLandscape reference = given.ToReference();
            double[] quality = [.. reference.Fitness.Select(f => given.Objective == Objective.Maximize ? f : -f)];
            Near(Expected(reference, quality, (vertex, other) => reference.IsBetter(other, vertex)), new DiminishingReturns().Measure(given.ToLandscape()));
            Near(Expected(reference, quality, reference.IsBetter), new IncreasingCosts().Measure(given.ToLandscape()));
        },
        iter: 300);

    [Fact]
    public void The_objective_does_not_matter() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.Large).Sample(
        given =>
        {
            Assert.Equal(new DiminishingReturns().Measure(given.ToLandscape()), new DiminishingReturns().Measure(given.Negated().ToLandscape()));
            Assert.Equal(new IncreasingCosts().Measure(given.ToLandscape()), new IncreasingCosts().Measure(given.Negated().ToLandscape()));
        },
        iter: 200);

    /// <summary>GraphFLA correlates with the raw fitness, so that minimized landscapes are compared with the negated, maximized ones.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Agree_with_GraphFLA(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        bool corrected = Corrections.TryGetValue(name, out (double Returns, double Costs) known);
        Near(corrected ? known.Returns : golden.Metric("diminishing_returns_index(spearman)", ofMaximized: true), new DiminishingReturns { Method = CorrelationMethod.Spearman }.Measure(golden.Landscape));
        Near(corrected ? known.Costs : golden.Metric("increasing_costs_index(spearman)", ofMaximized: true), new IncreasingCosts { Method = CorrelationMethod.Spearman }.Measure(golden.Landscape));
        Near(golden.Metric("diminishing_returns_index(pearson)", ofMaximized: true), new DiminishingReturns().Measure(golden.Landscape));
        Near(golden.Metric("increasing_costs_index(pearson)", ofMaximized: true), new IncreasingCosts().Measure(golden.Landscape));
    }

    /// <summary>Null if the mean gains differ by no more than rounding, so that it decides whether there is a correlation.</summary>
    private static double? Expected(ReferenceLandscape reference, double[] quality, Func<int, int, bool> isArc)
    {
        int[] vertices = [.. Enumerable.Range(0, reference.Count).Where(vertex => reference.Neighbors[vertex].Any(other => isArc(vertex, other)))];
        double[] gains = [.. vertices.Select(vertex => reference.Neighbors[vertex].Where(other => isArc(vertex, other)).Average(other => Math.Abs(quality[vertex] - quality[other])))];
        return gains.Length > 1 && ReferenceStatistics.Varies(gains) && gains.Max() - gains.Min() < 1e-9 ? null : ReferenceStatistics.Pearson([.. vertices.Select(vertex => quality[vertex])], gains);
    }

    private static void Near(double? expected, double actual) => Assert.True(expected is null || Closeness.Near(expected.Value, actual, condition: 100), $"{expected:R} was expected, not {actual:R}.");
}
