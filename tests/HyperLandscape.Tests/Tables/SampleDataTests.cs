using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Tables;

public sealed class SampleDataTests
{
    private const string Pattern = "{split}_{measure}_{dataset}_{fidelity}";

    [Theory]
    [InlineData("own_dt", 1920, "2 8 5 6 4", 30)]
    [InlineData("own_svm", 285, "15 19", 30)]
    [InlineData("own_rf", 576, "2 2 4 4 3 3", 12)]
    [InlineData("own_lgbm", 1080, "5 6 4 3 3", 27)]
    [InlineData("own_xgb", 960, "5 4 4 2 3 2", 9)]
    [InlineData("own_mlp", 576, "2 6 2 3 4 2", 16)]
    public void The_sample_tables_are_complete_grids(string name, int configurations, string levels, int landscapes)
    {
        var options = new CsvOptions { Ordinal = name == "own_lgbm" ? ["min_data_in_leaf"] : [] };
        LandscapeSet set = LandscapeSet.ReadCsv(Csv.Sample(name), Pattern, options: options);
        Assert.Equal(landscapes, set.Count);
        Assert.Equal(configurations, set.Graph.VertexCount);
        Assert.True(set.Graph.IsComplete);
        Assert.Equal(levels, string.Join(' ', set.Graph.Space.Hyperparameters.ToArray().Select(h => h.LevelCount)));
        Assert.Equal(["split", "measure", "dataset", "fidelity"], set.LabelNames);
        Assert.All(set, landscape => Assert.Same(set.Graph, landscape.Graph));
        Assert.Subset(new HashSet<string> { "train", "test" }, set.Values("split").ToHashSet());
        Assert.Subset(new HashSet<string> { "err", "logloss" }, set.Values("measure").ToHashSet());
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
