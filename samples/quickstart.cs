#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// The main job: tables of training results in, the paper's six metrics and three similarities out.
//   dotnet run samples/quickstart.cs                                  the shipped tables
//   dotnet run samples/quickstart.cs -- my.csv val_error              one fitness column of a table of yours
//   dotnet run samples/quickstart.cs -- my.csv "{dataset}_{fidelity}" many columns; cheap fidelities first
//   dotnet run samples/quickstart.cs -- my.csv val_error seed seconds columns to ignore

using System.Globalization;
using HyperLandscape;
using HyperLandscape.Metrics;
using HyperLandscape.Similarity;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var started = TimeProvider.System.GetTimestamp();
var findings = new Findings();
try
{
    if (args.Length > 0)
        ReadOwn(args[0], args.Length > 1 ? args[1] : throw new ArgumentException("Name the fitness column, or a pattern such as \"{dataset}_{fidelity}\", after the table."), args[Math.Min(2, args.Length)..]);
    else
        ReadShipped();
}
catch (Exception error) when (error is ArgumentException or InvalidDataException or IOException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

findings.Print();
Console.WriteLine($"\n({TimeProvider.System.GetElapsedTime(started).TotalSeconds:F1} s)");
return 0;

void ReadShipped()
{
    string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
    (string Name, string File)[] families =
    [
        ("Decision trees", "own_dt"), ("Support vector machines", "own_svm"), ("Random forests", "own_rf"),
        ("LightGBM", "own_lgbm"), ("XGBoost", "own_xgb"), ("Neural networks", "own_mlp"),
    ];
    Console.WriteLine($"Real training runs of six model families, from {data} (see its README.md).");
    foreach ((string name, string file) in families)
        Analyze(name, LandscapeSet.ReadCsv(Path.Combine(data, file + ".csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}"));
}

void ReadOwn(string path, string fitness, string[] ignore)
{
    if (fitness.Contains('{', StringComparison.Ordinal))
    {
        Analyze(path, LandscapeSet.ReadCsv(path, fitness, ignore: ignore, progress: Progress("reading")));
        return;
    }

    var landscape = Landscape.ReadCsv(path, fitness, ignore: ignore, progress: Progress("reading"));
    Analyze(path, new LandscapeSet(["fitness"], [(landscape, [fitness])]));
}

void Analyze(string name, LandscapeSet set)
{
    Console.WriteLine($"\n== {name}: {set[0]}, {set.Count} landscape{(set.Count == 1 ? "" : "s")}\n");
    LandscapeSetProfile profile = set.Profile(Metric.Paper, progress: Progress("measuring"));
    Console.WriteLine(profile);
    findings.Add(profile);

    LandscapeSet shown = set;
    foreach (string label in set.LabelNames.Where(label => label is "measure"))
        shown = shown.Where(label, shown.Values(label)[0]);
    LandscapeSet test = Has(shown, "split", "test") ? shown.Where("split", "test") : shown;
    string? full = set.LabelNames.Contains("fidelity") ? test.Values("fidelity")[^1] : null;

    if (full is not null && test.Values("fidelity").Count > 1)
    {
        var table = new Comparison($"Does a cheap fidelity rank the configurations as {full} does?");
        foreach (string dataset in Datasets(test))
        {
            LandscapeSet one = Of(test, dataset);
            foreach (string cheap in one.Values("fidelity").SkipLast(1))
                findings.AddFidelity(cheap == one.Values("fidelity")[0], table.Add($"{dataset} {cheap}", one.Where("fidelity", cheap)[0], one.Where("fidelity", full)[0]));
        }

        table.Print();
    }

    LandscapeSet final = full is null ? shown : shown.Where("fidelity", full);
    if (Has(final, "split", "train") && Has(final, "split", "test"))
    {
        var table = new Comparison("Does the training error rank them as the test error does?");
        foreach (string dataset in Datasets(final))
            findings.AddTrainTest(table.Add(dataset, Of(final.Where("split", "train"), dataset)[0], Of(final.Where("split", "test"), dataset)[0]));
        table.Print();
    }

    LandscapeSet across = Has(final, "split", "test") ? final.Where("split", "test") : final;
    if (Datasets(across).Count > 1)
    {
        var table = new Comparison("Does one data set rank them as another does?");
        for (int i = 0; i < across.Count; i++)
        {
            for (int j = i + 1; j < across.Count; j++)
                findings.AddDatasets(table.Add($"{Datasets(across)[i]} - {Datasets(across)[j]}", across[i], across[j]));
        }

        table.Print();
    }
}

static IReadOnlyList<string> Datasets(LandscapeSet set) => set.LabelNames.Contains("dataset") ? set.Values("dataset") : [""];

static LandscapeSet Of(LandscapeSet set, string dataset) => dataset.Length > 0 ? set.Where("dataset", dataset) : set;

static bool Has(LandscapeSet set, string labelName, string label) => set.LabelNames.Contains(labelName) && set.Values(labelName).Contains(label);

static IProgress<double>? Progress(string what) => Console.IsErrorRedirected ? null : new ProgressLine(what);

/// <summary>A table of the paper's three similarities, one pair of landscapes per row.</summary>
sealed class Comparison(string question)
{
    private readonly List<(string Pair, double[] Values)> rows = [];

    public double Add(string pair, Landscape a, Landscape b)
    {
        double[] values = [.. SimilarityMeasure.Paper.Select(measure => a.CompareCommon(b, measure))];
        rows.Add((pair, values));
        return values[0];
    }

    public void Print()
    {
        int width = rows.Max(row => row.Pair.Length) + 2;
        Console.WriteLine($"{question}\n{"".PadRight(width)}Spearman  shake-up  gamma-set (10%)");
        foreach ((string pair, double[] values) in rows)
            Console.WriteLine($"{pair.PadRight(width)}{values[0],8:0.00;-0.00;0.00}{values[1],10:F2}{values[2],17:F2}");
        Console.WriteLine();
    }
}

/// <summary>What all tables together show, in words whose thresholds are stated.</summary>
sealed class Findings
{
    private readonly List<LandscapeProfile> profiles = [];
    private readonly List<double> cheapest = [];
    private readonly List<double> middle = [];
    private readonly List<double> trainTest = [];
    private readonly List<double> datasets = [];

    public void Add(LandscapeSetProfile profile) => profiles.AddRange(profile);

    public void AddFidelity(bool isCheapest, double spearman) => (isCheapest ? cheapest : middle).Add(spearman);

    public void AddTrainTest(double spearman) => trainTest.Add(spearman);

    public void AddDatasets(double spearman) => datasets.Add(spearman);

    public void Print()
    {
        double smooth = Median(Values(0));
        double correlation = Median(Values(1));
        double neutral = Median(Values(2));
        int unimodal = profiles.Count(profile => profile.Values[4] == 1);
        double optima = Median(Values(4));
        Console.WriteLine($"== What {(profiles.Count == 1 ? "the landscape shows" : $"the {profiles.Count} landscapes show (medians)")}\n");
        if (double.IsNaN(correlation))
            Console.WriteLine("Smoothness and neutrality are undefined: no two neighbors have a known fitness, or it is constant.");
        else
        {
            Console.WriteLine($"They are {(correlation >= 0.7 ? "smooth" : correlation >= 0.4 ? "moderately smooth" : "rugged")}: the loss of a configuration and of a neighbor correlate with {correlation:0.00;-0.00;0.00} (smooth from 0.7, rugged below 0.4), along improving steps with {smooth:0.00;-0.00;0.00}.");
            Console.WriteLine($"They are {(neutral >= 0.5 ? "largely neutral" : neutral >= 0.2 ? "partly neutral" : "hardly neutral")}: {neutral:P0} of the neighbors differ by at most 0.001 (largely from 50 %, hardly below 20 %).");
        }

        Console.WriteLine($"They are {(unimodal * 2 > profiles.Count ? "mostly" : unimodal > 0 ? "mostly not" : "not")} unimodal: {unimodal} of {profiles.Count} have a single local optimum, plateaus counted once; the median number is {optima:N0}.");
        if (cheapest.Count > 0)
        {
            int trusted = cheapest.Count(value => value >= 0.8);
            Console.WriteLine($"A cheap fidelity {(trusted == cheapest.Count ? "may" : trusted * 2 >= cheapest.Count ? "may often" : "may not in general")} stand in for the full one: the cheapest ranks the configurations with a Spearman correlation of at least 0.8 in {trusted} of {cheapest.Count} cases (median {Median(cheapest):0.00;-0.00;0.00}, lowest {cheapest.Min():0.00;-0.00;0.00})" + (middle.Count > 0 ? $"; the fidelities between, with a median of {Median(middle):0.00;-0.00;0.00}." : "."));
        }

        if (trainTest.Count > 0)
            Console.WriteLine($"Training error {(Median(trainTest) >= 0.8 ? "ranks" : "does not reliably rank")} configurations as test error does: median {Median(trainTest):0.00;-0.00;0.00}, from {trainTest.Min():0.00;-0.00;0.00} to {trainTest.Max():0.00;-0.00;0.00}.");
        if (datasets.Count > 0)
            Console.WriteLine($"What is good on one data set is {(Median(datasets) >= 0.8 ? "good" : Median(datasets) >= 0.4 ? "partly good" : "hardly good")} on another: median {Median(datasets):0.00;-0.00;0.00}, from {datasets.Min():0.00;-0.00;0.00} to {datasets.Max():0.00;-0.00;0.00}.");
    }

    private IEnumerable<double> Values(int metric) => profiles.Select(profile => profile.Values[metric]);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>A percentage on one line of standard error, where a person waits.</summary>
sealed class ProgressLine(string what) : IProgress<double>
{
    private readonly Lock gate = new();

    public void Report(double value)
    {
        lock (gate)
            Console.Error.Write(value < 1 ? $"\r{what} {value:P0} " : "\r" + new string(' ', what.Length + 8) + "\r");
    }
}
