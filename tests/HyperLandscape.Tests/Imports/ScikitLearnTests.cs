using System.Text.Json;
using HyperLandscape.Estimation;
using HyperLandscape.Imports;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Tables;

namespace HyperLandscape.Tests.Imports;

/// <summary>Tables that scikit-learn wrote, against what pandas says of them.</summary>
public sealed class ScikitLearnTests
{
    private static readonly string Folder = Path.Combine(GoldenFiles.Folder, "imports");

    private static readonly JsonElement Facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "facts.json"))).RootElement;

    [Theory]
    [InlineData("grid_tree", 48, 4, 16)]
    [InlineData("random_svc", 25, 1, 0)]
    [InlineData("grids_svc", 12, 1, 0)]
    [InlineData("halving_tree", 35, 6, 0)]
    public void Scores_and_standard_errors_are_those_of_pandas(string search, int rows, int landscapes, int failed)
    {
        Import import = new ScikitLearnSearch().Read(Path.Combine(Folder, $"{search}.csv"));
        JsonElement facts = Facts.GetProperty(search);
        JsonElement[] parameters = [.. facts.GetProperty("params").EnumerateArray()];
        Assert.Equal(rows, import.Report.RowsTaken);
        Assert.Equal(landscapes, import.Landscapes.Count);
        string[] fidelities = facts.TryGetProperty("fidelities", out JsonElement rounds) ? [.. rounds.EnumerateArray().Select(round => round.GetString()!)] : [];
        Assert.Equal(["split", "measure", .. fidelities.Take(1).Select(_ => "fidelity")], import.Landscapes.LabelNames);
        int compared = 0;
        foreach (JsonProperty score in facts.GetProperty("scores").EnumerateObject())
        {
            for (int row = 0; row < rows; row++)
            {
                Landscape landscape = import.Landscapes[[.. score.Name.Split(' ', 2), .. fidelities.Skip(row).Take(1)]];
                Assert.Equal(Objective.Maximize, landscape.Objective);
                Assert.Equal(fidelities.Length == 0 ? (rows - failed, failed) : (fidelities.Count(round => round == fidelities[row]), 0), (landscape.Count, landscape.FailedCells.Length));
                long cell = Cell(landscape.Space, parameters[row]);
                JsonElement mean = score.Value.GetProperty("mean")[row];
                int vertex = landscape.Graph.Vertex(cell);
                Assert.Equal(mean.ValueKind == JsonValueKind.Null, vertex < 0);
                if (vertex < 0)
                {
                    Assert.Contains(cell, landscape.FailedCells.ToArray());
                    continue;
                }

                Assert.Equal(mean.GetDouble(), landscape.Fitness[vertex]);
                Assert.Equal(score.Value.GetProperty("standard_error")[row].GetDouble(), landscape.StandardErrors[vertex], 1e-14);
                compared++;
            }
        }

        Assert.Equal((rows - failed) * facts.GetProperty("scores").EnumerateObject().Count(), compared);
    }

    [Fact]
    public void Nested_names_None_and_kinds_are_known()
    {
        Import import = new ScikitLearnSearch().Read(Path.Combine(Folder, "grid_tree.csv"));
        Assert.Equal(
            ["clf__criterion (categorical): entropy, gini", "clf__max_depth (ordinal): 1, 2, 4, None", "clf__min_samples_split (ordinal): 0, 2, 8", "scale__with_mean (boolean): false, true"],
            import.Landscapes.Graph.Space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.ToString()));

        var options = new CsvOptions { Categorical = ["clf__max_depth"], Tolerance = Tolerance.OfStandardError(1) };
        Landscape landscape = (new ScikitLearnSearch { Options = options }).Read(Path.Combine(Folder, "grid_tree.csv")).Landscapes["test", "accuracy"];
        Assert.Equal(HyperparameterKind.Categorical, landscape.Space.Hyperparameters[1].Kind);
        Assert.InRange(landscape.Tolerance, 0.001, 0.1);
    }

    [Fact]
    public void A_list_of_grids_has_a_level_for_what_does_not_apply()
    {
        SearchSpace space = new ScikitLearnSearch().Read(Path.Combine(Folder, "grids_svc.csv")).Landscapes.Graph.Space;
        Assert.Equal("gamma (ordinal): 0.01, 0.1, 1, None", space.Hyperparameters[1].ToString());
        Assert.Equal("kernel (categorical): linear, rbf", space.Hyperparameters[2].ToString());
    }

    [Fact]
    public void The_report_tells_what_became_of_every_column()
    {
        string report = new ScikitLearnSearch { Options = new CsvOptions { Duplicates = Duplicates.Mean, Ignore = ["scale__with_mean"] } }.Read(Path.Combine(Folder, "grid_tree.csv")).Report.ToString();
        foreach (string expected in new[]
        {
            "Hyperparameter param_clf__max_depth: clf__max_depth (ordinal): 1, 2, 4, None (None placed above the largest number)\n",
            "Measure        mean_test_neg_log_loss: test neg_log_loss, maximized\n",
            "Fold           split0_train_accuracy, split1_train_accuracy, split2_train_accuracy, split3_train_accuracy, split4_train_accuracy: standard error of train accuracy\n",
            "Skipped        (unnamed): row numbers\n",
            "Skipped        mean_fit_time, std_fit_time, mean_score_time, std_score_time: a time\n",
            "Skipped        param_scale__with_mean: ignored by the options\n",
            "Skipped        params: the hyperparameters once more\n",
            "Skipped        std_test_accuracy, std_train_accuracy, std_test_neg_log_loss, std_train_neg_log_loss: standard errors are taken from the folds\n",
            "Skipped        rank_test_accuracy, rank_test_neg_log_loss: a rank\n",
            "48 rows taken\n",
        })
            Assert.Contains(expected, report, StringComparison.Ordinal);
    }

    /// <summary>Folds 0.5, 0.75, 1: sample deviation 0.25, standard error 0.25 / sqrt(3). The second row has one fold: NaN.</summary>
    [Fact]
    public void A_measure_without_finite_values_is_skipped_and_folds_give_the_standard_error()
    {
        Import import = Read("param_x,split0_test_score,split1_test_score,split2_test_score,mean_test_score,mean_train_score,extra\n1,0.5,0.75,1,0.75,nan,7\n2,1,nan,nan,1,,7\n");
        Landscape landscape = Assert.Single(import.Landscapes);
        Assert.Equal(0.25 / Math.Sqrt(3), landscape.StandardErrors[0], 1e-16);
        Assert.Equal(double.NaN, landscape.StandardErrors[1]);
        Assert.Equal(new ImportedColumn("mean_train_score", ColumnUse.Skipped, "no finite value"), import.Report.Columns[5]);
        Assert.Equal(new ImportedColumn("extra", ColumnUse.Skipped, "not known in cv_results_"), import.Report.Columns[6]);
    }

    /// <summary>Two folds of two configurations, 0.5 and 0.75, 0.75 and 0.875: the differences differ by 1/8 on 1 degree of freedom.</summary>
    [Fact]
    public void Folds_are_landscapes_that_tell_what_is_noise()
    {
        Import import = Read("param_x,split0_test_score,split1_test_score,mean_test_score,split0_train_score,split1_train_score\n1,0.5,0.75,0.625,,1\n2,0.75,0.875,0.8125,,1\n");
        Assert.Equal(["split", "measure", "fold"], import.Folds!.LabelNames);
        Assert.Equal(["test score split0", "test score split1", "train score split1"], Enumerable.Range(0, 3).Select(import.Folds.Name));
        Assert.Equal([0.75, 0.875], import.Folds["test", "score", "split1"].Fitness.ToArray());
        NoiseEstimate noise = new NoiseTolerance { Folds = true }.Of(import.Folds.Where("split", "test"));
        Assert.Equal(1, noise.DegreesOfFreedom);
        Assert.Equal(Math.Sqrt(2 * (4 / 1024.0) * 1.5), noise.StandardError, 1e-15); // residuals of 1/32: variance 4 / 1024; 1/2 + 1/1 for folds
        Assert.Null(Read("param_x,mean_test_score\n1,1\n").Folds);
    }

    /// <summary>Each fold of a table of scikit-learn is what stands in its column, and their mean what scikit-learn says it is.</summary>
    [Theory]
    [InlineData("grid_tree", "accuracy", "split0 split1 split2 split3 split4", null)]
    [InlineData("random_svc", "score", "split0 split1 split2", null)]
    [InlineData("halving_tree", "score", "split0 split1 split2 split3", "60")]
    public void Folds_average_to_the_mean(string search, string measure, string folds, string? fidelity)
    {
        Import import = new ScikitLearnSearch().Read(Path.Combine(Folder, $"{search}.csv"));
        string[] labels = ["test", measure, .. new[] { fidelity }.OfType<string>()];
        Landscape mean = import.Landscapes[labels];
        Landscape[] each = [.. folds.Split(' ').Select(fold => import.Folds![[.. labels, fold]])];
        Assert.All(Enumerable.Range(0, mean.Count), vertex => Assert.Equal(mean.Fitness[vertex], each.Average(fold => fold.Fitness[vertex]), 1e-14));
        double separate = new NoiseTolerance().Of(mean).StandardError;
        Assert.InRange(new NoiseTolerance().Of(each).StandardError, 0, separate); // without the luck of folds that all share
    }

    [Fact]
    public void Rounds_of_a_halving_search_are_fidelities()
    {
        Import import = new ScikitLearnSearch().Read(Path.Combine(Folder, "halving_tree.csv"));
        Assert.Equal(["60", "180", "540"], import.Landscapes.Values("fidelity"));
        Assert.Equal([24, 8, 3], import.Landscapes.Where("split", "test").Select(landscape => landscape.Count));
        Assert.True(import.Landscapes["test", "score", "60"].Graph.IsComplete);
        string report = import.Report.ToString();
        Assert.Contains("Fidelity       n_resources: each has landscapes of its own\n", report, StringComparison.Ordinal);
        Assert.Contains("Skipped        iter: the round of the search, which n_resources tells\n", report, StringComparison.Ordinal);

        // Aggressive elimination repeats a round with as many resources.
        const string aggressive = "iter,n_resources,param_x,mean_test_score\n0,9,1,0.5\n0,9,2,0.75\n1,9,2,0.25\n2,27,2,1\n";
        Assert.StartsWith("the stream: The configuration x=2 occurs twice, in line 3 and line 4.", Assert.Throws<InvalidDataException>(() => Read(aggressive)).Message, StringComparison.Ordinal);
        Import mean = (new ScikitLearnSearch { Options = new CsvOptions { Duplicates = Duplicates.Mean } }).Read(Csv.Stream(aggressive));
        Assert.Equal([0.5, 0.5], mean.Landscapes["test", "score", "9"].Fitness.ToArray());
    }

    /// <summary>A randomized search over distributions has no levels; the message says what to do.</summary>
    [Fact]
    public void Values_drawn_from_a_distribution_are_no_levels()
    {
        string text = "param_C,param_kernel,mean_test_score\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"{i / 7.0:R},{(i % 2 == 0 ? "rbf" : "linear")},0.5\n"));
        string message = Assert.Throws<InvalidDataException>(() => Read(text)).Message;
        Assert.StartsWith("the stream, column 'C': The column differs in nearly every row (12 values in 12 rows), so it is no hyperparameter with levels.", message, StringComparison.Ordinal);
        Assert.Contains("round it to fewer levels if it was drawn at random", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n_resources,param_x,mean_test_score\n,1,1\n", "the stream, line 2, column 'n_resources': The fidelity is missing")]
    [InlineData("n_resources,param_x,mean_test_score\n3,1,1\n9,2,\n", "the stream: None of the 1 configurations has a finite fitness")]
    [InlineData("x,f\n1,2\n", "the stream: There is no column mean_test_score or the like, so this is no cv_results_ of scikit-learn")]
    [InlineData("params,mean_test_score\na,2\n", "the stream has no hyperparameters: every column is the fitness or ignored")]
    [InlineData("param_x,mean_test_score\n", "the stream: The table has no rows to take.")]
    [InlineData("param_x,mean_test_score\n1,\n2,nan\n", "the stream: No row has a finite value of any measure")]
    [InlineData("param_x,mean_test_score\n1,1\n1,2\n", "the stream: The configuration x=1 occurs twice, in line 2 and line 3.")]
    [InlineData("param_x,mean_test_score\n1,1\n2,high\n", "the stream, line 3, column 'mean_test_score': The fitness 'high' is not a number")]
    [InlineData("param_x,mean_test_score\n1,1\ngini,2\n", "the stream, line 3, column 'x': 'gini' is not a number, but '1' in line 2 is.")]
    [InlineData("param_x,,mean_test_score\n1,1,1\n", "the stream, line 1, column 2: The column has no name")]
    [InlineData("param_x,param_x,mean_test_score\n1,1,1\n", "the stream, line 1, column 2: The column is named 'param_x' like column 1")]
    public void Other_tables_are_refused(string text, string expected)
    {
        Exception error = Assert.ThrowsAny<Exception>(() => Read(text));
        Assert.True(error is InvalidDataException or ArgumentException, $"{error}");
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    private static Import Read(string text) => new ScikitLearnSearch().Read(Csv.Stream(text));

    private static long Cell(SearchSpace space, JsonElement parameters)
    {
        var levels = new int[space.Dimension];
        for (int h = 0; h < levels.Length; h++)
        {
            Hyperparameter hyperparameter = space.Hyperparameters[h];
            string value = parameters.TryGetProperty(hyperparameter.Name, out JsonElement found) ? found.GetString()! : "None";
            levels[h] = hyperparameter.IndexOf(value);
            for (int level = 0; levels[h] < 0; level++)
                levels[h] = hyperparameter.Labels[level].Equals(value, StringComparison.OrdinalIgnoreCase) || (double.TryParse(value, out double number) && $"{number:R}" == hyperparameter.Labels[level]) ? level : -1;
        }

        return space.Cell(levels);
    }
}
