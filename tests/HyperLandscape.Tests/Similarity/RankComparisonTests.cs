using CsCheck;
using HyperLandscape.Reference;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Similarity;

/// <summary>Kendall, weighted Kendall, rank-biased overlap, transfer regret, optima overlap, the curve over gamma.</summary>
public sealed class RankComparisonTests
{
    private static readonly SearchSpace Four = new(Hyperparameter.Ordinal("x", 0, 1, 2, 3));

    [Fact]
    public void Kendall_by_hand()
    {
        // 1 2 3 4 and 1 3 2 4: of six pairs one is discordant, (5 - 1) / 6.
        Assert.Equal(4 / 6.0, new KendallCorrelation().Compare(Of(1, 2, 3, 4), Of(1, 3, 2, 4)), 1e-15);

        // 1 1 2 3 and 1 2 2 3: five untied pairs each; of the four untied in both all are concordant.
        Assert.Equal(4 / 5.0, new KendallCorrelation().Compare(Of(1, 1, 2, 3), Of(1, 2, 2, 3)), 1e-15);
    }

    [Fact]
    public void Weighted_Kendall_by_hand()
    {
        // Ranks 1 2 3 4 and 2 1 3 4: the pair of the best two is discordant. By the ranks of a, and likewise by those of b,
        // it weighs 1 + 1/2; all six pairs weigh 3 (1 + 1/2 + 1/3 + 1/4) = 25/4: (25/4 - 2 * 3/2) / (25/4) = 13/25.
        Assert.Equal(13 / 25.0, new WeightedKendallCorrelation().Compare(Of(1, 2, 3, 4), Of(2, 1, 3, 4)), 1e-15);

        // The worst two exchanged weigh 1/3 + 1/4: (25/4 - 7/6) / (25/4) = 61/75.
        Assert.Equal(61 / 75.0, new WeightedKendallCorrelation().Compare(Of(1, 2, 3, 4), Of(1, 2, 4, 3)), 1e-15);
    }

    [Fact]
    public void Rank_biased_overlap_by_hand()
    {
        // p = 1/2, ranks 1 2 3 4 and 2 1 3 4: agreement 0 at depth 1, then 1: 1 - 1/2.
        var half = new RankBiasedOverlap { Persistence = 0.5 };
        Assert.Equal(0.5, half.Compare(Of(1, 2, 3, 4), Of(2, 1, 3, 4)), 1e-15);
        Assert.Equal(1, half.Compare(Of(5, 6, 7, 8), Of(1, 2, 3, 4)));

        // Ranks 1 1 3 4 and 1 2 3 4: two enter at depth 1 on one side, agreement 2 * 1 / (2 + 1), then 1: 1 - 1/2 * 1/3.
        Assert.Equal(5 / 6.0, half.Compare(Of(1, 1, 3, 4), Of(1, 2, 3, 4)), 1e-15);

        // Reversed: agreement 0, 0, 2/3, 1 at depths 1 to 4 and 1 beyond: 2/3 * 1/8 + 1/16 + 1/16.
        Assert.Equal((2 / 24.0) + 0.125, half.Compare(Of(1, 2, 3, 4), Of(4, 3, 2, 1)), 1e-15);
    }

    [Fact]
    public void Transfer_regret_by_hand()
    {
        // Best of a is the second, where b has 30: 20 more than its best. Of the two best of a the other has 15 in b.
        Landscape a = Of(5, 1, 2, 9);
        Landscape b = Of(10, 30, 15, 50);
        Assert.Equal(20, new TransferRegret().Compare(a, b));
        Assert.Equal(5, new TransferRegret { Top = 2 }.Compare(a, b));
        Assert.Equal(0, new TransferRegret { Top = 3 }.Compare(a, b));
        Assert.Equal(0, new TransferRegret { Top = 9 }.Compare(a, b));
        Assert.Equal(20 / 40.0, new TransferRegret { IsNormalized = true }.Compare(a, b));
        Assert.Equal(4, new TransferRegret().Compare(b, a)); // the other way: a has 5 where b is best, and 1 at best
        Assert.Equal(20, new TransferRegret().Compare(a, b.WithFitness([-10, -30, -15, -50], Objective.Maximize)));

        // Three tie for the best of a, with 30, 15 and 50 in b: on average 31.67 - 10; of two of them the better has 15 twice in three, else 30.
        Landscape tied = Of(5, 1, 1, 1);
        Assert.Equal((95 / 3.0) - 10, new TransferRegret().Compare(tied, b), 1e-14);
        Assert.Equal(20 - 10, new TransferRegret { Top = 2 }.Compare(tied, b), 1e-14);
        Assert.Equal(double.NaN, new TransferRegret { IsNormalized = true }.Compare(a, Of(1, 1, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransferRegret { Top = 0 });
    }

    [Fact]
    public void Optima_overlap_by_hand()
    {
        // In a row: optima of 1 3 2 4 are the first and the third, of 1 1 5 0 the plateau of the first two and the last.
        Assert.Equal(1 / 4.0, new OptimaOverlap().Compare(Of(1, 3, 2, 4), Of(1, 1, 5, 0)));
        Assert.Equal(1, new OptimaOverlap().Compare(Of(1, 3, 2, 4), Of(0, 8, 7, 9)));
    }

    [Fact]
    public void The_curve_over_gamma_by_hand()
    {
        // Ranks 1 2 3 4 and 2 1 3 4: the best one differs, the best two, three and four are the same.
        var curve = GammaSetCurve.Of(Of(1, 2, 3, 4), Of(2, 1, 3, 4));
        Assert.Equal([0.0, 1.0, 1.0, 1.0], curve.Values);
        Assert.Equal(0.75, curve.Mean);
        Assert.Equal(0, curve.At(0.25));
        Assert.Equal(1, curve.At(0.26));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.At(0));
    }

    [Fact]
    public void The_curve_over_gamma_is_symmetric_and_has_each_objective_resolved() => Gen.Select(LandscapeCases.Small, Gen.Int).Sample(
        (given, seed) =>
        {
            Landscape first = given.ToLandscape();
            (Landscape second, double[] losses) = Partner(first, seed);
            GammaSetCurve expected = GammaSetCurve.Of(first, second);
            Assert.Equal(expected.Values, GammaSetCurve.Of(second, first).Values);
            Assert.Equal(expected.Values, GammaSetCurve.Of(given.Negated().ToLandscape(), second.WithFitness(losses, Objective.Minimize)).Values);
        },
        iter: 100);

    [Fact]
    public void Agree_with_the_reference_pair_by_pair() => Gen.Select(LandscapeCases.Small, Gen.Int).Sample(
        (given, seed) =>
        {
            Landscape first = given.ToLandscape();
            (Landscape second, double[] b) = Partner(first, seed);
            double[] a = [.. first.Fitness.ToArray().Select(f => given.Objective == Objective.Minimize ? f : -f)];
            Near(ReferenceRankComparison.Kendall(a, b), new KendallCorrelation(), first, second);
            Near(ReferenceRankComparison.WeightedKendall(a, b), new WeightedKendallCorrelation(), first, second);
            foreach (double persistence in new[] { 0.3, 0.9, 0.99 })
                Near(ReferenceRankComparison.RankBiasedOverlap(a, b, persistence), new RankBiasedOverlap { Persistence = persistence }, first, second);
            for (int top = 1; top <= 2; top++)
                Near(ReferenceRankComparison.Regret(a, b, top), new TransferRegret { Top = top }, first, second);

            var curve = GammaSetCurve.Of(first, second);
            Assert.Equal(ReferenceRankComparison.BestSetOverlaps(a, b), curve.Values);
            foreach (double gamma in new[] { 0.05, 0.1, 0.5, 1 })
                Assert.Equal(new GammaSetSimilarity { Gamma = gamma }.Compare(first, second), curve.At(gamma));
        },
        iter: 60);

    [Fact]
    public void Optima_overlap_agrees_with_the_reference() => Gen.Select(LandscapeCases.Small, Gen.Int).Sample(
        (given, seed) =>
        {
            Landscape first = given.ToLandscape();
            (Landscape second, _) = Partner(first, seed);
            HashSet<int> a = Optimal(given.ToReference());
            HashSet<int> b = Optimal((given with { Cells = Cells(second), Fitness = second.Fitness.ToArray(), Objective = Objective.Maximize }).ToReference());
            Near((double)a.Intersect(b).Count() / a.Union(b).Count(), new OptimaOverlap(), first, second);
        },
        iter: 60);

    public static TheoryData<string, double, double> ScipyValues
    {
        get
        {
            var rows = new TheoryData<string, double, double>();
            foreach (string[] row in GoldenFiles.ReadTable(Path.Combine(GoldenFiles.Folder, "rank_correlations.csv")).Skip(1))
                rows.Add(row[0], double.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(ScipyValues))]
    public void Kendall_and_weighted_Kendall_agree_with_scipy(string pair, double kendall, double weighted)
    {
        (Landscape a, Landscape b) = PairsTests.Split(pair);
        Near(kendall, new KendallCorrelation(), a, b);
        Near(weighted, new WeightedKendallCorrelation(), a, b);
    }

    [Fact]
    public void Undefined_for_constant_fitness_and_single_configurations()
    {
        foreach (ISimilarityMeasure measure in new ISimilarityMeasure[] { new KendallCorrelation(), new WeightedKendallCorrelation() })
        {
            Assert.Equal(double.NaN, measure.Compare(Of(1, 2, 3, 4), Of(1, 1, 1, 1)));
            Assert.Equal(double.NaN, measure.Compare(Of(1, 1, 1, 1), Of(1, 2, 3, 4)));
            var alone = Landscape.Create(Four, [2L], [1]);
            Assert.Equal(double.NaN, measure.Compare(alone, alone));
        }
    }

    [Fact]
    public void Parameters_are_checked_and_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RankBiasedOverlap { Persistence = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RankBiasedOverlap { Persistence = 0 });
        Assert.Equal("Rank-biased overlap (persistence 0.95)", new RankBiasedOverlap { Persistence = 0.95 }.Name);
        Assert.Equal("Transfer regret (top 3, of the range)", new TransferRegret { Top = 3, IsNormalized = true }.Name);
        Assert.Equal(SimilarityMeasure.All.Count, SimilarityMeasure.All.Select(measure => measure.Name).Distinct().Count());
        Assert.Equal(SimilarityMeasure.Paper, SimilarityMeasure.All.Take(3));
    }

    /// <summary>The fitness shuffled and partly rounded, to maximize; and its losses.</summary>
    private static (Landscape Landscape, double[] Losses) Partner(Landscape landscape, int seed)
    {
        double[] fitness = landscape.Fitness.ToArray();
        var random = new Random(seed);
        random.Shuffle(fitness);
        if (random.Next(2) == 0)
            fitness = [.. fitness.Select(f => Math.Round(f, 1))];
        return (landscape.WithFitness(fitness, Objective.Maximize), [.. fitness.Select(f => -f)]);
    }

    private static HashSet<int> Optimal(ReferenceLandscape landscape) =>
        [.. Enumerable.Range(0, landscape.Count).Where(v => landscape.Optima.Contains(v) || (landscape.Plateaus[v] >= 0 && landscape.Optima.Any(o => landscape.Plateaus[o] == landscape.Plateaus[v])))];

    private static long[] Cells(Landscape landscape) => [.. Enumerable.Range(0, landscape.Count).Select(landscape.Graph.Cell)];

    private static Landscape Of(params double[] fitness) => Landscape.Create(Four, fitness);

    private static void Near(double expected, ISimilarityMeasure measure, Landscape a, Landscape b)
    {
        double actual = measure.Compare(a, b);
        Assert.True(Closeness.Near(expected, actual), $"{measure.Name}: expected {expected:R}, the library has {actual:R}.");
        if (measure.IsSymmetric)
            Assert.Equal(BitConverter.DoubleToInt64Bits(actual), BitConverter.DoubleToInt64Bits(measure.Compare(b, a)));
    }
}
