using System.Text.RegularExpressions;
using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Plotting.Reports;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests.Reports;

/// <summary>The text and tables of a report: the numbers of the library, names as they are, and a word on whatever is undefined.</summary>
public sealed partial class ReportTests
{
    private static readonly LandscapeSet Set = ReportCases.Fidelities();
    private static readonly ReportOptions Options = new() { MoreMetrics = [new Skewness(), new GlobalOptimumAccessibility()] };
    private static readonly List<double> Progress = [];
    private static readonly ReportFile Common = ReportFile.Of(path => Report.WriteHtml(Set, path, Options, new ParallelOptions { MaxDegreeOfParallelism = 4 }, new Recorder(Progress)));

    [Fact]
    public void The_table_of_metrics_holds_the_numbers_of_the_profile()
    {
        LandscapeSetProfile profile = Set.Profile([.. Metric.Paper, .. Options.MoreMetrics]);
        var rows = Common.Rows("Metrics of The landscapes");
        Assert.Equal(Set.Count, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(Set.Labels(i), ReportFile.Labels(rows[i]));
            Assert.Equal(profile[i].Values.ToArray(), ReportFile.Numbers(rows[i]));
        }
    }

    [Fact]
    public void Fidelities_are_compared_with_the_full_one()
    {
        var rows = Common.Rows("Each fidelity against the full one");
        Assert.Equal(2, rows.Length);
        Assert.Equal(["it10", "it100", "one"], ReportFile.Labels(rows[0]));
        Assert.Equal([1, 0, 1], ReportFile.Numbers(rows[0])); // the same fitness
        Assert.Equal(["it10", "it100", "two"], ReportFile.Labels(rows[1]));
        Assert.Equal([.. SimilarityMeasure.Paper.Select(measure => Set[2].Compare(Set[3], measure))], ReportFile.Numbers(rows[1]));
        Assert.Equal(-1, ReportFile.Numbers(rows[1])[0], 1e-12); // reversed

        // The median of 1 and -1 is 0: hardly alike; one of the two reaches 0.8.
        Assert.Matches(@"A lower fidelity and the full one rank the configurations hardly alike: the median Spearman correlation\d+ of 2 pairs is 0\.00, from −1\.00 to 1\.00; 1 of them reach 0\.80 \(“alike” from 0\.80, “hardly alike” below 0\.40\)", Common.Words);
    }

    [Fact]
    public void The_method_says_the_weights_of_the_maps_and_every_term_is_defined_once()
    {
        Assert.Contains("the hyperparameters (weight 1), HOPE of 128 dimensions (weight 0.55) and the rank of the fitness (weight 0.375)", Common.Words, StringComparison.Ordinal);
        string[] terms = [.. Regex.Matches(Common.Text, "<li id=\"note-\\d+\"><strong>([^<]*)\\.</strong> ([^<]*)").Select(match => match.Groups[2].Value)];
        Assert.NotEmpty(terms);
        Assert.Equal(terms.Length, terms.Distinct().Count());
    }

    [Fact]
    public void Another_label_may_be_the_fidelity_or_none()
    {
        ReportFile none = ReportFile.Of(path => Report.WriteHtml(Set, path, new ReportOptions { Fidelity = "" }));
        Assert.Equal(2, none.Rows("Pairs that differ in fidelity only").Length);
        ReportFile other = ReportFile.Of(path => Report.WriteHtml(Set, path, new ReportOptions { Fidelity = "dataset" }));
        Assert.Equal(2, other.Rows("Each dataset against the full one").Length);
        var error = Assert.Throws<ArgumentException>(() => ReportFile.Of(path => Report.WriteHtml(Set, path, new ReportOptions { Fidelity = "epochs" })));
        Assert.Contains("'epochs'", error.Message, StringComparison.Ordinal);
        Assert.Contains("dataset, fidelity", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("a & b 'quoted' \"twice\"")]
    [InlineData("学習率 нейрон تعلم 🌲")]
    public void Names_are_shown_as_they_are(string name)
    {
        string longName = name + new string('x', 400);
        var space = new SearchSpace(Hyperparameter.Categorical(name, name, longName, "c"), Hyperparameter.Ordinal(longName, 1, 2, 3));
        Landscape landscape = Landscape.Evaluate(space, configuration => (configuration.Cell * 5) % 9);
        var set = new LandscapeSet([name], [(landscape, [name]), (landscape.WithFitness([.. landscape.Ranks]), [longName])]);
        ReportFile report = ReportFile.Of(path => Report.WriteHtml([new ReportPart(name, set)], path, new ReportOptions { Title = name, Source = longName }));
        Assert.Equal(2, report.Text.Split("<script").Length); // ours alone
        Assert.DoesNotContain("<img src=x", report.Text, StringComparison.Ordinal);
        Assert.Equal(name, report.All("h1").Single().Value);
        Assert.Equal(name, report.All("title").Single().Value);
        Assert.Equal([name, longName], report.Rows("Hyperparameters").Select(row => ReportFile.Labels(row)[0]));
        Assert.Equal([name, longName], report.Rows($"Metrics of {name}").Select(row => ReportFile.Labels(row)[0]));
    }

    [Fact]
    public void A_constant_fitness_is_said_to_be_one()
    {
        ReportFile report = ReportFile.Of(path => Report.WriteHtml(ReportCases.Constant(), path));
        Assert.Contains("Smoothness is undefined", report.Words, StringComparison.Ordinal);
        Assert.Contains("There is no map: the fitness is constant", report.Words, StringComparison.Ordinal);
        Assert.Contains("There is a single local optimum", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", report.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_configurations_are_enough_for_a_report()
    {
        ReportFile report = ReportFile.Of(path => Report.WriteHtml(ReportCases.Tiny(), path));
        Assert.Contains("There is no map: 3 configurations are too few; it takes more than 30.", report.Words, StringComparison.Ordinal);
        Assert.Contains("It has 1 local optimum", report.Words, StringComparison.Ordinal);
        Assert.Equal(3, ReportFile.Numbers(report.Rows("Metrics of The landscape").Single())[5]); // the basin of the only optimum
    }

    [Fact]
    public void A_single_configuration_is_reported_in_the_singular()
    {
        ReportFile report = ReportFile.Of(path => Report.WriteHtml(Landscape.Create(ReportCases.Tiny().Space, [1L], [2]), path));
        Assert.Contains("There is no map: 1 configuration is too few", report.Words, StringComparison.Ordinal);
        Assert.Contains("1 configuration for each", report.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_on_one_line_has_no_surface()
    {
        Landscape landscape = ReportCases.Tiny();
        Assert.False(MapAnalysis.HasExtent(new Embedding(landscape, 2, [0, 0, 1, 1, 2, 2])));
        Assert.True(MapAnalysis.HasExtent(new Embedding(landscape, 2, [0, 0, 1, 1, 2, 0])));
    }

    [Fact]
    public void Failed_runs_are_counted_and_the_rest_compared()
    {
        Landscape whole = ReportCases.Rugged();
        double[] fitness = [.. ReportCases.Rugged(1).Fitness];
        fitness[0] = double.NaN;
        fitness[5] = double.PositiveInfinity;
        Landscape part = Landscape.Create(whole.Space, fitness);
        var set = new LandscapeSet(["dataset"], [(whole, ["one"]), (part, ["two"])]);
        ReportFile report = ReportFile.Of(path => Report.WriteHtml(set, path));
        Assert.Equal([2, 3, 48, 48, 2], ReportFile.Numbers(report.Rows("The landscapes").Single()));
        Assert.Contains("Compared are the 46 configurations without a failed run in any.", report.Words, StringComparison.Ordinal);
        Assert.Contains("There is no heat map of all landscapes: runs failed in some, so that no configuration is in all.", ReportFile.Of(path => Report.WriteHtml(Apart(), path)).Words, StringComparison.Ordinal);
        double[] numbers = ReportFile.Numbers(report.Rows("Pairs that differ in dataset only").Single());
        Assert.Equal([.. SimilarityMeasure.Paper.Select(measure => whole.CompareCommon(part, measure))], numbers);
    }

    /// <summary>Runs of the full fidelity failed: the map has its configurations, and the lower fidelity a panel on it. The other way round it has none.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fidelities_share_a_map_if_the_lower_one_has_all_configurations(bool lowerFailed)
    {
        Landscape whole = ReportCases.Rugged();
        double[] fitness = [.. ReportCases.Rugged(1).Fitness];
        fitness[7] = double.NaN;
        Landscape failed = Landscape.Create(whole.Space, fitness);
        (Landscape low, Landscape full) = lowerFailed ? (failed, whole) : (whole, failed);
        var set = new LandscapeSet(["fidelity"], [(low, ["it10"]), (full, ["it100"])]);
        MapAnalysis map = MapAnalysis.Of(set, new LabelRoles(set, new ReportOptions()), 0, new Steps(null, null))!;
        Assert.Equal(lowerFailed ? [1] : [0, 1], map.Landscapes);
        Assert.All(map.Maps, embedding => Assert.Equal(full.Count, embedding.Count));
    }

    [Fact]
    public void Scattered_and_conditional_trials_have_a_report_with_a_map()
    {
        double[] rates = [.. Enumerable.Range(0, 40).Select(i => 1 + (i * 17 % 41))];
        SearchSpace space = SearchSpace.Listed(
            [Hyperparameter.Ordinal("rate", [.. rates.Order()]), Hyperparameter.Ordinal("momentum", 0.5, 0.9).WithInactive()],
            [.. Enumerable.Range(0, 40).SelectMany(i => (int[])[i, i * 7 % 3])]);
        double[] fitness = [.. Enumerable.Range(0, 40).Select(i => Math.Abs(i - 20) + (i * 13 % 5))];
        foreach (INeighborhood neighborhood in (INeighborhood[])[new NearestNeighborhood { Neighbors = 3 }, new GridNeighborhood()])
        {
            ReportFile report = ReportFile.Of(path => Report.WriteHtml(Landscape.Create(space, fitness, neighborhood: neighborhood), path));
            Assert.Contains("The map", report.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_landscape_is_an_error()
    {
        var error = Assert.Throws<ArgumentException>(() => ReportFile.Of(path => Report.WriteHtml(Array.Empty<ReportPart>(), path)));
        Assert.StartsWith("A report needs at least one set of landscapes.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => ReportFile.Of(path => Report.WriteHtml([new ReportPart("same", Set), new ReportPart("same", Set)], path)));
        Assert.Contains("'same'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_loaded_and_every_reference_is_met()
    {
        string[] ids = [.. Common.Ids];
        Assert.Equal(ids.Distinct().Count(), ids.Length);
        Assert.NotEmpty(Common.All("a"));
        Assert.All(Common.All("a"), link => Assert.Contains(link.Attribute("href")!.Value.TrimStart('#'), ids));
        Assert.NotEmpty(Common.All("img"));
        Assert.All(Common.All("img"), image => Assert.StartsWith("data:", image.Attribute("src")!.Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(Address(), Common.Text);
    }

    [Fact]
    public void The_same_landscapes_give_the_same_file_on_any_number_of_threads()
    {
        ReportFile one = ReportFile.Of(path => Report.WriteHtml(Set, path, Options, new ParallelOptions { MaxDegreeOfParallelism = 1 }));
        Assert.Equal(Common.Text, one.Text);
    }

    [Fact]
    public void Progress_ascends_to_one()
    {
        Assert.True(Progress.Count > 10);
        Assert.Equal(Progress.Order().Distinct(), Progress);
        Assert.Equal(1, Progress[^1]);
    }

    [Fact]
    public void A_canceled_report_leaves_no_file()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.ThrowsAny<OperationCanceledException>(() => Report.WriteHtml(ReportCases.Rugged(), path, options: new ParallelOptions { CancellationToken = new CancellationToken(true) }));
        Assert.False(File.Exists(path));
    }

    /// <summary>Two landscapes with no configuration in common.</summary>
    private static LandscapeSet Apart()
    {
        SearchSpace space = ReportCases.Rugged().Space;
        return new LandscapeSet(["dataset"], [(Landscape.Create(space, [0L, 1], [1, 2]), ["one"]), (Landscape.Create(space, [2L, 3], [1, 2]), ["two"])]);
    }

    [GeneratedRegex("(src|href|srcset)=\"(?!#|data:)|url\\((?!#|'?data:)|@import|http-equiv=\"refresh\"")]
    private static partial Regex Address();

    private sealed class Recorder(List<double> reports) : IProgress<double>
    {
        public void Report(double value) => reports.Add(value);
    }
}
