#!/usr/bin/env -S dotnet run
#:package Microsoft.ML@5.0.1
#:package Microsoft.ML.LightGbm@5.0.1
#:package Spectre.Console@0.57.2
#:project ../src/HyperLandscape/HyperLandscape.csproj
#:property PublishAot=false

// From a model to its landscape: trains LightGBM (ML.NET) on the breast cancer data of Wisconsin for every configuration
// of a grid, with 10, 30 and 100 boosting rounds; then, what the landscape is like and whether few rounds rank the
// configurations as many do. Interrupt it whenever you like: started again it goes on where it was.
//   dotnet run samples/map-mlnet.cs                        the whole grid, 2,160 trainings, half a minute to two minutes on two cores
//   dotnet run samples/map-mlnet.cs -- my.jsonl            the same, its journal in a file of yours
//   dotnet run samples/map-mlnet.cs -- my.jsonl sobol 40   40 configurations spread over the grid; a larger number continues

using System.Globalization;
using System.IO.Compression;
using HyperLandscape;
using HyperLandscape.Experiments;
using HyperLandscape.Metrics;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string journal = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "map-mlnet.jsonl");
IPlan? plan = args.Length < 2 ? new CompleteGrid()
    : args is [_, "sobol", var count] && int.TryParse(count, CultureInfo.InvariantCulture, out int configurations) ? new SobolSubset { Count = configurations }
    : null;
if (plan is null)
{
    await Console.Error.WriteLineAsync("After the journal, give nothing or sobol and a number of configurations, as in: my.jsonl sobol 40");
    return 1;
}

var experiment = new Experiment(new SearchSpace(
    Hyperparameter.Ordinal("leaves", 2, 3, 4, 6, 8, 12),
    Hyperparameter.Ordinal("learning_rate", 0.02, 0.05, 0.1, 0.2, 0.4),
    Hyperparameter.Ordinal("min_data_in_leaf", 1, 5, 20, 60),
    Hyperparameter.Ordinal("lambda_l2", 0, 1, 10)))
{
    Name = "LightGBM on the breast cancer data of Wisconsin",
    Measures = [new Measure("train_logloss"), new Measure("test_logloss")],
    Fidelities = [new Fidelity("10 rounds", 10), new Fidelity("30 rounds", 30), new Fidelity("100 rounds", 100)],
    Seeds = [1, 2], // each splits the data in another way
    Plan = plan,
    Timeout = TimeSpan.FromMinutes(1),
};

Patient[] patients = ReadPatients(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data", "wdbc.csv.gz"));
Console.WriteLine($"{experiment.Name}: {patients.Length} patients; the journal is {journal}");
using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};

ExperimentResult result;
try
{
    result = await Watch(progress => experiment.RunAsync((run, _) => Task.FromResult(Train(run)), journal, interrupted.Token, progress));
}
catch (OperationCanceledException)
{
    Console.WriteLine("Interrupted. Start it again to go on.");
    return 1;
}
catch (Exception error) when (error is ArgumentException or IOException or InvalidDataException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}

Console.WriteLine($"{result}\n");
LandscapeSet set = result.ToLandscapes();
Console.WriteLine("What is the landscape like?\n");
Console.WriteLine(set.Graph.EdgeCount > 0 ? set.Profile(Metric.Paper) : "No two of the configurations are neighbors: that takes more of them.\n");

Landscape full = set["test_logloss", "100 rounds"];
Console.WriteLine($"Does it rank the configurations as the test loss after 100 rounds does?\n{"",-26}Spearman  shake-up  gamma-set (10%)");
foreach ((string measure, string fidelity) in new[] { ("test_logloss", "10 rounds"), ("test_logloss", "30 rounds"), ("train_logloss", "100 rounds") })
{
    double[] similarities = [.. SimilarityMeasure.Paper.Select(similarity => set[measure, fidelity].CompareCommon(full, similarity))];
    Console.WriteLine($"{measure,-14}{fidelity,-12}{similarities[0],8:0.00;-0.00;0.00}{similarities[1],10:F2}{similarities[2],17:F2}");
}

Console.WriteLine($"\nBest of {full.Count}: {full[full.GlobalOptima[0]]} with a test loss of {full.Fitness[full.GlobalOptima[0]]:F4}, standard error {full.StandardErrors[full.GlobalOptima[0]]:F4}.");
return 0;

IReadOnlyList<double> Train(Run run)
{
    var context = new MLContext(run.Seed);
    var split = context.Data.TrainTestSplit(context.Data.LoadFromEnumerable(patients), testFraction: 0.3, seed: run.Seed);
    var trainer = context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
    {
        NumberOfIterations = (int)run.Fidelity.Amount,
        NumberOfLeaves = (int)run.Configuration["leaves"],
        LearningRate = run.Configuration["learning_rate"],
        MinimumExampleCountPerLeaf = (int)run.Configuration["min_data_in_leaf"],
        Booster = new GradientBooster.Options { L2Regularization = run.Configuration["lambda_l2"] },
        NumberOfThreads = 1, // the runs are parallel
        Seed = run.Seed,
        Deterministic = true,
        Silent = true,
    });
    var model = trainer.Fit(split.TrainSet);
    return [Loss(split.TrainSet), Loss(split.TestSet)];

    double Loss(IDataView data) => context.BinaryClassification.Evaluate(model.Transform(data)).LogLoss;
}

static Patient[] ReadPatients(string path)
{
    using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
    string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    return [.. lines.Skip(1).Select(line => line.Split(',')).Select(fields => new Patient
    {
        Label = fields[0] == "1",
        Features = [.. fields.Skip(1).Select(field => float.Parse(field, CultureInfo.InvariantCulture))],
    })];
}

/// <summary>Shows a bar where a person watches, and otherwise a line now and then.</summary>
static async Task<ExperimentResult> Watch(Func<IProgress<ExperimentProgress>, Task<ExperimentResult>> run)
{
    if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        return await run(new Lines());
    return await AnsiConsole.Progress()
        .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
        .StartAsync(context => run(new Bar(context.AddTask("starting"))));
}

sealed class Bar(ProgressTask task) : IProgress<ExperimentProgress>
{
    public void Report(ExperimentProgress value)
    {
        task.MaxValue = value.Total;
        task.Value = value.Finished;
        task.Description = Markup.Escape($"{value}");
    }
}

sealed class Lines : IProgress<ExperimentProgress>
{
    private int shown = -1;

    public void Report(ExperimentProgress value)
    {
        int tenth = (int)(10 * value.Finished / Math.Max(1, value.Total));
        if (tenth > shown)
            Console.WriteLine(value);
        shown = tenth;
    }
}

sealed class Patient
{
    public bool Label { get; set; }

    [VectorType(30)]
    public float[] Features { get; set; } = [];
}
