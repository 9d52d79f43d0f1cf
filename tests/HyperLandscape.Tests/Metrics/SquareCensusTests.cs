using System.Text.Json;
using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class SquareCensusTests
{
    public static TheoryData<string> Names => GraphFlaTests.Names;

    // Minimized. Right, then down; the best corner, and the gain from the opposite one against the sum of its two steps.
    //     3 2    right better twice, down better twice: magnitude. 0; from 3: 3 = 1 + 2, additive.
    //     1 0
    //     4 2    the same. 0; from 4: 4 < 2 + 3, negative.
    //     1 0
    //     5 3    the same. 0; from 5: 5 > 2 + 1, positive.
    //     4 0
    //     0 1    right worse, then better; down worse twice: sign. 0; from 2: 2 > 1 - 1, positive.
    //     3 2
    //     1 2    right worse, then better; down worse, then better: reciprocal sign. 0; from 1: 1 > -1 - 2, positive.
    //     3 0
    [Theory]
    [InlineData(new double[] { 3, 2, 1, 0 }, 1, 0, 0, 0, 0, 1)]
    [InlineData(new double[] { 4, 2, 1, 0 }, 1, 0, 0, 0, 1, 0)]
    [InlineData(new double[] { 5, 3, 4, 0 }, 1, 0, 0, 1, 0, 0)]
    [InlineData(new double[] { 0, 1, 3, 2 }, 0, 1, 0, 1, 0, 0)]
    [InlineData(new double[] { 1, 2, 3, 0 }, 0, 0, 1, 1, 0, 0)]
    public void One_square_by_hand(double[] corners, double magnitude, double sign, double reciprocal, double positive, double negative, double additive)
    {
        var square = SquareCensus.Of(Landscape.Create(new SearchSpace(Hyperparameter.Boolean("down"), Hyperparameter.Boolean("right")), corners));
        Assert.Equal(1, square.ClassifiedCount);
        Assert.Equal([magnitude, sign, reciprocal, positive, negative, additive], Shares(square));
    }

    [Fact]
    public void Several_squares_by_hand()
    {
        //     4  1  2      Ordinal: two squares. 4 1 / 5 3: right better twice, down worse twice: magnitude; from 5 to 1: 4 > 2 + 1.
        //     5  3  0      1 2 / 3 0: reciprocal sign, as above.
        var rows = Hyperparameter.Ordinal("row", 0, 1);
        var grid = SquareCensus.Of(Landscape.Create(new SearchSpace(rows, Hyperparameter.Ordinal("column", 0, 1, 2)), [4, 1, 2, 5, 3, 0]));
        Assert.Equal(2, grid.SquareCount);
        Assert.Equal([0.5, 0, 0.5, 1, 0, 0], Shares(grid));

        // Categorical columns: also 4 2 / 5 0: right better twice, down worse, then better: sign; from 4 to 0: 4 > 2 - 1, positive.
        var categories = SquareCensus.Of(Landscape.Create(new SearchSpace(rows, Hyperparameter.Categorical("column", "a", "b", "c")), [4, 1, 2, 5, 3, 0]));
        Assert.Equal(3, categories.SquareCount);
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3, 1, 0, 0], Shares(categories));
    }

    [Fact]
    public void Squares_with_a_neutral_side_are_set_apart()
    {
        // Tolerance 1: in 4 1 / 5 3 the side 4-5 is neutral, in 1 2 / 3 0 the side 1-2.
        var space = new SearchSpace(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2));
        var census = SquareCensus.Of(Landscape.Create(space, [4, 1, 2, 5, 3, 0], tolerance: 1));
        Assert.Equal((2, 2, 0), (census.SquareCount, census.NeutralCount, census.ClassifiedCount));
        Assert.Equal(Enumerable.Repeat(double.NaN, 6), Shares(census));
        Assert.Contains("with a neutral side", $"{census}", StringComparison.Ordinal);
    }

    [Fact]
    public void Four_values_of_one_hyperparameter_are_no_square() =>
        Assert.Equal(0, SquareCensus.Of(Landscape.Create(new SearchSpace(Hyperparameter.Categorical("one", "a", "b", "c", "d")), [1, 3, 2, 4])).SquareCount);

    [Fact]
    public void Agrees_with_its_definition() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies.Where(given => given.Cells.Length < 1000)).Sample(
        given => Assert.Equal(given.ToReferenceInteractions().Squares(given.Tolerance), Counts(SquareCensus.Of(given.ToLandscape()))),
        iter: 200);

    [Fact]
    public void Neither_objective_nor_order_matter() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.Large).Sample(
        given =>
        {
            long[] expected = Counts(SquareCensus.Of(given.ToLandscape()));
            Assert.Equal(expected, Counts(SquareCensus.Of(given.Negated().ToLandscape())));
            Assert.Equal(expected, Counts(SquareCensus.Of(given.Reversed().ToLandscape())));
        },
        iter: 200);

    [Fact]
    public void Metrics_are_shares_of_the_census() => LandscapeCases.Small.Sample(
        given =>
        {
            Landscape landscape = given.ToLandscape();
            Assert.Equal(Shares(SquareCensus.Of(landscape))[..3], landscape.Profile(new MagnitudeShare(), new SignShare(), new ReciprocalSignShare()).Values.ToArray());
        },
        iter: 50);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_the_golden(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        JsonElement expected = golden.Expected.GetProperty("squares");
        double Share(string property) => expected.GetProperty(property).GetDouble();
        var census = SquareCensus.Of(golden.Landscape);
        Assert.Equal(expected.GetProperty("total").GetInt64(), census.ClassifiedCount);
        Assert.Equal(Share("magnitude"), census.MagnitudeShare);
        Assert.Equal(Share("sign"), census.SignShare);
        Assert.Equal(Share("reciprocal_sign"), census.ReciprocalSignShare);
        Assert.Equal(Share("positive"), census.PositiveShare);
        Assert.Equal(Share("negative"), census.NegativeShare + census.AdditiveShare, 1e-15); // there additive squares count as negative
    }

    private static double[] Shares(SquareCensus census) =>
        [census.MagnitudeShare, census.SignShare, census.ReciprocalSignShare, census.PositiveShare, census.NegativeShare, census.AdditiveShare];

    private static long[] Counts(SquareCensus census) =>
        [census.SquareCount, census.NeutralCount, .. Shares(census).Select(share => census.ClassifiedCount == 0 ? 0 : (long)Math.Round(share * census.ClassifiedCount))];
}
