using System.Text.Json;
using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class BypassCensusTests
{
    private static readonly SearchSpace Space = new(Hyperparameter.Boolean("row"), Hyperparameter.Categorical("column", "a", "b", "c"));

    private static readonly SquareSample All = new() { Budget = int.MaxValue };

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Fact]
    public void By_hand()
    {
        //     3 9 2     Of the columns a and b the peaks are 3 and 0. From 3 to 2 by way of column c, to 1, to 0: three steps.
        //     9 0 1     a and c: down better, better: no two peaks. b and c: neither.
        var census = BypassCensus.Of(Landscape.Create(Space, [3, 9, 2, 9, 0, 1]));
        Assert.Equal((1, 1, 1), (census.SquareCount, census.ExaminedCount, census.BypassCount));
        Assert.True(census.IsExact);
        Assert.Equal((1.0, 0.0, 3.0), (census.Share, census.StandardError, census.MeanLength));

        // With 4 instead of 2 there is no way: 3 has no better neighbor. Of a and c, 3 4 / 9 1, 3 and 1 are peaks too.
        census = BypassCensus.Of(Landscape.Create(Space, [3, 9, 4, 9, 0, 1]));
        Assert.Equal((2, 0, 0.0, double.NaN), (census.SquareCount, census.BypassCount, census.Share, census.MeanLength));
    }

    [Fact]
    public void Equal_peaks_and_small_steps_are_no_bypass()
    {
        var tied = BypassCensus.Of(Landscape.Create(new SearchSpace(Hyperparameter.Boolean("a"), Hyperparameter.Boolean("b")), [0, 1, 1, 0]));
        Assert.Equal((1, 0), (tied.SquareCount, tied.BypassCount));

        // The way 3 2 1 0 has steps of 1.
        Assert.Equal(1, BypassCensus.Of(Landscape.Create(Space, [3, 9, 2, 9, 0, 1], tolerance: 0.5)).Share);
        Assert.Equal(0, BypassCensus.Of(Landscape.Create(Space, [3, 9, 2, 9, 0, 1], tolerance: 1)).Share);
    }

    [Fact]
    public void Undefined_without_squares()
    {
        var none = BypassCensus.Of(Landscape.Create(Space, [1, 2, 3, 2, 3, 4]));
        Assert.Equal((0, double.NaN, double.NaN, double.NaN), (none.SquareCount, none.Share, none.StandardError, none.MeanLength));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SquareSample { Budget = 0 });
    }

    [Fact]
    public void Agrees_with_its_definition() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies.Where(given => given.Cells.Length < 500)).Sample(
        given =>
        {
            int[] expected = given.ToReferenceInteractions().BypassLengths(given.ToReference());
            var census = BypassCensus.Of(given.ToLandscape(), All);
            Assert.Equal((expected.Length, expected.Count(length => length > 0)), (census.SquareCount, census.BypassCount));
            Assert.True(census.IsExact);
            Assert.Equal(expected.Any(length => length > 0) ? expected.Where(length => length > 0).Average() : double.NaN, census.MeanLength, 1e-12);
        },
        iter: 80);

    [Fact]
    public void Estimates_scatter_by_their_standard_error()
    {
        // Random but for the last third of the cells, where a step mostly goes across 10 and there are few ways around: a choice must be fair among all squares.
        var random = new Random(5);
        var space = new SearchSpace([.. Enumerable.Range(0, 7).Select(h => Hyperparameter.Categorical($"h{h}", "p", "q", "r"))]);
        Landscape landscape = Landscape.Create(space, [.. Enumerable.Range(0, 2187).Select(cell => random.NextDouble() + (cell < 1458 ? 0 : 10 * (Enumerable.Range(1, 6).Sum(h => space.Level(cell, h)) % 2)))]);
        var exact = BypassCensus.Of(landscape, All);
        BypassCensus[] estimates = [.. Enumerable.Range(0, 200).Select(seed => BypassCensus.Of(landscape, new SquareSample { Budget = 400, Seed = seed }))];
        Assert.All(estimates, estimate => Assert.Equal((false, 400, exact.SquareCount), (estimate.IsExact, estimate.ExaminedCount, estimate.SquareCount)));
        double[] errors = [.. estimates.Select(estimate => estimate.Share - exact.Share)];
        double standardError = estimates[0].StandardError;
        Assert.InRange(errors.Average(), -3 * standardError / Math.Sqrt(200), 3 * standardError / Math.Sqrt(200));
        Assert.InRange(Math.Sqrt(errors.Average(error => error * error)) / standardError, 0.85, 1.15);
        Assert.Equal(estimates[7].Share, BypassCensus.Of(landscape, new SquareSample { Budget = 400, Seed = 7 }).Share);
        Assert.Contains("standard error (estimated from 400)", $"{estimates[0]}", StringComparison.Ordinal);
        Assert.DoesNotContain("standard error", $"{exact}", StringComparison.Ordinal);

        // Half of the squares in one sample: what is left varies half as much.
        var half = BypassCensus.Of(landscape, new SquareSample { Budget = (int)(exact.SquareCount / 2) });
        Assert.Equal(1, half.StandardError / Math.Sqrt(half.Share * (1 - half.Share) / (half.ExaminedCount - 1) / 2), 1e-3);
    }

    [Fact]
    public void Metrics_are_its_values() => LandscapeCases.Small.Sample(
        given =>
        {
            Landscape landscape = given.ToLandscape();
            var squares = new SquareSample { Budget = 5, Seed = 2 };
            var census = BypassCensus.Of(landscape, squares);
            Assert.Equal([census.Share, census.MeanLength], landscape.Profile(new ExtradimensionalBypass { Squares = squares }, new MeanBypassLength { Squares = squares }).Values.ToArray());
        },
        iter: 50);

    [Fact]
    public void Neither_objective_nor_order_matter() => LandscapeCases.Small.Sample(
        given =>
        {
            BypassCensus expected = BypassCensus.Of(given.ToLandscape(), All);
            foreach (LandscapeCase other in new[] { given.Negated(), given.Reversed() })
            {
                BypassCensus actual = BypassCensus.Of(other.ToLandscape(), All);
                Assert.Equal((expected.SquareCount, expected.BypassCount, expected.MeanLength), (actual.SquareCount, actual.BypassCount, actual.MeanLength));
            }
        },
        iter: 80);

    /// <summary>
    /// Minimized landscapes by GraphFLA's values for the negated, maximized fitness. It takes four values of one
    /// hyperparameter for squares where ties allow (10), so only the number with a bypass is compared there.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_GraphFLA(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        if (!golden.ClimbMetrics.TryGetProperty("extradimensional_bypass(exact)", out JsonElement expected) || expected.ValueKind != JsonValueKind.Object)
            return;
        var census = BypassCensus.Of(golden.Landscape, All);
        Assert.Equal(expected.GetProperty("motifs_with_bypass").GetInt32(), census.BypassCount);
        if (name != "10_cat_full_max_ties")
            Assert.Equal(expected.GetProperty("total_motifs").GetInt64(), census.SquareCount);
        if (census.BypassCount > 0)
            Assert.Equal(expected.GetProperty("average_bypass_length").GetDouble(), census.MeanLength, 1e-12);
    }
}
