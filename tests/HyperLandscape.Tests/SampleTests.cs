using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using HyperLandscape.Experiments;
using HyperLandscape.Imports;
using HyperLandscape.Metrics;
using HyperLandscape.Tests.Storage;

namespace HyperLandscape.Tests;

/// <summary>Every sample runs as its user would run it, and says what it is for.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("custom-embedder.cs", "Where the best configurations lie")]
    [InlineData("custom-metric.cs", "How much a step changes")]
    [InlineData("custom-neighborhood.cs", "steps of two hyperparameters at once")]
    [InlineData("custom-similarity.cs", "Do less data find the same best")]
    [InlineData("quickstart.cs", "What the 124 landscapes show")]
    [InlineData("importance.cs", "Which hyperparameters matter")]
    [InlineData("report.cs", "A report of 124 landscapes")]
    [InlineData("network.cs", "Which optima hold a search that takes no move to a worse one")]
    [InlineData("estimates.cs", "What does a fifth of the configurations tell")]
    [InlineData("import-mlnet.cs", "109 configurations of 8 hyperparameters, minimized, scattered")]
    [InlineData("trials.cs", "Trials that lie near each other are neighbors")]
    [InlineData("everything.cs", "Can valleys be walked around?")]
    [InlineData("map-quality.cs", "random positions show what is worth nothing")]
    public async Task A_sample_runs(string sample, string expected)
    {
        (int exitCode, string output, string errors) = await Run(sample);
        Assert.True(exitCode == 0, $"{output}\n{errors}");
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\w)-0(\.0+)?(?![\w.])", output); // a zero that only rounding made has no sign
        Assert.Empty(errors);
    }

    [Fact]
    public void Every_sample_is_run()
    {
        string[] samples = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(["custom-embedder.cs", "custom-metric.cs", "custom-neighborhood.cs", "custom-similarity.cs", "estimates.cs", "everything.cs", "import-mlnet.cs", "import-optuna.cs", "importance.cs", "map-mlnet.cs", "map-quality.cs", "network.cs", "quickstart.cs", "report.cs", "trials.cs"], samples);
    }

    [Fact]
    public void An_implementation_of_your_own_takes_forty_lines_at_most()
    {
        string[] custom = Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "custom-*.cs");
        Assert.NotEmpty(custom);
        Assert.All(custom, sample => Assert.InRange(File.ReadLines(sample).Count(), 1, 40));
    }

    /// <summary>A few real trainings, then more that continue them.</summary>
    [Fact]
    public async Task Trainings_become_a_landscape()
    {
        using var folder = new TemporaryFolder();
        (int exitCode, string output, string errors) = await Run("map-mlnet.cs", folder["journal.jsonl"], "sobol", "4");
        Assert.True(exitCode == 0, $"{output}\n{errors}");
        Assert.Contains("24 runs of 4 configurations, 0 failed", output, StringComparison.Ordinal);
        (exitCode, output, errors) = await Run("map-mlnet.cs", folder["journal.jsonl"], "sobol", "6");
        Assert.True(exitCode == 0, $"{output}\n{errors}");
        Assert.Contains("\n24 of 36 runs\n", output, StringComparison.Ordinal);
        Assert.Contains("36 runs of 6 configurations, 0 failed", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    /// <summary>Both storages, against the table that Optuna itself made of the study.</summary>
    [Theory]
    [InlineData("optuna.log")]
    [InlineData("optuna.db")]
    public async Task Studies_of_Optuna_become_the_landscapes_of_their_tables(string storage)
    {
        using var folder = new TemporaryFolder();
        string goldens = Path.Combine(GoldenFiles.Folder, "imports");
        string path = storage == "optuna.log" ? Path.Combine(Repository.Root, "samples", "data", storage) : folder[storage];
        if (!File.Exists(path))
        {
            await using var packed = new GZipStream(File.OpenRead(Path.Combine(goldens, $"{storage}.gz")), CompressionMode.Decompress);
            await using FileStream file = File.Create(path);
            await packed.CopyToAsync(file);
        }

        (int exitCode, string output, string errors) = await Run("import-optuna.cs", path);
        Assert.True(exitCode == 0, $"{output}\n{errors}");
        Assert.Equal(2, output.Split("== ").Length - 1);
        AssertStudy("svm", new Measure("value", Objective.Maximize));
        AssertStudy("tree", new Measure("values_0"), new Measure("values_1"));

        void AssertStudy(string study, params Measure[] measures)
        {
            string part = output.Split($"== {study}\n")[1].Split("== ")[0];
            Import expected = (TrialTable.Optuna(measures) with { Options = new CsvOptions { Duplicates = Duplicates.Mean } }).Read(Path.Combine(goldens, $"optuna_{study}.csv"));
            foreach (string line in expected.Report.ToString().Split('\n').Where(line => !line.StartsWith("Skipped", StringComparison.Ordinal)))
                Assert.Contains(line, part, StringComparison.Ordinal);
            Assert.Contains($"{expected.Landscapes}\n\n{expected.Landscapes.Profile(Metric.Paper)}", part, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Against the values that the experiment had. Places and losses are rounded to three decimals: whole numbers, choices and Booleans
    /// come back as they were, others to half a thousandth of their range (learning rates of its logarithm; and values have six digits).
    /// </summary>
    [Fact]
    public async Task Every_value_of_an_experiment_of_AutoML_comes_back()
    {
        using var folder = new TemporaryFolder();
        string checkpoint = Path.Combine(Repository.Root, "samples", "data", "trialResults.csv");
        (int exitCode, string output, string errors) = await Run("import-mlnet.cs", checkpoint, folder["named.csv"], "booster=gbdt,dart,goss", "learning_rate=0.01..0.5:log", "leaves=2..64:log:int", "feature_fraction=0.2..1", "lambda_l2=2,10,1:text", "unbalanced=True,False", "iterations=5..60:int", "examples_per_leaf=20,5,10,2");
        Assert.True(exitCode == 0, $"{output}\n{errors}");
        Assert.Contains("122 rows taken\n", output, StringComparison.Ordinal);
        Assert.Contains("3 trials failed or were canceled, so AutoML has not kept them: 11, 47, 73\n", output, StringComparison.Ordinal);
        string[][] trials = [.. (await File.ReadAllLinesAsync(Path.Combine(GoldenFiles.Folder, "imports", "automl_trials.csv"))).Select(line => line.Split(','))];
        string[][] named = [.. (await File.ReadAllLinesAsync(folder["named.csv"])).Select(line => line.Split(','))];
        Assert.Equal(["id", "loss", "durationInMilliseconds", "peakCpu", "peakMemoryInMegaByte", .. trials[0][2..^1]], named[0]);
        string[][] finished = [.. trials.Where(trial => trial[^1] == "finished")];
        Assert.Equal(122, finished.Length);
        Assert.Equal(finished.Length, named.Length - 1);
        foreach ((string[] expected, string[] actual) in finished.Zip(named[1..]))
        {
            Assert.Equal(expected[0], actual[0]);
            Assert.Equal(Number(expected[1]), Number(actual[1]), 0.0005);
            string[] values = actual[5..];
            Assert.Equal([expected[2], expected[4], .. expected[6..^1]], [values[0], values[2], .. values[4..]]);
            Assert.Equal(Math.Log(Number(expected[3])), Math.Log(Number(values[1])), 0.00051 * Math.Log(50));
            Assert.Equal(Number(expected[5]), Number(values[3]), 0.00051 * 0.8);
        }

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Choices in order, 2, 10 and 20 at 0, 1/3 and 2/3; 8 lies at log 4 / log 16 = 1/2 of 2 to 32, and 5 at 0.33048; halfway from 0.01 to 1 is
    /// 0.1 by logarithms, 1/4 of the way from -1 to 3 is 0.
    /// </summary>
    [Fact]
    public async Task A_checkpoint_of_AutoML_gets_its_names_and_values_back()
    {
        using var folder = new TemporaryFolder();
        const string header = "id,loss,durationInMilliseconds,peakCpu,peakMemoryInMegaByte,parameter_0,parameter_1,parameter_2,parameter_3\n";
        await File.WriteAllTextAsync(folder["trialResults.csv"], $"{header}{header}0,0.500,1.000,,,0.333,0.500,0.330,0.250\n1,0.250,1.000,,,0.667,0.000,0.500,0.750\n2,0.750,1.000,,,0.000,1.000,1.000,0.000\n");
        (int exitCode, string output, _) = await Run("import-mlnet.cs", folder["trialResults.csv"], "bagging=20,2,10", "lr=0.01..1:log", "leaves=2..32:log:int", "shift=-1..3");
        Assert.Equal(0, exitCode);
        Assert.Contains("lr (ordinal): 0.01, 0.1, 1\n", output, StringComparison.Ordinal);
        Assert.Contains("leaves (ordinal): 5, 8, 32\n", output, StringComparison.Ordinal);
        Assert.Contains("shift (ordinal): -1, 0, 2\n", output, StringComparison.Ordinal);
        Assert.Contains("Best: bagging=20, lr=0.01, leaves=8, shift=2, 0.25\n", output, StringComparison.Ordinal);

        (exitCode, _, string errors) = await Run("import-mlnet.cs", folder["trialResults.csv"], "lr=0.01..1:log");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("The file has 4 hyperparameters, parameter_0, parameter_1, parameter_2, parameter_3, but 1 ranges were given;", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_Optuna_is_writing_is_left_out()
    {
        using var folder = new TemporaryFolder();
        string journal = Path.Combine(Repository.Root, "samples", "data", "optuna.log");
        await File.WriteAllTextAsync(folder["growing.log"], await File.ReadAllTextAsync(journal) + "{\"op_code\":4,\"wor");
        Assert.Equal(await Run("import-optuna.cs", journal), await Run("import-optuna.cs", folder["growing.log"]));
    }

    [Fact]
    public async Task What_is_no_storage_of_Optuna_is_refused()
    {
        (int exitCode, _, string errors) = await Run("import-optuna.cs", Path.Combine(GoldenFiles.Folder, "imports", "optuna_svm.csv"));
        Assert.Equal(1, exitCode);
        Assert.Contains("line 1: This is no operation of a journal of Optuna", errors, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Run(string sample, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["run", Path.Combine(Repository.Root, "samples", sample), "--", .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string setting in start.Environment.Keys.Where(key => key.StartsWith("DOTNET_Enable", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(setting); // the compiler need not run without vectors
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
