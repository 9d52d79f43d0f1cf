using System.Numerics;
using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using MathNet.Numerics.LinearAlgebra;
using DenseColumn = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace HyperLandscape.Tests.Metrics;

public sealed class VarianceDecompositionTests
{
    // 2 x 3 levels, mean 5/2, variance (16 + 1 + 4 + 25 + 9 + 0) / 6 - 25/4 = 35/12.
    //     4  1  2        row means 7/3 and 8/3, 1/6 from the mean: variance 1/36.
    //     5  3  0        column means 9/2, 2, 1; 2, -1/2, -3/2 from the mean: variance (16 + 1 + 9) / 12 = 26/12.
    // What is left, (105 - 1 - 78) / 36 = 26/36, is the interaction. In shares of 105/36: 1, 78 and 26 of 105.
    private static readonly Landscape Grid = Landscape.Create(
        new SearchSpace(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2)), [4, 1, 2, 5, 3, 0]);

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Fact]
    public void By_hand()
    {
        var decomposition = VarianceDecomposition.Of(Grid);
        Assert.Equal(1.0 / 105, decomposition["row"], 1e-15);
        Assert.Equal(78.0 / 105, decomposition["column"], 1e-15);
        Assert.Equal(26.0 / 105, decomposition["row", "column"], 1e-15);
        Assert.Equal(26.0 / 105, decomposition["column", "row"], 1e-15);
        Assert.Equal(79.0 / 105, decomposition.ShareOfOrder(1), 1e-15);
        Assert.Equal(0, decomposition.Remainder);
        Assert.Equal(["column", "row x column", "row"], decomposition.Shares.ToArray().Select(share => $"{share}"));
        Assert.Equal(26.0 / 105, VarianceDecomposition.Of(Grid, order: 1).Remainder, 1e-15);
    }

    [Fact]
    public void Prints_as_a_table()
    {
        Assert.Equal(
            """
                                         share of
            hyperparameters              variance
            column                        74.29 %
            row                            0.95 %
            interactions of more than 1   24.76 %

            """,
            $"{VarianceDecomposition.Of(Grid, order: 1)}");
        var csv = new StringWriter();
        VarianceDecomposition.Of(Landscape.Create(Grid.Space, [0, 0, 0, 1, 1, 1])).WriteCsv(csv);
        Assert.Equal("hyperparameters,order,share\nrow,1,1\ncolumn,1,0\nrow x column,2,0\n", csv.ToString());
    }

    [Fact]
    public void A_constant_fitness_has_no_variance_to_share()
    {
        var decomposition = VarianceDecomposition.Of(Landscape.Create(Grid.Space, [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]));
        Assert.Equal(double.NaN, decomposition["row"]);
        Assert.Equal(double.NaN, decomposition.Remainder);
        Assert.Contains(" -", $"{decomposition}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_answered_is_refused()
    {
        string message = Assert.Throws<InvalidOperationException>(() => VarianceDecomposition.Of(Landscape.Create(Grid.Space, [4, 1, 2, 5, 3, double.NaN]))).Message;
        Assert.Equal("The effects of up to 2 hyperparameters are 6 numbers, too many for 5 configurations to tell. Use a lower order, or more configurations.", message);
        Assert.Equal(double.NaN, new ExplainedVariance().Measure(Landscape.Create(Grid.Space, [4, 1, 2, 5, 3, double.NaN])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExplainedVariance { Order = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => VarianceDecomposition.Of(Grid, order: 0));
        Assert.Throws<KeyNotFoundException>(() => VarianceDecomposition.Of(Grid, order: 1)["row", "column"]);
        Assert.Throws<KeyNotFoundException>(() => VarianceDecomposition.Of(Grid)["row", "row"]);
        Assert.Throws<KeyNotFoundException>(() => VarianceDecomposition.Of(Grid)["diagonal"]);
    }

    [Fact]
    public void Agrees_with_its_definition() => LandscapeCases.Complete.Sample(
        given =>
        {
            double[] expected = given.ToReferenceInteractions().EffectVariances();
            double total = given.Fitness.Distinct().Count() == 1 ? double.NaN : expected.Skip(1).Sum();
            var decomposition = VarianceDecomposition.Of(given.ToLandscape(), order: 9);
            Assert.Equal(expected.Length - 1, decomposition.Shares.Length);
            for (int subset = 1; subset < expected.Length; subset++)
                Near(expected[subset] / total, decomposition[[.. Enumerable.Range(0, given.Space.Dimension).Where(h => (subset >> h & 1) == 1).Select(h => given.Space.Hyperparameters[h].Name)]]);
        },
        iter: 100);

    [Fact]
    public void All_shares_sum_to_one() => Gen.Select(LandscapeCases.Complete, Gen.Int[1, 5]).Sample(
        (given, order) =>
        {
            var decomposition = VarianceDecomposition.Of(given.ToLandscape(), order);
            double sum = decomposition.Shares.ToArray().Sum(share => share.Share) + decomposition.Remainder;
            Near(given.Fitness.Distinct().Count() == 1 ? double.NaN : 1, sum);
        },
        iter: 200);

    [Fact]
    public void Neither_objective_nor_scale_nor_order_matter() => LandscapeCases.Complete.Sample(
        given =>
        {
            var expected = VarianceDecomposition.Of(given.ToLandscape(), order: 3);
            var negated = VarianceDecomposition.Of(given.Negated().ToLandscape(), order: 3);
            var scaled = VarianceDecomposition.Of((given with { Fitness = [.. given.Fitness.Select(f => 3e200 * (f + 1))], Tolerance = 0 }).ToLandscape(), order: 3);
            var reversed = VarianceDecomposition.Of(given.Reversed().ToLandscape(), order: 3);
            foreach (VarianceShare share in expected.Shares)
            {
                Assert.Equal(share.Share, negated[share.Hyperparameters]);
                Near(share.Share, scaled[share.Hyperparameters]);
                Near(share.Share, reversed[share.Hyperparameters]);
            }
        },
        iter: 200);

    [Fact]
    public void A_large_grid_on_any_number_of_threads()
    {
        var space = new SearchSpace([.. Enumerable.Range(0, 17).Select(h => Hyperparameter.Boolean($"h{h}"))]);
        var random = new Random(1);
        Landscape landscape = Landscape.Create(space, [.. Enumerable.Range(0, 1 << 17).Select(_ => random.NextDouble())]);
        var metric = Metric.From("share", given => VarianceDecomposition.Of(given)["h3", "h11"]);
        LandscapeProfile alone = landscape.Profile([metric], new ParallelOptions { MaxDegreeOfParallelism = 1 });
        Assert.Equal(alone[metric], metric.Measure(landscape));

        // With two levels, a pair's effect is +/- its Walsh coefficient everywhere.
        double[] fitness = landscape.Fitness.ToArray();
        double coefficient = ReferenceStatistics.Mean([.. fitness.Select((f, cell) => space.Level(cell, 3) == space.Level(cell, 11) ? f : -f)]);
        Assert.Equal(1, alone[metric] / (coefficient * coefficient / ReferenceStatistics.Variance(fitness)), 1e-9);
    }

    [Fact]
    public void A_sample_by_hand()
    {
        // The grid without its cell 2. Fitted: 15/4 5/4 -3/2 / 21/4 11/4 0, residuals 1/4 of four of five: mean square 1/20 (CatalogueTests).
        // Rows are 3/2 apart: variance 9/16. Column means 9/2, 2, -3/4, 31/12, 1/12 and -32/12 from their mean: variance 1986/432.
        Landscape sample = Landscape.Create(Grid.Space, [4, 1, double.NaN, 5, 3, 0]);
        var decomposition = VarianceDecomposition.Of(sample, order: 1);
        double total = (9.0 / 16) + (1986.0 / 432) + (1.0 / 20);
        Assert.False(decomposition.IsExact);
        Assert.Equal(9.0 / 16 / total, decomposition["row"], 1e-12);
        Assert.Equal(1986.0 / 432 / total, decomposition["column"], 1e-12);
        Assert.Equal(1.0 / 20 / total, decomposition.Remainder, 1e-12);

        // The five values have mean 13/5 and squares 51: variance 51/5 - 169/25 = 86/25.
        Assert.Equal(1 - (1.0 / 20 * 25 / 86), decomposition.ExplainedShare, 1e-12);
        Assert.Equal(decomposition.ExplainedShare, new ExplainedVariance { Order = 1 }.Measure(sample));
        Assert.Matches(@"\nnot explained \(least squares on 5 of 6\) +0\.96 %\n", $"{decomposition}");
    }

    /// <summary>The same fit by a pseudoinverse, its function written out over all levels that occur, and that decomposed by its definition.</summary>
    [Fact]
    public void A_sample_agrees_with_its_definition() => Gen.Select(LandscapeCases.Small.Where(given => given.Cells.Length < given.Space.CellCount && given.Space.CellCount <= 300), Gen.Int[1, 3]).Sample(
        (given, order) =>
        {
            order = Math.Min(order, given.Space.Dimension);
            var actual = VarianceDecomposition.TryOf(given.ToLandscape(), order);
            (double[] effects, double residual)? expected = given.ToReferenceInteractions().FittedEffectVariances(order);
            Assert.Equal(expected is null, actual is null);
            if (actual is null)
                return;
            (double[] variances, double rest) = expected!.Value;
            double total = variances.Skip(1).Sum() + rest; // the first is the mean, squared
            bool constant = given.Fitness.Distinct().Count() == 1;
            foreach (int subset in Enumerable.Range(1, variances.Length - 1).Where(subset => BitOperations.PopCount((uint)subset) <= order))
            {
                string[] members = [.. Enumerable.Range(0, given.Space.Dimension).Where(h => (subset >> h & 1) == 1).Select(h => given.Space.Hyperparameters[h].Name)];
                Assert.Equal(constant ? double.NaN : variances[subset] / total, actual[members], 1e-7);
            }

            Assert.Equal(constant ? double.NaN : rest / total, actual.Remainder, 1e-7);
            Assert.Equal(constant ? double.NaN : 1 - (rest / ReferenceStatistics.Variance(given.Fitness)), actual.ExplainedShare, 1e-9);
        },
        iter: 200);

    /// <summary>
    /// With two levels, effects are +/- one number, a column of products of +/- 1 each: least squares by MathNet's QR.
    /// Down to hardly more configurations than the 211 numbers, out of a million cells.
    /// </summary>
    [Theory]
    [InlineData(212)]
    [InlineData(240)]
    [InlineData(2000)]
    public void A_thin_sample_of_a_cube_agrees_with_a_dense_solution(int count)
    {
        var space = new SearchSpace([.. Enumerable.Range(0, 20).Select(h => Hyperparameter.Boolean($"h{h}"))]);
        var random = new Random(count);
        long[] cells = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextInt64(space.CellCount)).Distinct().Take(count)];
        double[] fitness = [.. cells.Select(_ => random.NextDouble())];
        int[][] subsets = [.. Enumerable.Range(0, 20).SelectMany(a => Enumerable.Range(a, 20 - a).Select(b => a == b ? new[] { a } : [a, b]))];
        Matrix<double> design = Matrix<double>.Build.Dense(count, subsets.Length + 1, (row, c) => c == subsets.Length ? 1 : subsets[c].Aggregate(1.0, (product, h) => product * (1 - (2 * space.Level(cells[row], h)))));
        DenseColumn values = DenseColumn.Build.Dense(fitness);
        DenseColumn solution = design.QR().Solve(values);
        double residual = (values - (design * solution)).PointwisePower(2).Sum() / count;
        double total = residual + solution.Take(subsets.Length).Sum(coefficient => coefficient * coefficient);

        var actual = VarianceDecomposition.Of(Landscape.Create(space, cells, fitness));
        Assert.Equal(1 - (residual / ReferenceStatistics.Variance(fitness)), actual.ExplainedShare, 1e-11);
        Assert.Equal(residual / total, actual.Remainder, 1e-11);
        for (int subset = 0; subset < subsets.Length; subset++)
            Assert.Equal(solution[subset] * solution[subset] / total, actual[[.. subsets[subset].Select(h => $"h{h}")]], 1e-11);
    }

    [Fact]
    public void A_sample_of_an_additive_function_has_the_shares_of_the_grid()
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("a", 1, 2, 3, 4, 5), Hyperparameter.Categorical("b", "x", "y", "z"), Hyperparameter.Boolean("c"), Hyperparameter.Ordinal("d", 1, 2, 3, 4, 5, 6));
        Landscape grid = Landscape.Evaluate(space, c => (c["a"] * c["a"]) + (3 * c.Level("b")) + c["c"] + (c["a"] * c["d"] / 2));
        var random = new Random(4);
        int[] kept = [.. Enumerable.Range(0, grid.Count).Where(_ => random.Next(10) < 7)];
        var exact = VarianceDecomposition.Of(grid);
        var fitted = VarianceDecomposition.Of(Landscape.Create(space, [.. kept.Select(cell => (long)cell)], [.. kept.Select(cell => grid.Fitness[cell])]));
        Assert.True(exact.IsExact);
        Assert.False(fitted.IsExact);
        Assert.Equal(0, fitted.Remainder, 1e-12);
        foreach (VarianceShare share in exact.Shares)
            Assert.Equal(share.Share, fitted[share.Hyperparameters], 1e-10);
    }

    [Fact]
    public void Neither_objective_nor_order_matter_to_a_sample() => LandscapeCases.Small.Where(given => given.Cells.Length < given.Space.CellCount).Sample(
        given =>
        {
            if (VarianceDecomposition.TryOf(given.ToLandscape(), 2) is not { } expected)
                return;
            var negated = VarianceDecomposition.Of(given.Negated().ToLandscape());
            var reversed = VarianceDecomposition.Of(given.Reversed().ToLandscape());
            foreach (VarianceShare share in expected.Shares)
            {
                Assert.Equal(share.Share, negated[share.Hyperparameters]);
                Assert.Equal(share.Share, reversed[share.Hyperparameters], 1e-9);
            }
        },
        iter: 100);

    /// <summary>
    /// GraphFLA has the share up to an order as the fit of least squares with all products of up to so many indicators. With
    /// products of hyperparameters of more than two levels it falls short of the best fit (by up to 0.05 in the goldens).
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_GraphFLA(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        Landscape landscape = golden.Connected;
        bool binary = landscape.Space.Hyperparameters.ToArray().All(hyperparameter => hyperparameter.LevelCount == 2);
        for (int order = 1; order <= (landscape.Count < 20_000 ? 3 : 1); order++)
        {
            double actual = new ExplainedVariance { Order = order }.Measure(landscape);
            if (golden.Metric($"higher_order_epistasis(order={order})") is { } expected && !double.IsNaN(actual))
                Assert.InRange(actual - expected, -1e-10, binary || order == 1 ? 1e-10 : 0.06);
        }
    }

    private static void Near(double expected, double actual) => Assert.True(Closeness.Near(expected, actual), $"{expected:R} was expected, not {actual:R}.");
}
