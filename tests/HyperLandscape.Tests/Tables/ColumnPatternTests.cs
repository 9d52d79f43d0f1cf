using HyperLandscape.Tables;

namespace HyperLandscape.Tests.Tables;

public sealed class ColumnPatternTests
{
    [Theory]
    [InlineData("{split}_{measure}_{dataset}_{fidelity}", "train_err_breast_cancer_frac0.1", "train err breast_cancer frac0.1")]
    [InlineData("{split}_{measure}_{dataset}_{fidelity}", "min_samples_split", null)]
    [InlineData("{split}_{measure}_{dataset}_{fidelity}", "test_err__it1", null)]
    [InlineData("{split}_{measure}_{task}_{fidelity}", "train_err_breast_cancer_it1", null)]
    [InlineData("{split}_{measure}_{task*}_{fidelity}", "train_err_breast_cancer_it1", "train err breast_cancer it1")]
    [InlineData("{measure*}_{dataset}", "bal_acc_car", "bal_acc car")]
    [InlineData("{measure}_{dataset}", "err_breast_cancer", "err breast_cancer")]
    [InlineData("{measure}_{dataset}", "n_units_1", "n units_1")]
    [InlineData("{measure:err|bal_acc}_{dataset}", "bal_acc_car", "bal_acc car")]
    [InlineData("{measure:err|bal_acc}_{dataset}", "n_units_1", null)]
    [InlineData("valid_mse_{task}", "valid_mse_naval_propulsion", "naval_propulsion")]
    [InlineData("valid_mse_{task}", "test_valid_mse_naval", null)]
    [InlineData("{dataset} (epoch {fidelity})", "a (b) (epoch 3)", "a (b)|3")]
    [InlineData("f{a}", "f\n", "\n")]
    public void A_name_has_one_reading(string pattern, string name, string? labels) =>
        Assert.Equal(labels?.Split(labels.Contains('|', StringComparison.Ordinal) ? '|' : ' '), ColumnPattern.Parse(pattern).Match(name));

    [Theory]
    [InlineData("test_err", "has no field such as {dataset}; use Landscape.ReadCsv")]
    [InlineData("{a}{b}", "stand side by side")]
    [InlineData("{a_{b}", "braces")]
    [InlineData("{}_x", "incomplete")]
    [InlineData("{a:}_x", "incomplete")]
    [InlineData("{a}_{a}", "same name")]
    [InlineData("{a*}_{b*}", "Several fields are marked")]
    public void A_pattern_that_makes_no_sense_is_refused(string pattern, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => ColumnPattern.Parse(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_named_as_a_hyperparameter_is_no_landscape()
    {
        const string text = "max_depth,err_a,err_b\n1,1,2\n2,3,4\n";
        LandscapeSet set = LandscapeSet.ReadCsv(Csv.Stream(text), "{measure}_{dataset}", options: new CsvOptions { Ordinal = ["max_depth"] });
        Assert.Equal("err a, err b", string.Join(", ", set.Name(0), set.Name(1)));
        Assert.Contains("column 'max_depth': The name matches the pattern", Assert.Throws<ArgumentException>(() => LandscapeSet.ReadCsv(Csv.Stream(text), "{measure}_{dataset}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_can_be_ignored_and_a_failed_run_leaves_the_other_landscapes_alone()
    {
        LandscapeSet set = LandscapeSet.ReadCsv(Csv.Stream("x,err_a,err_b,err_c,err_d\n1,1,2,3,x\n2,,4,5,x\n"), "err_{dataset}", ignore: ["err_d"]);
        Assert.Equal(["a", "b", "c"], set.Values("dataset"));
        Assert.Equal([1, 2, 2], set.Select(landscape => landscape.Count));
        Assert.Same(set["b"].Graph, set["c"].Graph);
        Assert.Equal([1], set["a"].FailedCells.ToArray());
    }

    [Fact]
    public void A_pattern_that_matches_nothing_is_refused() =>
        Assert.Equal("the stream has no column that matches 'acc_{dataset}', the fitness; its columns are 'x', 'f'.", Assert.Throws<ArgumentException>(() => LandscapeSet.ReadCsv(Csv.Stream("x,f\n1,2\n"), "acc_{dataset}")).Message);
}
