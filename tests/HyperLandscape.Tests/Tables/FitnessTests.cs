namespace HyperLandscape.Tests.Tables;

public sealed class FitnessTests
{
    [Theory]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("-nan")]
    [InlineData("inf")]
    [InlineData("-INF")]
    [InlineData("Infinity")]
    [InlineData("+infinity")]
    [InlineData("1e999")]
    [InlineData("None")]
    [InlineData("null")]
    [InlineData("NA")]
    [InlineData("N/A")]
    [InlineData(" ")]
    public void A_failed_run_is_kept_apart(string text)
    {
        var landscape = Csv.Read($"x,f\n1,5\n2,{text}\n3,7\n");
        Assert.Equal(2, landscape.Count);
        Assert.Equal([1], landscape.FailedCells.ToArray());
        Assert.Equal(0, landscape.Graph.EdgeCount); // the failed run is not bridged
    }

    [Theory]
    [InlineData("0.25", 0.25)]
    [InlineData(" -1E+03 ", -1000)]
    [InlineData("+.5", 0.5)]
    [InlineData("0.12345678901234567", 0.12345678901234567)]
    public void Numbers_are_read(string text, double expected) =>
        Assert.Equal(expected, Csv.Read($"x,f\n1,{text}\n").Fitness[0]);

    [Theory]
    [InlineData("failed")]
    [InlineData("\"0,5\"")]
    [InlineData("12%")]
    [InlineData("0x10")]
    [InlineData("1 000")]
    public void Other_text_is_refused(string text)
    {
        string message = Csv.Refusal<InvalidDataException>($"x,f\n1,1\n2,{text}\n");
        Assert.StartsWith($"the stream, line 3, column 'f': The fitness '{text.Trim('"')}' is not a number; write numbers with a decimal point", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Duplicates_are_refused_with_their_lines_or_combined()
    {
        const string text = "x,f\n1,1\n2,3\n1,2\n";
        string message = Csv.Refusal<InvalidDataException>(text);
        Assert.StartsWith("the stream: The configuration x=1 occurs twice, in line 2 and line 4.", message, StringComparison.Ordinal);
        Assert.Equal([1.5, 3], Csv.Read(text, new CsvOptions { Duplicates = Duplicates.Mean }).Fitness.ToArray());
        Assert.Equal([2, 3], Landscape.ReadCsv(Csv.Stream(text), "f", Objective.Maximize, options: new CsvOptions { Duplicates = Duplicates.Best }).Fitness.ToArray());
    }

    /// <summary>The number of rows alone does not make a table complete.</summary>
    [Fact]
    public void As_many_rows_as_configurations_with_one_twice_are_refused_or_combined()
    {
        const string text = "x,y,f\n1,1,1\n2,1,3\n1,2,2\n2,1,4\n";
        Assert.StartsWith("the stream: The configuration x=2, y=1 occurs twice, in line 3 and line 5.", Csv.Refusal<InvalidDataException>(text), StringComparison.Ordinal);
        Landscape landscape = Csv.Read(text, new CsvOptions { Duplicates = Duplicates.Mean });
        Assert.Equal([1, 2, 3.5], landscape.Fitness.ToArray());
        Assert.False(landscape.Graph.IsComplete);
    }

    [Theory]
    [InlineData("x,y,f\n2,2,4\n1,1,1\n2,1,3\n1,2,2\n")]
    [InlineData("x,y,f\n1,1,1\n1,2,2\n2,1,3\n2,2,4\n")]
    public void Rows_of_a_complete_table_may_have_any_order(string text)
    {
        Landscape landscape = Csv.Read(text);
        Assert.Equal([1, 2, 3, 4], landscape.Fitness.ToArray());
        Assert.True(landscape.Graph.IsComplete);
        Landscape failed = Csv.Read(text.Replace(",3\n", ",\n", StringComparison.Ordinal));
        Assert.Equal([1, 2, 4], failed.Fitness.ToArray());
        Assert.Equal([2], failed.FailedCells.ToArray());
        Assert.Equal(2, failed.Graph.EdgeCount);
    }

    [Fact]
    public void A_column_of_failed_runs_is_refused() =>
        Assert.StartsWith("the stream, column 'f': None of the 2 configurations has a finite fitness", Csv.Refusal<InvalidDataException>("x,f\n1,\n2,nan\n"), StringComparison.Ordinal);

    [Fact]
    public void Tolerance_objective_and_neighborhood_are_passed_on()
    {
        var options = new CsvOptions { Tolerance = 0.5, Neighborhood = new HyperLandscape.Graphs.HammingNeighborhood() };
        var landscape = Landscape.ReadCsv(Csv.Stream("x,f\n1,1\n2,2\n3,3\n"), "f", Objective.Maximize, options: options);
        Assert.Equal((0.5, 3L, Objective.Maximize), (landscape.Tolerance, landscape.Graph.EdgeCount, landscape.Objective));
    }

    /// <summary>Seconds that were not ignored: of four configurations, all with x or seconds of their own, none has a neighbor; with x alone, all have.</summary>
    [Fact]
    public void A_column_too_many_shows_in_words()
    {
        const string text = "x,seconds,f\n1,7,1\n2,8,2\n1,9,3\n3,7,3\n";
        Assert.Equal("4 configurations of 2 hyperparameters, minimized, sample of 9, 4 configurations without a neighbor", Landscape.ReadCsv(Csv.Stream("x,seconds,f\n1,7,1\n2,8,2\n3,9,3\n3,7,3\n"), "f").ToString());
        Assert.DoesNotContain("without a neighbor", Landscape.ReadCsv(Csv.Stream(text), "f", ignore: ["seconds"], options: new CsvOptions { Duplicates = Duplicates.Mean }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_are_named_must_exist_and_have_one_purpose()
    {
        const string text = "x,seed,f\n1,7,1\n2,8,2\n";
        Assert.Equal("the stream has no column 'g' as the fitness; its columns are 'x', 'seed', 'f'.", Assert.Throws<ArgumentException>(() => Landscape.ReadCsv(Csv.Stream(text), "g")).Message);
        Assert.Equal("the stream has no column '{g}' as the fitness; its columns are 'x', 'seed', 'f'. A pattern of many columns is for a set of landscapes.", Assert.Throws<ArgumentException>(() => Landscape.ReadCsv(Csv.Stream(text), "{g}")).Message);
        Assert.Equal("the stream has no column 'second', which CsvOptions.Ignore names; its columns are 'x', 'seed', 'f'.", Assert.Throws<ArgumentException>(() => Landscape.ReadCsv(Csv.Stream(text), "f", ignore: ["second"])).Message);
        Assert.Equal("The column 'x' is named in CsvOptions.Ignore and in CsvOptions.Ordinal; leave out one.", Assert.Throws<ArgumentException>(() => Landscape.ReadCsv(Csv.Stream(text), "f", ignore: ["x"], options: new CsvOptions { Ordinal = ["x"] })).Message);
        Assert.Equal("The column 'f' cannot be the fitness and in CsvOptions.Ignore as well; leave out one.", Assert.Throws<ArgumentException>(() => Landscape.ReadCsv(Csv.Stream(text), "f", ignore: ["f"])).Message);
        Assert.Equal("the stream has no hyperparameters: every column is the fitness or ignored.", Assert.Throws<ArgumentException>(() => Landscape.ReadCsv(Csv.Stream(text), "f", ignore: ["x", "seed"])).Message);
        Assert.Single(Landscape.ReadCsv(Csv.Stream(text), "f", ignore: ["seed"], options: new CsvOptions { Ignore = ["seed"] }).Space.Hyperparameters.ToArray());
    }

    [Fact]
    public void A_path_is_named_in_messages()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, "x,f\n1,oops\n");
        try
        {
            Assert.StartsWith($"{path}, line 2, column 'f': ", Assert.Throws<InvalidDataException>(() => Landscape.ReadCsv(path, "f")).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<FileNotFoundException>(() => Landscape.ReadCsv(path, "f"));
    }
}
