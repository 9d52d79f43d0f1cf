using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Tables;

public sealed class LevelTests
{
    [Theory]
    [InlineData("3 10 2", HyperparameterKind.Ordinal, "2 3 10")]
    [InlineData("0.10 0.1 1e-1 -0 0 1.0 1", HyperparameterKind.Ordinal, "0 0.1 1")]
    [InlineData("0 1", HyperparameterKind.Boolean, "false true")]
    [InlineData("1.0 0.0 1", HyperparameterKind.Boolean, "false true")]
    [InlineData("True false TRUE", HyperparameterKind.Boolean, "false true")]
    [InlineData("sgd adam", HyperparameterKind.Categorical, "adam sgd")]
    [InlineData("7 7", HyperparameterKind.Ordinal, "7")]
    [InlineData("1 1", HyperparameterKind.Ordinal, "1")]
    [InlineData("true true", HyperparameterKind.Categorical, "true")]
    public void Kinds_and_levels_follow_from_the_data(string values, HyperparameterKind kind, string labels) =>
        Check(values, new CsvOptions(), kind, labels);

    [Fact]
    public void The_kind_can_be_told_and_the_levels_are_still_those_of_the_data()
    {
        Check("2 0 10 2.0", new CsvOptions { Categorical = ["h"] }, HyperparameterKind.Categorical, "0 2 10");
        Check("auto 10 9", new CsvOptions { Categorical = ["h"] }, HyperparameterKind.Categorical, "9 10 auto");
        Check("0 1", new CsvOptions { Ordinal = ["h"] }, HyperparameterKind.Ordinal, "0 1");
        Check("true 0", new CsvOptions { Boolean = ["h"] }, HyperparameterKind.Boolean, "false true");
        Assert.Equal(["7", "11"], Csv.Read("h,f\n11,1\n7,2\n").Space.Hyperparameters[0].Labels.ToArray());
    }

    [Fact]
    public void A_level_that_is_declared_but_does_not_occur_is_not_bridged()
    {
        const string text = "depth,f\n1,5\n2.0,4\n8,3\n";
        var inferred = Csv.Read(text);
        Assert.Equal(2, inferred.Graph.EdgeCount);

        var declared = Csv.Read(text, new CsvOptions { Hyperparameters = [Hyperparameter.Ordinal("depth", 1, 2, 4, 8)] });
        Assert.Equal(4, declared.Space.CellCount);
        Assert.Equal(1, declared.Graph.EdgeCount);
        Assert.Equal(1, declared.Graph.IsolatedCount);
    }

    [Fact]
    public void Declared_levels_may_be_ordered_labels_and_are_found_by_text_then_by_number()
    {
        var options = new CsvOptions { Hyperparameters = [Hyperparameter.Ordinal("depth", "2", "4", "None"), Hyperparameter.Categorical("version", "1.1", "1.10"), Hyperparameter.Boolean("b")] };
        var landscape = Csv.Read("depth,version,b,f\n4.0,1.10,TRUE,1\nNone,1.1,0,2\n", options);
        Assert.Equal(["depth=4, version=1.10, b=true", "depth=None, version=1.1, b=false"], Enumerable.Range(0, 2).Select(v => landscape[v].ToString()));
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        string[] rows = [.. Enumerable.Range(0, 60).Select(i => $"{i % 3},{"cab"[i / 3 % 3]},{i / 9 % 5},{(i == 7 ? "nan" : $"0.{i}")}").Take(45)];
        var expected = Csv.Read("x,k,z,f\n" + string.Join('\n', rows));
        for (int seed = 0; seed < 20; seed++)
        {
            new Random(seed).Shuffle(rows);
            var shuffled = Csv.Read("x,k,z,f\n" + string.Join('\n', rows));
            Assert.Equal(expected.Space, shuffled.Space);
            Assert.Equal(expected.Fitness.ToArray(), shuffled.Fitness.ToArray());
            Assert.Equal(expected.FailedCells.ToArray(), shuffled.FailedCells.ToArray());
        }
    }

    [Theory]
    [InlineData("x,f\n1,1\n,2\n", "line 3, column 'x': The value of the hyperparameter is missing")]
    [InlineData("x,f\n1,1\n2,2\nNone,3\n", "line 4, column 'x': 'None' is not a number, but '1' in line 2 is. If the values have no order, name the column in CsvOptions.Categorical; if they have, give it in CsvOptions.Hyperparameters, as in Hyperparameter.Ordinal(\"x\", \"1\", \"None\")")]
    public void Values_that_have_no_clear_meaning_are_refused(string text, string expected) =>
        Assert.Contains(expected, Csv.Refusal<InvalidDataException>(text), StringComparison.Ordinal);

    [Fact]
    public void Values_that_contradict_what_was_told_are_refused()
    {
        const string text = "x,f\n1,1\nhigh,2\n";
        Assert.Contains("line 3, column 'x': 'high' is not a number, so the data does not tell the order of the levels; give it in CsvOptions.Hyperparameters", Csv.Refusal<InvalidDataException>(text, new CsvOptions { Ordinal = ["x"] }), StringComparison.Ordinal);
        Assert.Contains("line 3, column 'x': 'high' is neither true nor false, 0 nor 1", Csv.Refusal<InvalidDataException>(text, new CsvOptions { Boolean = ["x"] }), StringComparison.Ordinal);
        Assert.Contains("line 3, column 'x': 'high' is not among the declared levels '1', '2'; add it to them, or correct the row", Csv.Refusal<InvalidDataException>(text, new CsvOptions { Hyperparameters = [Hyperparameter.Ordinal("x", 1, 2)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_differ_in_nearly_every_row_are_refused_until_they_are_named()
    {
        string text = "x,seconds,f\n" + string.Concat(Enumerable.Range(0, 24).Select(i => $"{i % 12},{0.1 + i},{i}\n"));
        string message = Csv.Refusal<InvalidDataException>(text);
        Assert.StartsWith("the stream, column 'seconds': The column differs in nearly every row (24 values in 24 rows)", message, StringComparison.Ordinal);
        Assert.Contains("Ignore it if", message, StringComparison.Ordinal);
        Assert.Equal(24 * 12, Csv.Read(text, new CsvOptions { Ordinal = ["seconds"] }).Space.CellCount);
    }

    [Theory]
    [InlineData(1, 500)]
    [InlineData(2, 15)]
    [InlineData(15, 19)]
    [InlineData(40, 2)]
    public void Complete_grids_are_never_taken_for_identifiers(int first, int second)
    {
        string text = "x,y,f\n" + string.Concat(Enumerable.Range(0, first * second).Select(i => $"{i / second},{i % second},1\n"));
        Assert.Equal(first * second, Csv.Read(text).Count);
    }

    private static void Check(string values, CsvOptions options, HyperparameterKind kind, string labels)
    {
        // A second column tells the rows apart.
        string text = "h,row,f\n" + string.Concat(values.Split(' ').Select((value, row) => $"{value},{row},1\n"));
        Hyperparameter hyperparameter = Csv.Read(text, options).Space.Hyperparameters[0];
        Assert.Equal(kind, hyperparameter.Kind);
        Assert.Equal(labels.Split(' '), hyperparameter.Labels.ToArray());
    }
}
