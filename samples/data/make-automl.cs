#!/usr/bin/env -S dotnet run
#:package Microsoft.ML@5.0.1
#:package Microsoft.ML.LightGbm@5.0.1
#:property PublishAot=false

// A random search over LightGBM, kept as an AutoML experiment of ML.NET keeps its trials.
//   dotnet run samples/data/make-automl.cs > samples/data/trialResults.csv

using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string folder = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "wdbc.csv.gz")), CompressionMode.Decompress));
Patient[] patients = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).Select(fields => new Patient
{
    Label = fields[0] == "1",
    Features = [.. fields.Skip(1).Select(float.Parse)],
})];
var context = new MLContext(1);
var split = context.Data.TrainTestSplit(context.Data.LoadFromEnumerable(patients), testFraction: 0.3, seed: 1);
double[] lambdas = [0, 1, 10];
var random = new Random(5);
Console.WriteLine("id,loss,durationInMilliseconds,peakCpu,peakMemoryInMegaByte,parameter_0,parameter_1,parameter_2");
for (int id = 0; id < 120; id++)
{
    // In the order of their names: lambda_l2, one of three; learning_rate and leaves, on logarithmic scales.
    int lambda = random.Next(3);
    double rate = 0.01 * Math.Pow(50, random.NextDouble());
    int leaves = (int)(2 * Math.Pow(16, random.NextDouble()));
    var clock = Stopwatch.StartNew();
    var model = context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
    {
        NumberOfIterations = 30,
        NumberOfLeaves = leaves,
        LearningRate = rate,
        MinimumExampleCountPerLeaf = 5,
        Booster = new GradientBooster.Options { L2Regularization = lambdas[lambda] },
        NumberOfThreads = 1,
        Seed = 1,
        Deterministic = true,
        Silent = true,
    }).Fit(split.TrainSet);
    double loss = context.BinaryClassification.Evaluate(model.Transform(split.TestSet)).LogLoss;
    Console.WriteLine($"{id},{loss:F3},{clock.Elapsed.TotalMilliseconds:F3},,,{lambda / 3.0:F3},{Math.Log(rate / 0.01) / Math.Log(50):F3},{Math.Log(leaves / 2.0) / Math.Log(16):F3}");
}

sealed class Patient
{
    public bool Label { get; set; }

    [VectorType(30)]
    public float[] Features { get; set; } = [];
}
