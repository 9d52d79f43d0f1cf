using System.Text.Json;
using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class LevelEffectsTests
{
    //     4  1  2      Going down: 4 to 5, 1 to 3, 2 to 0, improvements -1 -2 2.
    //     5  3  0
    private static readonly Landscape Grid = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2)), [4, 1, 2, 5, 3, 0]);

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Fact]
    public void By_hand()
    {
        var effects = LevelEffects.Of(Grid);
        Assert.Equal(["row 0 1", "column 0 1", "column 0 2", "column 1 2"], effects.Rows.ToArray().Select(row => $"{row.Hyperparameter} {row.From} {row.To}"));
        LevelEffect down = effects["row", "0", "1"];
        Assert.Equal((3, -1.0 / 3, 2.0, 1.0 / 3, 2.0 / 3), (down.Backgrounds, down.MeanImprovement, down.MedianMagnitude, down.ImprovedShare, down.WorsenedShare));

        // Deviations from -1/3: -2/3 -5/3 7/3, variance (4 + 25 + 49) / 27 = 26/9; that of the fitness is 35/12. sqrt(26/9 / (35/6)).
        Assert.Equal(Math.Sqrt(52.0 / 105), down.Idiosyncrasy, 1e-15);

        // Columns 0 to 2: 4 to 2 and 5 to 0, improvements 2 and 5.
        Assert.Equal((2, 3.5, 3.5, 1.0, 0.0), (effects["column", "0", "2"].Backgrounds, effects["column", "0", "2"].MeanImprovement, effects["column", "0", "2"].MedianMagnitude, effects["column", "0", "2"].ImprovedShare, effects["column", "0", "2"].WorsenedShare));
        Assert.Throws<KeyNotFoundException>(() => effects["column", "2", "0"]);
    }

    [Fact]
    public void Prints_as_a_table_with_the_largest_first()
    {
        // Mean improvements -1/3; 3 and 2, mean 5/2; 2 and 5; -1 and 3, mean 1.
        Assert.Equal(["column 0 2", "column 0 1", "column 1 2", "row 0 1"], $"{LevelEffects.Of(Grid)}".Split('\n')[2..^1].Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..3])));
        var csv = new StringWriter();
        LevelEffects.Of(Landscape.Create(new SearchSpace(Hyperparameter.Boolean("one"), Hyperparameter.Ordinal("fixed", 1)), [2, 0.5])).WriteCsv(csv);
        Assert.Equal("hyperparameter,from,to,backgrounds,mean improvement,median magnitude,improved share,worsened share,idiosyncrasy\none,false,true,1,1.5,1.5,1,0,NaN\n", csv.ToString());
        Landscape many = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 1, 2, 3, 4, 5, 6, 7, 8)), [1, 2, 4, 8, 16, 32, 64, 128]);
        Assert.EndsWith("and 8 smaller ones\n", $"{LevelEffects.Of(many)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Agrees_with_its_definition() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies).Sample(
        given =>
        {
            ReferenceInteractions reference = given.ToReferenceInteractions();
            double deviation = Math.Sqrt(ReferenceStatistics.Variance(given.Fitness));
            var actual = LevelEffects.Of(given.ToLandscape());
            int next = 0;
            for (int h = 0; h < given.Space.Dimension; h++)
            {
                foreach ((int from, int to, double[] effects) in reference.Changes(h).Where(change => change.Effects.Length > 0))
                {
                    LevelEffect row = actual.Rows[next++];
                    Hyperparameter hyperparameter = given.Space.Hyperparameters[h];
                    Assert.Equal((hyperparameter.Name, hyperparameter.Labels[from], hyperparameter.Labels[to], effects.Length), (row.Hyperparameter, row.From, row.To, row.Backgrounds));
                    double[] sizes = [.. effects.Select(Math.Abs).Order()];
                    Near(ReferenceStatistics.Mean(effects), row.MeanImprovement);
                    Near((sizes[(sizes.Length - 1) / 2] + sizes[sizes.Length / 2]) / 2, row.MedianMagnitude);
                    Near(effects.Count(effect => effect > 0) / (double)effects.Length, row.ImprovedShare);
                    Near(effects.Count(effect => effect < 0) / (double)effects.Length, row.WorsenedShare);
                    if (effects.Length > 1 && ReferenceStatistics.Varies(given.Fitness))
                        Assert.Equal(Math.Sqrt(ReferenceStatistics.Variance(effects) / 2) / deviation, row.Idiosyncrasy, 1e-9);
                }
            }

            Assert.Equal(next, actual.Rows.Length);
        },
        iter: 80);

    [Fact]
    public void The_objective_does_not_matter() => LandscapeCases.Small.Sample(
        given =>
        {
            var expected = LevelEffects.Of(given.ToLandscape());
            var negated = LevelEffects.Of(given.Negated().ToLandscape());
            for (int i = 0; i < expected.Rows.Length; i++)
                Assert.Equal((expected.Rows[i].MeanImprovement, expected.Rows[i].MedianMagnitude, expected.Rows[i].ImprovedShare, expected.Rows[i].Idiosyncrasy), (negated.Rows[i].MeanImprovement, negated.Rows[i].MedianMagnitude, negated.Rows[i].ImprovedShare, negated.Rows[i].Idiosyncrasy));
        },
        iter: 50);

    [Fact]
    public void Their_mean_idiosyncrasy_is_the_global_one() => LandscapeCases.WithoutTies.Sample(
        given =>
        {
            double[] own = [.. LevelEffects.Of(given.ToLandscape()).Rows.ToArray().Where(row => row.Backgrounds >= 3).Select(row => row.Idiosyncrasy)];
            Assert.Equal(own.Length == 0 ? double.NaN : own.Average(), new GlobalIdiosyncrasy().Measure(given.ToLandscape()), 1e-9);
        },
        iter: 50);

    /// <summary>
    /// GraphFLA has the fitness before minus that after, of the raw fitness, and medians in sample standard deviations.
    /// It orders categories by first appearance and drops isolated vertices, so effects of categories are compared as
    /// sets of sizes.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_GraphFLA(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        if (!golden.Metrics.TryGetProperty("all_mutation_effects(positive)", out JsonElement expected) || expected.ValueKind != JsonValueKind.Array)
            return;
        Landscape landscape = golden.Connected;
        double deviation = Math.Sqrt(ReferenceStatistics.Variance(landscape.Fitness.ToArray()) * landscape.Count / (landscape.Count - 1));
        LevelEffect[] rows = LevelEffects.Of(landscape).Rows.ToArray();
        Same([.. expected.EnumerateArray().Select(row => Math.Abs(row.GetProperty("mean_effect").GetDouble()))], [.. rows.Select(row => Math.Abs(row.MeanImprovement))]);
        Same([.. expected.EnumerateArray().Select(row => row.GetProperty("median_abs_effect").GetDouble())], [.. rows.Select(row => row.MedianMagnitude / deviation)]);
        if (landscape.Space.Hyperparameters.ToArray().All(hyperparameter => hyperparameter.Kind != HyperparameterKind.Categorical))
        {
            int sign = landscape.Objective == Objective.Maximize ? -1 : 1;
            Assert.All(expected.EnumerateArray().Zip(rows), pair => Near(sign * pair.First.GetProperty("mean_effect").GetDouble(), pair.Second.MeanImprovement));
        }
    }

    private static void Same(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Order().Zip(actual.Order()), pair => Assert.Equal(pair.First, pair.Second, 1e-11));
    }

    private static void Near(double expected, double actual) => Assert.True(Closeness.Near(expected, actual, 10), $"{expected:R} was expected, not {actual:R}.");
}
