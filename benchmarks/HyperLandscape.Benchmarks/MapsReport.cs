using System.Globalization;
using System.Text.Json;
using HyperLandscape.Embeddings;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// The quality of maps of a reference folder's graphs, medians of five seeds, beside umap-learn's (values/quality.json) of
/// the same HOPE vectors, as a markdown table.
/// </summary>
internal static class MapsReport
{
    private const int Seeds = 5;
    private const int Epochs = 500;

    private static readonly (string Name, Func<EmbeddingScores, double> Of)[] Measures =
    [
        ("trust", scores => scores.Trustworthiness), ("knn_recall", scores => scores.NeighborRecall),
        ("graph_trust", scores => scores.GraphTrust), ("graph_recall", scores => scores.GraphRecall),
        ("spearman", scores => scores.RankCorrelation), ("moran", scores => scores.MoranI), ("moran_rank", scores => scores.MoranIOfRanks),
    ];

    public static void Print(string folder)
    {
        using JsonDocument peer = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "values", "quality.json")));
        Console.WriteLine("| graph | minimum distance | way | trust | recall | graph trust | graph recall | Spearman | Moran's I | of ranks |");
        Console.WriteLine("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (string name in EmbeddingReport.Names)
        {
            Landscape landscape = EmbeddingReport.Read(folder, name);
            Embedding hope = landscape.Embed(new Hope());
            Embedding blended = landscape.Embed(new BlendedCoordinates());
            foreach (double minDist in new[] { 1, 0.1 })
            {
                JsonElement theirs = peer.RootElement.GetProperty(string.Create(CultureInfo.InvariantCulture, $"{name}_kc_seed42_md{minDist}"));
                PrintRow(name, minDist, "HOPE 128, umap-learn", measure => theirs.GetProperty(Measures[measure].Name).GetDouble());
                PrintMedians(name, minDist, "HOPE 128", hope, hope);
                PrintMedians(name, minDist, "blended coordinates", blended, hope);
            }
        }
    }

    private static void PrintMedians(string name, double minDist, string way, Embedding points, Embedding original)
    {
        EmbeddingScores[] scores = [.. Enumerable.Range(0, Seeds).Select(seed =>
            new EmbeddingQuality().Measure(points.Reduce(new Umap { MinDist = minDist, Epochs = Epochs, Seed = seed }), original))];
        PrintRow(name, minDist, way, measure => scores.Select(Measures[measure].Of).Order().ElementAt(Seeds / 2));
    }

    private static void PrintRow(string name, double minDist, string way, Func<int, double> value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {minDist} | {way} | {string.Join(" | ", Measures.Select((_, measure) => value(measure).ToString("F3", CultureInfo.InvariantCulture)))} |"));
}
