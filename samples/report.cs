#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape.Plotting/HyperLandscape.Plotting.csproj

// What the landscapes show, as a page to send to a colleague: tables in, one HTML file with pictures and words out.
//   dotnet run samples/report.cs                                  the shipped tables, to samples/out/report.html; and beside
//                                                                 it the pictures of the README, as PNG files
//   dotnet run samples/report.cs -- my.csv val_error              one fitness column of a table of yours
//   dotnet run samples/report.cs -- my.csv "{dataset}_{fidelity}" many columns; cheap fidelities first
//   dotnet run samples/report.cs -- my.csv val_error seed seconds columns to ignore

using System.Globalization;
using HyperLandscape;
using HyperLandscape.Embeddings;
using HyperLandscape.Networks;
using HyperLandscape.Plotting;
using HyperLandscape.Similarity;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
long started = TimeProvider.System.GetTimestamp();
string folder = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
string path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "out")).FullName, "report.html");
try
{
    (ReportPart[] parts, ReportOptions options) = args.Length > 0
        ? ReadOwn(args[0], args.Length > 1 ? args[1] : throw new ArgumentException("Name the fitness column, or a pattern such as \"{dataset}_{fidelity}\", after the table."), args[Math.Min(2, args.Length)..])
        : ReadShipped();
    Report.WriteHtml(parts, path, options, progress: Console.IsErrorRedirected ? null : new ProgressLine("drawing"));
    Console.WriteLine($"A report of {parts.Sum(part => part.Set.Count)} landscapes: {path}");
    Console.WriteLine($"({new FileInfo(path).Length / 1e6:F1} MB, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:F1} s)");
    if (args.Length == 0)
        WritePictures(Path.GetDirectoryName(path)!);
    return 0;
}
catch (Exception error) when (error is ArgumentException or InvalidDataException or IOException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

(ReportPart[], ReportOptions) ReadShipped()
{
    (string Name, string File)[] families =
    [
        ("Decision trees", "own_dt"), ("Support vector machines", "own_svm"), ("Random forests", "own_rf"),
        ("LightGBM", "own_lgbm"), ("XGBoost", "own_xgb"), ("Neural networks", "own_mlp"),
    ];
    ReportPart[] parts = [.. families.Select(family => new ReportPart(family.Name, Shipped(family.File)))];
    return (parts, new ReportOptions
    {
        Title = "Loss landscapes of six model families",
        Source = "Real training runs on complete grids of hyperparameters: cross-validated training and test errors and log losses at several fidelities. The tables are shipped with HyperLandscape, in samples/data.",
    });
}

LandscapeSet Shipped(string file) => LandscapeSet.ReadCsv(Path.Combine(folder, "data", file + ".csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}");

void WritePictures(string target)
{
    LandscapeSet networks = Shipped("own_mlp");
    Landscape[] epochs = [.. ((string[])["ep1", "ep9", "ep27"]).Select(fidelity => networks["test", "err", "digits", fidelity])];
    new MapPanels(new JointMap { Embedder = new BlendedCoordinates() }.Embed(epochs), ["1 epoch", "9 epochs", "27 epochs"]).SavePng(Path.Combine(target, "maps.png"), 1000, 420);
    LandscapeSet boosting = Shipped("own_xgb");
    string[] rounds = ["it10", "it30", "it100"];
    Landscape[] landscapes = [.. rounds.Select(fidelity => boosting["test", "err", "pima", fidelity])];
    new FidelityScatter(landscapes[0], landscapes[2]) { LowName = "10 boosting rounds", FullName = "100 rounds" }.SavePng(Path.Combine(target, "fidelities.png"), 600, 520);
    new SimilarityHeatMap(Shipped("own_dt").Where("split", "test").Compare(new SpearmanCorrelation())).SavePng(Path.Combine(target, "likeness.png"), 760, 620);
    new NetworkDrawing(landscapes[2].Connect(new EscapeEdges())).SavePng(Path.Combine(target, "network.png"), 600, 520);
    foreach (string file in Directory.EnumerateFiles(target, "*.png").Order(StringComparer.Ordinal))
        Console.WriteLine($"{file} ({new FileInfo(file).Length / 1000} kB)");
}

static (ReportPart[], ReportOptions) ReadOwn(string table, string fitness, string[] ignore)
{
    LandscapeSet set = fitness.Contains('{', StringComparison.Ordinal)
        ? LandscapeSet.ReadCsv(table, fitness, ignore: ignore)
        : new LandscapeSet(["fitness"], [(Landscape.ReadCsv(table, fitness, ignore: ignore), [fitness])]);
    string name = Path.GetFileName(table);
    return ([new ReportPart(name, set)], new ReportOptions { Title = $"Fitness landscapes of {name}", Source = $"Read from {name}, fitness {fitness}." });
}

/// <summary>A percentage on one line of standard error, where a person waits.</summary>
sealed class ProgressLine(string what) : IProgress<double>
{
    public void Report(double value) => Console.Error.Write(value < 1 ? $"\r{what} {value:P0} " : "\r" + new string(' ', what.Length + 8) + "\r");
}
