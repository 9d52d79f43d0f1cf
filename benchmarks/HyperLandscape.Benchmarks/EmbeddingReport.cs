using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json;
using HyperLandscape.Embeddings;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// HOPE and UMAP on graphs of a reference folder (data/meta.json, data/NAME_nodes.csv.gz, values/sv_NAME_KIND.csv and
/// values/pairdist_NAME_KIND.csv): errors, CPU-seconds of all threads once compiled, and quality, as markdown tables.
/// </summary>
internal static class EmbeddingReport
{
    public static readonly string[] Names = ["hp1536", "hp6480", "hp14960", "hp62208"];

    private static readonly (string Kind, Proximity Proximity)[] Kinds =
        [("kc64", new CommonNeighbors()), ("katz001", new Katz { Beta = 0.01 }), ("katzhalf", new Katz())];

    public static void Print(string folder)
    {
        Console.WriteLine("| HOPE 128 of | proximity | CPU, s | wall, s | singular values | residual | row distances |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
        foreach (string name in Names)
        {
            Landscape landscape = Read(folder, name);
            foreach ((string kind, Proximity proximity) in Kinds)
                PrintHope(folder, name, kind, landscape, new Hope { Proximity = proximity });
        }

        Console.WriteLine("\n| UMAP of | minimum distance | CPU, s | wall, s | trust | recall | graph trust | graph recall | Spearman | Moran's I | of ranks |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (string name in Names)
        {
            Embedding hope = new Hope().Embed(Read(folder, name));
            foreach (double minDist in new[] { 1, 0.1 })
                PrintMap(name, hope, new Umap { MinDist = minDist, Epochs = 500, Seed = 42 });
        }
    }

    private static void PrintHope(string folder, string name, string kind, Landscape landscape, Hope hope)
    {
        HopeDecomposition decomposition = hope.Decompose(landscape);
        (Embedding embedding, double cpu, double wall) = Timed(() => hope.Embed(landscape));
        double[] reference = [.. Lines(folder, $"sv_{name}_{kind}.csv").Select(line => Number(line[^1]))];
        double values = decomposition.SingularValues.ToArray().Zip(reference, (a, b) => Math.Abs(a - b)).Max() / reference[0];
        double distances = 0;
        foreach (string[] line in Lines(folder, $"pairdist_{name}_{kind}.csv"))
        {
            double expected = Number(line[2]);
            double difference = Math.Abs(TensorPrimitives.Distance(embedding[(int)Number(line[0])], embedding[(int)Number(line[1])]) - expected);
            distances = Math.Max(distances, expected > 0 ? difference / expected : difference);
        }

        PrintRow($"| {name} | {kind} | {cpu:F2} | {wall:F2} | {values:E1} | {decomposition.Residual:E1} | {distances:E1} |");
    }

    private static void PrintMap(string name, Embedding hope, Umap umap)
    {
        umap.Reduce(hope);
        (Embedding map, double cpu, double wall) = Timed(() => umap.Reduce(hope));
        EmbeddingScores scores = new EmbeddingQuality().Measure(map, hope);
        PrintRow($"| {name} | {umap.MinDist} | {cpu:F2} | {wall:F2} | {scores.Trustworthiness:F3} | {scores.NeighborRecall:F3} | {scores.GraphTrust:F3} | {scores.GraphRecall:F3} | {scores.RankCorrelation:F3} | {scores.MoranI:F3} | {scores.MoranIOfRanks:F3} |");
    }

    private static (Embedding Result, double Cpu, double Wall) Timed(Func<Embedding> work)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        Embedding result = work();
        return (result, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, watch.Elapsed.TotalSeconds);
    }

    private static void PrintRow(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, "values", file)).Skip(1).Select(line => line.Split(','));

    public static Landscape Read(string folder, string name)
    {
        using JsonDocument meta = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "data", "meta.json")));
        string[] categorical = [.. meta.RootElement.GetProperty(name).GetProperty("dims").EnumerateArray()
            .Where(dimension => dimension.GetProperty("kind").GetString() == "cat")
            .Select(dimension => dimension.GetProperty("name").GetString()!)];
        return Landscape.ReadCsv(Path.Combine(folder, "data", $"{name}_nodes.csv.gz"), "loss", ignore: ["id"], options: new CsvOptions { Categorical = categorical });
    }
}
