using System.Globalization;
using HyperLandscape.Estimation;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using MathNet.Numerics.Distributions;

namespace HyperLandscape.Tests.Estimation;

/// <summary>Estimates of a whole grid: worked by hand, against definitions, and what must not matter.</summary>
public sealed class GridEstimationTests
{
    private const string Steps = "Neutrality per step toward the best found (tolerance 0.001)";

    /// <summary>
    /// Levels 0 to 80 of 128, fitness 0, 1, 2, 0 over and over: 80 pairs, twenty times (0, 1), (1, 2), (2, 0) and (0, 0). Level 0
    /// has one neighbour in the grid, all others two.
    /// </summary>
    private static readonly Landscape Line = Landscape.Create(
        new SearchSpace(Hyperparameter.Ordinal("x", [.. Enumerable.Range(0, 128).Select(level => (double)level)])),
        [.. Enumerable.Range(0, 81).Select(level => (long)level)],
        [.. Enumerable.Range(0, 81).Select(level => new double[] { 0, 1, 2, 0 }[level % 4])]);

    [Fact]
    public void Values_worked_by_hand()
    {
        GridEstimates estimates = new GridEstimation().Estimate(Line);

        // 60 arcs (1, 0), (2, 1), (2, 0): means 5/3 and 1/3, covariance 1/9, variances 2/9.
        Near(0.5, estimates[new FitnessAssortativity()].Value);

        // Half squares 1/2, 1/2, 2, 0: 3/4. Degrees sum to 161, their squares to 321; degree-weighted sums of f and f^2 are
        // 120 and 200.
        const double own = 321.0 / (161 * 161);
        const double variance = (200 - (120.0 * 120 / 161)) / 161;
        Near(1 - (0.75 / (variance / (1 - own) * (1 - (own * 81 / 128)))), estimates[new Autocorrelation()].Value);

        // Pairs weigh 1/2 + 1/2, but the first 1 + 1/2: 20 of 80.5 are neutral.
        Near(40.0 / 161, estimates[new MeanNeutrality()].Value);

        // Distance = level, mean 63.5 and sum of squares (128^3 - 128) / 12 = 174752 over the grid. Neutral pairs
        // (4k + 3, 4k + 4): sum of 4k + 3.5 - 63.5 = -440. All pairs: -63.5 - 62.5 / 2 for the first, then the sum of i - 63,
        // i = 1..79: -1817.
        const double chance = 81.0 * 80 / (128 * 127);
        Near((440 + (40.0 / 161 * (-63.5 - 31.25 - 1817))) / 174752 / chance, estimates[Steps].Value);
    }

    [Fact]
    public void Bounds_worked_by_hand()
    {
        // Enclosed optima: level 0, and the plateaus (3, 4) to (75, 76); (79, 80) goes on outside, maybe.
        MetricEstimate count = new GridEstimation { Confidence = 0.8 }.Estimate(Line)["Local optima"];
        Assert.Equal(20, count.Lower);

        // Ones have one better neighbour, twos have two: S1 = 60 / (81 p), S2 = 20 / (81 p^2), 2 S2 / S1 = 1.05, k = 2.
        const double p = 81.0 / 128;
        const double a = 2.0 / 3 / (81 * p);
        const double b = 1.0 / 3 / (81 * p * p);

        // Without a vertex the bound loses: a one its a, and a - b of the two beside it; a two its 2a - b; a zero below a one a,
        // one beyond a two a - b; level 80 nothing.
        double[] losses = [.. Enumerable.Repeat((2 * a) - b, 40), .. Enumerable.Repeat(a, 20), .. Enumerable.Repeat(a - b, 20), 0];
        double mean = losses.Average();
        double error = Math.Sqrt((1 - p) * losses.Sum(loss => (loss - mean) * (loss - mean)));
        Assert.Equal(Math.Floor(128 * (1 - (60 * a) + (20 * b) + (1.2922 * error))), count.Upper); // Student's 90 % quantile for 80 degrees
        Assert.True(double.IsNaN(count.Value));

        // From level 3 on, (3, 4) goes on outside as well: 18 are left.
        Landscape cut = Landscape.Create(Line.Space, [.. Enumerable.Range(3, 78).Select(level => (long)level)], Line.Fitness[3..]);
        Assert.Equal(18, new GridEstimation().Estimate(cut)["Local optima"].Lower);
    }

    /// <summary>A few pairs and hardly any triples: the bound that they estimate may be more than all configurations.</summary>
    [Fact]
    public void Bounds_from_few_pairs_hold()
    {
        Landscape grid = LandscapeTables.Landscape("own_lgbm", "test_logloss_german_it100");
        Assert.All(Enumerable.Range(0, 200), draw => Assert.InRange(grid.Optima.Length, 1, new GridEstimation().Estimate(Sample(grid, 54, draw))[new LocalOptimaCount()].Upper));
    }

    [Theory]
    [InlineData(2, 0.9, 2.919986)]
    [InlineData(10, 0.9, 1.812461)]
    [InlineData(30, 0.95, 2.042272)]
    public void Quantiles_are_those_of_the_tables(double degreesOfFreedom, double confidence, double expected) =>
        Assert.Equal(expected, SamplingError.Quantile(degreesOfFreedom, confidence), 1e-6);

    /// <summary>A path of three of four: terms 1 and 2 on the pairs, 10, 20, 30 on the vertices, p = 3/4.</summary>
    [Fact]
    public void A_variance_worked_by_hand()
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("x", 1, 2, 3, 4));
        var pairs = new SampledPairs(Landscape.Create(space, [0L, 1, 2], [5.0, 6, 7]));
        SamplingError error = pairs.Error([1, 2], [10, 20, 30]);

        // Vertices sum up to 11, 23, 32: squares 1674. Less 1/4 of 1 + 4, times 1/4.
        Near((1674 - 1.25) / 4, error.Variance);
        Near(1674.0 * 1674 / (14641 + 279841 + 1048576) / 2, error.DegreesOfFreedom);
        Near(5 / 16.0, pairs.Error([1, 2], [-1, -3, -2]).Variance); // vertices sum up to nothing; the pairs' own part is left, (1 + 4) / 4^2
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Intervals_are_those_of_the_definition(string table, string column, int count, bool wrapped)
    {
        Landscape sample = Sample(LandscapeTables.Landscape(table, column), count, 7, wrapped ? new WrappedNeighborhood() : new GridNeighborhood());
        double tolerance = 0.002;
        var reference = new ReferenceEstimation(sample.Space, new GridNeighborhood(), [.. Enumerable.Range(0, count).Select(sample.Graph.Cell)], sample.Fitness.ToArray(), sample.Tolerance);
        GridEstimates estimates = new GridEstimation { Tolerance = tolerance }.Estimate(sample);

        (double value, double variance, double freedom) = reference.LogOneMinusAutocorrelation();
        double width = StudentT.InvCDF(0, 1, Math.Max(2, freedom), 0.95) * Math.Sqrt(variance);
        double ratio = Math.Exp(value) / reference.VarianceCorrection();
        Close(estimates[new Autocorrelation()], 1 - ratio, Math.Max(-1, 1 - (ratio * Math.Exp(width))), 1 - (ratio * Math.Exp(-width)));

        (value, variance, freedom) = reference.AtanhAssortativity();
        width = StudentT.InvCDF(0, 1, Math.Max(2, freedom), 0.95) * Math.Sqrt(variance * reference.ArcCount / (reference.ArcCount - 3));
        Close(estimates[new FitnessAssortativity()], Math.Tanh(value), Math.Tanh(value - width), Math.Tanh(value + width));

        // Wilson's interval: where the distance to the estimate is the quantile times the standard error that the share itself implies.
        (value, variance, _) = reference.Neutrality(tolerance);
        double quantile = StudentT.InvCDF(0, 1, reference.PairCount - 1, 0.95);
        double independent = value * (1 - value) / variance;
        MetricEstimate neutrality = estimates[new MeanNeutrality { Tolerance = tolerance }];
        Assert.Equal(value, neutrality.Value, 1e-9);
        foreach (double end in new[] { neutrality.Lower, neutrality.Upper })
            Assert.Equal(Math.Abs(end - value), quantile * Math.Sqrt(end * (1 - end) / independent), 1e-6);

        (double improvable, double squares) = reference.Improvable();
        double error = Math.Sqrt(squares * (1 - (count / (double)sample.Space.CellCount)));
        Assert.Equal(Math.Floor(sample.Space.CellCount * (1 - improvable + (StudentT.InvCDF(0, 1, count - 1, 0.95) * error))), estimates[new LocalOptimaCount()].Upper);
    }

    public static TheoryData<string, string, int, bool> Samples => new()
    {
        { "own_svm", "test_err_pima_frac1", 140, false },
        { "own_rf", "test_err_pima_trees16", 130, false },
        { "own_xgb", "test_err_pima_it100", 150, true },
    };

    [Fact]
    public void A_complete_grid_has_its_own_metrics()
    {
        foreach ((string table, string column) in new[] { ("own_dt", "test_err_digits_frac1"), ("own_svm", "train_err_pima_frac1"), ("own_mlp", "test_logloss_digits_ep9") })
        {
            Landscape grid = LandscapeTables.Landscape(table, column);
            LandscapeProfile profile = grid.Profile();
            GridEstimates exact = new GridEstimation().Estimate(grid);
            Assert.Equal(profile.Names.ToArray(), exact.Select(estimate => estimate.Name));
            Assert.Equal(profile.Values.ToArray(), exact.Select(estimate => estimate.Value));

            // The estimators themselves come to the same, with no width.
            var pairs = new SampledPairs(grid);
            var neutrality = new NeutralityEstimate(pairs, new MeanNeutrality().Tolerance);
            MetricEstimate[] estimates = [AssortativityEstimate.Of(pairs, 0.9), AutocorrelationEstimate.Of(pairs, 0.9), neutrality.Mean(0.9)];
            Assert.All(estimates, estimate =>
            {
                Near(profile[estimate.Name], estimate.Value);
                Near(profile[estimate.Name], estimate.Lower);
                Near(profile[estimate.Name], estimate.Upper);
            });
            Assert.Equal(grid.Optima.Length, new OptimaBounds(pairs).Least());
            Assert.True(new OptimaBounds(pairs).Most(0.9) >= grid.Optima.Length);
        }
    }

    /// <summary>With one global optimum the slope of a line is its correlation times the ratio of the deviations.</summary>
    [Fact]
    public void Steps_toward_the_best_of_a_complete_grid_go_with_its_neutrality_distance_correlation()
    {
        Landscape grid = LandscapeTables.Landscape("own_dt", "test_err_phoneme_frac1");
        double[] neutrality = [.. grid.NeutralDegrees(0.001).ToArray().Select((neutral, vertex) => (double)neutral / grid.Graph.Degree(vertex))];
        double[] distances = [.. grid.DistancesToGlobalOptimum().Select(distance => (double)distance)];
        double expected = grid.Measure(new NeutralityDistanceCorrelation()) * Deviation(neutrality) / Deviation(distances);
        MetricEstimate estimate = new NeutralityEstimate(new SampledPairs(grid), 0.001).TowardBest(0.9);
        Assert.Equal(1, grid.GlobalOptima.Length);
        Near(expected, estimate.Value);
        Near(expected, estimate.Upper);
    }

    [Fact]
    public void Neither_direction_nor_order_of_rows_nor_scale_matters()
    {
        Landscape sample = Sample(LandscapeTables.Landscape("own_rf", "test_err_pima_trees16"), 150, 3);
        GridEstimates estimates = new GridEstimation().Estimate(sample);
        long[] cells = [.. Enumerable.Range(0, 150).Select(sample.Graph.Cell).Reverse()];
        double[] fitness = [.. sample.Fitness.ToArray().Reverse()];
        Assert.Equal<MetricEstimate>(estimates, new GridEstimation().Estimate(Landscape.Create(sample.Space, cells, [.. fitness.Select(f => -f)], Objective.Maximize)));

        GridEstimates scaled = new GridEstimation { Tolerance = 0.004 }.Estimate(Landscape.Create(sample.Space, cells, [.. fitness.Select(f => (4 * f) + 64)]));
        foreach ((MetricEstimate expected, MetricEstimate actual) in estimates.Zip(scaled))
        {
            Assert.True(Closeness.Near(expected.Value, actual.Value, 1000), expected.Name);
            Assert.True(Closeness.Near(expected.Lower, actual.Lower, 1000), expected.Name);
            Assert.True(Closeness.Near(expected.Upper, actual.Upper, 1000), expected.Name);
        }
    }

    /// <summary>What is listed may be a grid; and a conditional space, of which a sample has fewer neighbours than its configurations have in all.</summary>
    [Fact]
    public void A_space_that_lists_its_configurations_is_a_grid_of_these()
    {
        Landscape sample = Sample(LandscapeTables.Landscape("own_rf", "test_err_pima_trees16"), 150, 3);
        SearchSpace listed = sample.Space.Restrict([.. Enumerable.Range(0, 576).Select(cell => (long)cell)]);
        GridEstimates estimates = new GridEstimation().Estimate(Landscape.Create(listed, [.. Enumerable.Range(0, 150).Select(sample.Graph.Cell)], sample.Fitness));
        foreach ((MetricEstimate expected, MetricEstimate actual) in new GridEstimation().Estimate(sample).Zip(estimates))
        {
            Assert.True(Closeness.Near(expected.Value, actual.Value, 1000), expected.Name);
            Assert.True(Closeness.Near(expected.Lower, actual.Lower, 1000), expected.Name);
            Assert.True(Closeness.Near(expected.Upper, actual.Upper, 1000), expected.Name);
        }

        // a: 0 alone, or 1 with any of ten values of b. Of a = 0 and b = 0 to 4, all are neighbours of a = 0: it has ten in all.
        SearchSpace conditional = SearchSpace.Conditional([Hyperparameter.Boolean("a"), Hyperparameter.Ordinal("b", [.. Enumerable.Range(0, 10).Select(level => (double)level)])], new Condition("b", "a", "true"));
        Assert.Equal([10, 2, 3, 3, 3, 3], new SampledPairs(Landscape.Create(conditional, [0L, 1, 2, 3, 4, 5], [1.0, 2, 3, 4, 5, 6])).Degrees.ToArray());
    }

    [Theory]
    [InlineData("own_dt", "test_err_phoneme_frac1", 300)]
    [InlineData("own_xgb", "test_err_pima_it100", 288)]
    [InlineData("own_mlp", "test_logloss_digits_ep9", 173)]
    public void Ninety_percent_intervals_hold_the_truth_in_ninety_percent_of_the_samples(string table, string column, int count)
    {
        const int draws = 400;
        Landscape grid = LandscapeTables.Landscape(table, column);
        double[] truth = [.. grid.Profile().Values];
        var held = new int[6];
        var given = new int[6];
        for (int draw = 0; draw < draws; draw++)
        {
            GridEstimates estimates = new GridEstimation().Estimate(Sample(grid, count, draw));
            for (int metric = 0; metric < held.Length; metric++)
            {
                given[metric] += double.IsNaN(estimates[metric].Lower) ? 0 : 1;
                held[metric] += estimates[metric].Lower <= truth[metric] && truth[metric] <= estimates[metric].Upper ? 1 : 0;
            }
        }

        for (int metric = 0; metric < 3; metric++)
        {
            Assert.InRange(given[metric], 0.6 * draws, draws);
            Assert.InRange(held[metric] / (double)given[metric], 0.85, 0.96);
        }

        Assert.Equal(0, given[3]);
        Assert.InRange(held[4], 0.95 * draws, draws);
        Assert.Equal(held[4], held[5]);
    }

    /// <summary>Why there is no estimate: two grids that differ in one configuration, which was not drawn, differ in sign.</summary>
    [Fact]
    public void One_configuration_turns_the_neutrality_distance_correlation()
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("x", [.. Enumerable.Range(0, 100).Select(level => (double)level)]));
        double[] fitness = [.. Enumerable.Range(0, 100).Select(level => level < 50 ? 1.0 : level)];
        double[] bestAtFlat = [.. fitness];
        double[] bestAtSteep = [.. fitness];
        bestAtFlat[10] = 0;
        bestAtSteep[90] = 0;
        Assert.True(Landscape.Create(space, bestAtFlat).Measure(new NeutralityDistanceCorrelation()) > 0.7);
        Assert.True(Landscape.Create(space, bestAtSteep).Measure(new NeutralityDistanceCorrelation()) < -0.7);
    }

    [Fact]
    public void What_cannot_be_told_has_a_reason()
    {
        Landscape grid = LandscapeTables.Landscape("own_dt", "test_err_phoneme_frac1");
        GridEstimates few = new GridEstimation().Estimate(Sample(grid, 40, 0));
        Assert.All(few.Where(estimate => double.IsNaN(estimate.Value)), estimate => Assert.NotEmpty(estimate.Note));
        Assert.StartsWith("the sample holds ", few[new Autocorrelation()].Note, StringComparison.Ordinal);
        Assert.Contains("60 are needed, which is to be expected of about 17", few[new Autocorrelation()].Note, StringComparison.Ordinal); // 1920 sqrt(60 / 7216) = 175
        Assert.Equal(1, few[new LocalOptimaCount()].Lower);
        Assert.Equal(1920, few[new MeanBasinSize()].Upper);
        Assert.Equal(1920 / few[new LocalOptimaCount()].Upper, few[new MeanBasinSize()].Lower);

        GridEstimates flat = new GridEstimation().Estimate(Line.WithFitness(new double[81]));
        Assert.Equal("no two sampled neighbors differ in fitness", flat[new Autocorrelation()].Note);
        Assert.Equal("of 80 sampled pairs of neighbors 0 are not neutral; 60 are needed", flat[new FitnessAssortativity()].Note);
        Assert.Equal("of 80 sampled pairs of neighbors 80 are neutral; 10 that are and 10 that are not are needed", flat[Steps].Note);
        Assert.Equal(1, flat[new MeanNeutrality()].Upper);
        Assert.InRange(flat[new MeanNeutrality()].Lower, 0.9, 0.995);

        GridEstimates zigzag = new GridEstimation().Estimate(Line.WithFitness([.. Enumerable.Range(0, 81).Select(level => level % 2.0)]));
        Assert.Equal("the fitness does not vary over the ends of the sampled arcs", zigzag[new FitnessAssortativity()].Note);
        GridEstimates straight = new GridEstimation().Estimate(Line.WithFitness([.. Enumerable.Range(0, 81).Select(level => (double)level)]));
        Assert.Equal("the sampled arcs lie on one line", straight[new FitnessAssortativity()].Note);

        Landscape sample = Sample(grid, 300, 0);
        double[] outlier = sample.Fitness.ToArray();
        outlier[40] = 1e6;
        GridEstimates heavy = new GridEstimation().Estimate(sample.WithFitness(outlier));
        Assert.StartsWith("a few configurations decide: the kurtosis of the fitness is 298, ", heavy[new Autocorrelation()].Note, StringComparison.Ordinal); // n - 2 + 1 / (n - 1) for one outlier
        Assert.Equal(heavy[new Autocorrelation()].Note, heavy[new FitnessAssortativity()].Note);

        GridEstimates one = new GridEstimation().Estimate(Landscape.Create(Line.Space, [5L], [1.0]));
        Assert.Equal(128, one[new LocalOptimaCount()].Upper);
        Assert.True(double.IsNaN(one[new MeanNeutrality()].Value));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Landscape failed = Landscape.Create(Line.Space, [1L, 2, 3], [1.0, double.NaN, 2]);
        Assert.Contains("1 sampled configurations have no fitness", Assert.Throws<ArgumentException>(() => new GridEstimation().Estimate(failed)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GridEstimation { Confidence = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GridEstimation { Confidence = double.NaN });
        Assert.Throws<KeyNotFoundException>(() => new GridEstimation().Estimate(Line)["no such metric"]);
    }

    [Fact]
    public void A_table_to_read_and_one_for_machines()
    {
        GridEstimates estimates = new GridEstimation().Estimate(Line);
        string[] lines = estimates.ToString().Split('\n');
        Assert.StartsWith("128 configurations from 81 of them, 90 % intervals", lines[0], StringComparison.Ordinal);
        Assert.Contains("0.5000", lines[1], StringComparison.Ordinal);
        Assert.Contains("Local optima: bounds, no estimate: ", estimates.ToString(), StringComparison.Ordinal);
        var csv = new StringWriter();
        estimates.WriteCsv(csv);
        string[] fields = csv.ToString().Split('\n')[1].Split(',');
        Assert.StartsWith("metric,estimate,lower,upper,note\n", csv.ToString(), StringComparison.Ordinal);
        Assert.Equal([estimates[0].Value, estimates[0].Lower, estimates[0].Upper], fields[1..4].Select(field => double.Parse(field, CultureInfo.InvariantCulture)));
        Assert.Contains("\nLocal optima,NaN,20,", csv.ToString(), StringComparison.Ordinal);
        Assert.Equal("0.5000 [", estimates[0].ToString()[..8]);
        Assert.Equal(7, estimates.Count);
    }

    private static Landscape Sample(Landscape grid, int count, int seed, INeighborhood? neighborhood = null)
    {
        long[] cells = [.. Enumerable.Range(0, grid.Count).Select(cell => (long)cell)];
        new Random(seed).Shuffle(cells);
        return Landscape.Create(grid.Space, cells.AsSpan(0, count), [.. cells[..count].Select(cell => grid.Fitness[(int)cell])], grid.Objective, neighborhood: neighborhood);
    }

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(value => (value - values.Average()) * (value - values.Average())));

    private static void Near(double expected, double actual) => Assert.True(Closeness.Near(expected, actual), $"{expected:R} was expected, {actual:R} found");

    private static void Close(MetricEstimate estimate, double value, double lower, double upper)
    {
        Near(value, estimate.Value);
        Assert.Equal(lower, estimate.Lower, 1e-6); // the reference differentiates by differences
        Assert.Equal(upper, estimate.Upper, 1e-6);
    }
}
