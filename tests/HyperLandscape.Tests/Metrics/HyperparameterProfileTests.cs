using CsCheck;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class HyperparameterProfileTests
{
    // Three pairs along row: 4-5, 1-3, 2-0; four along column: 4-1, 1-2, 5-3, 3-0.
    //     4  1  2
    //     5  3  0
    private static readonly Landscape Grid = Landscape.Create(
        new SearchSpace(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2)), [4, 1, 2, 5, 3, 0]);

    [Fact]
    public void By_hand()
    {
        var profile = HyperparameterProfile.Of(Grid, tolerance: 1);
        Assert.Equal((1 + 2 + 2) / 3.0, profile["row"].MeanDifference, 1e-15);
        Assert.Equal((3 + 1 + 2 + 3) / 4.0, profile["column"].MeanDifference, 1e-15);

        // Along row 4-5 is neutral: of six configurations two have all neighbours neutral. Along column 1-2: shares 0 1/2 1 0 0 0.
        Assert.Equal(2 / 6.0, profile["row"].Neutrality, 1e-15);
        Assert.Equal(1.5 / 6, profile["column"].Neutrality, 1e-15);

        // Along row every value once as an end: sum 15, squares 55; products of both orientations 2 * (20 + 3 + 0) = 46. (6 * 46 - 225) / (6 * 55 - 225) = 51 / 105.
        Assert.Equal(51.0 / 105, profile["row"].Autocorrelation, 1e-15);

        // Basins 0 0 1 / 1 1 1 (HandWorkedTests): 0-3 and 1-4 of three pairs along row lie in different ones, 1-2 of four along column.
        Assert.Equal(2 / 3.0, profile["row"].SwitchedOptima, 1e-15);
        Assert.Equal(1 / 4.0, profile["column"].SwitchedOptima, 1e-15);

        // Along column the middle twice: ends 4 1 1 2 5 3 3 0, sum 19, squares 65; products 2 * (4 + 2 + 15 + 0) = 42. (8 * 42 - 361) / (8 * 65 - 361) = -25 / 159.
        Assert.Equal(-25.0 / 159, profile["column"].Autocorrelation, 1e-15);
    }

    [Fact]
    public void Prints_as_a_table_with_the_largest_differences_first()
    {
        Assert.Equal(
            """
                                  mean                      neutrality  switched
            hyperparameter  difference  autocorrelation  (tolerance 1)    optima
            column              2.2500          -0.1572         0.2500    0.2500
            row                 1.6667           0.4857         0.3333    0.6667

            """,
            $"{HyperparameterProfile.Of(Grid, tolerance: 1)}");
        var csv = new StringWriter();
        HyperparameterProfile.Of(Landscape.Create(new SearchSpace(Hyperparameter.Boolean("one"), Hyperparameter.Ordinal("fixed", 1)), [0, 1])).WriteCsv(csv);
        Assert.Equal("hyperparameter,mean difference,autocorrelation,neutrality (tolerance 0.001),switched optima\none,1,-1,0,0\nfixed,NaN,NaN,NaN,NaN\n", csv.ToString());
        Assert.Throws<KeyNotFoundException>(() => HyperparameterProfile.Of(Grid)["diagonal"]);
    }

    [Fact]
    public void Agrees_with_its_definition() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies).Sample(
        given =>
        {
            var profile = HyperparameterProfile.Of(given.ToLandscape(), given.Tolerance);
            ReferenceInteractions reference = given.ToReferenceInteractions();
            ReferenceLandscape facts = given.ToReference();
            for (int h = 0; h < given.Space.Dimension; h++)
            {
                (double Own, double[] Others)[] connected = [.. reference.AlongHyperparameter(h).Where(vertex => vertex.Others.Length > 0)];
                (double X, double Y)[] ends = [.. connected.SelectMany(vertex => vertex.Others.Select(other => (vertex.Own, other)))];
                HyperparameterRuggedness actual = profile.Rows[h];
                Near(ends.Length == 0 ? double.NaN : ends.Average(pair => Math.Abs(pair.X - pair.Y)), actual.MeanDifference);
                Near(connected.Length == 0 ? double.NaN : connected.Average(vertex => vertex.Others.Count(other => Math.Abs(vertex.Own - other) <= given.Tolerance) / (double)vertex.Others.Length), actual.Neutrality);
                Near(ends.Length == 0 ? double.NaN : ReferenceStatistics.Pearson([.. ends.Select(pair => pair.X)], [.. ends.Select(pair => pair.Y)]), actual.Autocorrelation, condition: 1e4);
                (int A, int B)[] pairs = [.. Enumerable.Range(0, facts.Count).SelectMany(a => facts.Neighbors[a].Where(b => given.Space.Level(facts.Cells[a], h) != given.Space.Level(facts.Cells[b], h)).Select(b => (a, b)))];
                Near(pairs.Length == 0 ? double.NaN : pairs.Average(pair => facts.Basins[pair.A] == facts.Basins[pair.B] ? 0.0 : 1), actual.SwitchedOptima);
            }
        },
        iter: 200);

    [Fact]
    public void Neither_objective_nor_order_matter() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.Large).Sample(
        given =>
        {
            HyperparameterProfile expected = HyperparameterProfile.Of(given.ToLandscape(), 0.1);
            HyperparameterProfile negated = HyperparameterProfile.Of(given.Negated().ToLandscape(), 0.1);
            HyperparameterProfile reversed = HyperparameterProfile.Of(given.Reversed().ToLandscape(), 0.1);
            foreach (HyperparameterRuggedness row in expected.Rows)
            {
                Assert.Equal((row.MeanDifference, row.Autocorrelation, row.Neutrality, row.SwitchedOptima), (negated[row.Name].MeanDifference, negated[row.Name].Autocorrelation, negated[row.Name].Neutrality, negated[row.Name].SwitchedOptima));
                Near(row.MeanDifference, reversed[row.Name].MeanDifference);
                Near(row.Autocorrelation, reversed[row.Name].Autocorrelation, condition: 1e4);
                Near(row.Neutrality, reversed[row.Name].Neutrality);
                if (given.Fitness.Distinct().Count() == given.Fitness.Length && given.Tolerance == 0) // ties end climbs by cell
                    Near(row.SwitchedOptima, reversed[row.Name].SwitchedOptima);
            }
        },
        iter: 200);

    /// <summary>The metrics of the whole landscape, which agree with GraphFLA, are the outside oracle.</summary>
    [Fact]
    public void One_hyperparameter_alone_is_the_landscape() => Gen.Select(Gen.Double.Unit.Array[2, 50], Gen.Bool, Gen.Bool).Sample(
        (fitness, ordinal, holes) =>
        {
            string[] levels = [.. Enumerable.Range(0, fitness.Length).Select(level => $"{level}")];
            var space = new SearchSpace(ordinal ? Hyperparameter.Ordinal("x", levels) : Hyperparameter.Categorical("x", levels));
            Landscape landscape = Landscape.Create(space, [.. fitness.Select((f, level) => holes && level % 3 == 1 ? double.NaN : f)]);
            HyperparameterRuggedness row = HyperparameterProfile.Of(landscape, 0.1)["x"];
            Near(new MeanNeutrality { Tolerance = 0.1 }.Measure(landscape), row.Neutrality);
            Near(new Autocorrelation().Measure(landscape), row.Autocorrelation, condition: 1e4);
        },
        iter: 200);

    private static void Near(double expected, double actual, double condition = 1) => Assert.True(Closeness.Near(expected, actual, condition), $"{expected:R} was expected, not {actual:R}.");
}
