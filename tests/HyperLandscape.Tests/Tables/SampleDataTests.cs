using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Tables;

public sealed class SampleDataTests
{
    private const string Pattern = "{split}_{measure}_{dataset}_{fidelity}";

    private const string Labeled = "{split:train|test}_{measure:err|logloss}_{dataset}_{fidelity}";

    /// <summary>Every table with the levels and kinds that its README lists: c categorical, b boolean, o ordinal.</summary>
    public static TheoryData<string, string, string, int> Listed { get; } = new()
    {
        { Csv.Sample("own_dt"), Labeled, "2c criterion, 8o max_depth, 5o min_samples_split, 6o min_samples_leaf, 4o max_features", 30 },
        { Csv.Sample("own_svm"), Labeled, "15o log2_C, 19o log2_gamma", 30 },
        { Csv.Sample("own_rf"), Labeled, "2c criterion, 2b bootstrap, 4o max_depth, 4o max_features, 3o min_samples_leaf, 3o min_samples_split", 12 },
        { Csv.Sample("own_lgbm"), Labeled, "5o num_leaves, 6o learning_rate, 4o min_data_in_leaf, 3o feature_fraction, 3o lambda_l2", 27 },
        { Csv.Sample("own_xgb"), Labeled, "5o max_depth, 4o eta, 4o min_child_weight, 2o subsample, 3o colsample_bytree, 2o reg_lambda", 9 },
        { Csv.Sample("own_mlp"), Labeled, "2c activation, 6o learning_rate, 2o alpha, 3o batch_size, 4o width1, 2o width2", 16 },
    };

    /// <summary>Those that may not be copied: no rows where they are absent.</summary>
    public static TheoryData<string, string, string, int> Shared { get; } = SharedData.Find("landscapes") is not { } folder ? [] : new()
    {
        { Path.Combine(folder, "fcnet_mean.csv.gz"), "valid_mse_{dataset}", "2c activation_fn_1, 2c activation_fn_2, 4o batch_size, 3o dropout_1, 3o dropout_2, 6o init_lr, 2c lr_schedule, 6o n_units_1, 6o n_units_2", 3 },
        { Path.Combine(folder, "hpobench_nn_mean.csv.gz"), "bal_acc_{dataset}", "10o alpha, 10o batch_size, 3o depth, 10o learning_rate_init, 10o width", 5 },
        { Path.Combine(folder, "nasbench_macro_cifar10.csv.gz"), "{measure:test_acc}", "3c layer1, 3c layer2, 3c layer3, 3c layer4, 3c layer5, 3c layer6, 3c layer7, 3c layer8", 1 },
    };

    [Theory]
    [MemberData(nameof(Listed))]
    [MemberData(nameof(Shared))]
    public void A_table_reads_as_its_readme_says(string path, string pattern, string hyperparameters, int landscapes)
    {
        var options = new CsvOptions();
        if (path.Contains("nasbench", StringComparison.Ordinal)) // its categories are coded as integers, and its runs, costs and sizes are no hyperparameters
            options = new CsvOptions { Categorical = [.. Enumerable.Range(1, 8).Select(layer => $"layer{layer}")], Ignore = ["test_acc_r1", "test_acc_r2", "test_acc_r3", "params", "flops"] };
        LandscapeSet set = LandscapeSet.ReadCsv(path, pattern, options: options);
        Hyperparameter[] found = set.Graph.Space.Hyperparameters.ToArray();
        Assert.Equal(hyperparameters, string.Join(", ", found.Select(h => $"{h.LevelCount}{char.ToLowerInvariant(h.Kind.ToString()[0])} {h.Name}")));
        Assert.Equal(landscapes, set.Count);
        Assert.Equal(found.Aggregate(1, (product, h) => product * h.LevelCount), set.Graph.VertexCount);
        Assert.True(set.Graph.IsComplete);
        Assert.All(set, landscape => Assert.Same(set.Graph, landscape.Graph));
        Assert.All(set, landscape => Assert.Equal(0, landscape.FailedCells.Length));
    }

    [Fact]
    public void Labels_come_from_the_names_of_the_columns()
    {
        LandscapeSet set = LandscapeSet.ReadCsv(Csv.Sample("own_lgbm"), Pattern, options: new CsvOptions { Ordinal = ["min_data_in_leaf"] });
        Assert.Equal(["split", "measure", "dataset", "fidelity"], set.LabelNames);
        Assert.Equal(["train", "test"], set.Values("split"));
        Assert.Equal(["err", "logloss"], set.Values("measure"));
        Assert.Equal(["it10", "it30", "it100"], set.Values("fidelity"));
    }

    [Fact]
    public void Some_landscapes_of_a_set_can_be_maximized()
    {
        const string text = "x,loss_a,acc_a,acc_b\n1,4,1,7\n1,3,3,5\n2,1,2,6\n";
        var options = new CsvOptions { Duplicates = Duplicates.Best };
        LandscapeSet set = LandscapeSet.ReadCsv(Csv.Stream(text), "{measure}_{dataset}", maximize: ["acc"], options: options);
        Assert.Equal([Objective.Minimize, Objective.Maximize, Objective.Maximize], set.Select(landscape => landscape.Objective));
        Assert.Equal([3, 1], set["loss", "a"].Fitness.ToArray()); // the best of two runs is the smallest loss
        Assert.Equal([3, 2], set["acc", "a"].Fitness.ToArray()); // and the largest accuracy
        Assert.All(LandscapeSet.ReadCsv(Csv.Stream(text), "{measure}_{dataset}", Objective.Maximize, ["loss"], options: options), landscape => Assert.Equal(Objective.Maximize, landscape.Objective));
        Assert.StartsWith("the stream has no landscape labeled 'auc', which was to be maximized; there are 'loss', 'a', 'acc', 'b'.", Assert.Throws<ArgumentException>(() => LandscapeSet.ReadCsv(Csv.Stream(text), "{measure}_{dataset}", maximize: ["auc"], options: options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_and_values_are_those_of_the_table()
    {
        LandscapeSet set = LandscapeSet.ReadCsv(Csv.Sample("own_rf"), Pattern);
        Assert.Equal(
            [HyperparameterKind.Categorical, HyperparameterKind.Boolean, HyperparameterKind.Ordinal, HyperparameterKind.Ordinal, HyperparameterKind.Ordinal, HyperparameterKind.Ordinal],
            set.Graph.Space.Hyperparameters.ToArray().Select(h => h.Kind));

        // The first row of the file: gini,True,2,0.1,1,2 with these errors after 4 trees.
        int vertex = set.Graph.Vertex(set.Graph.Space.Cell(set.Graph.Space.Hyperparameters[0].IndexOf("gini"), 1, 0, 0, 0, 0));
        Assert.Equal("criterion=gini, bootstrap=true, max_depth=2, max_features=0.1, min_samples_leaf=1, min_samples_split=2", set.Graph[vertex].ToString());
        Assert.Equal(0.0649899, set["test", "err", "breast_cancer", "trees4"].Fitness[vertex]);
    }

    [Fact]
    public void A_hyperparameter_that_the_pattern_matches_is_refused_with_the_remedy()
    {
        string message = Assert.Throws<ArgumentException>(() => LandscapeSet.ReadCsv(Csv.Sample("own_lgbm"), Pattern)).Message;
        Assert.Contains("own_lgbm.csv.gz, line 1, column 'min_data_in_leaf'", message, StringComparison.Ordinal);
        Assert.Contains("as split min, measure data, dataset in, fidelity leaf", message, StringComparison.Ordinal);
        Assert.Contains("name it in CsvOptions.Ordinal, Categorical or Boolean; or list the labels of a field in the pattern, as in {split:train|test}", message, StringComparison.Ordinal);

        LandscapeSet listed = LandscapeSet.ReadCsv(Csv.Sample("own_lgbm"), "{split:train|test}_{measure}_{dataset}_{fidelity}");
        LandscapeSet named = LandscapeSet.ReadCsv(Csv.Sample("own_lgbm"), Pattern, options: new CsvOptions { Ordinal = ["min_data_in_leaf"] });
        Assert.Equal(27, listed.Count);
        Assert.Equal(named.Graph.Space, listed.Graph.Space);
    }

    [Fact]
    public void One_column_can_be_read_alone()
    {
        string[] others = [.. "train_err_pima_it10,train_err_pima_it30,train_err_pima_it100,test_err_pima_it10,test_err_pima_it30,test_logloss_pima_it10,test_logloss_pima_it30,test_logloss_pima_it100".Split(',')];
        var landscape = Landscape.ReadCsv(Csv.Sample("own_xgb"), "test_err_pima_it100", ignore: others);
        LandscapeSet set = LandscapeSet.ReadCsv(Csv.Sample("own_xgb"), Pattern);
        Assert.Equal(set["test", "err", "pima", "it100"].Fitness, landscape.Fitness);
    }
}
