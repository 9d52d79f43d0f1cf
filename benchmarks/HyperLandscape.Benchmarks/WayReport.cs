using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using HyperLandscape.Embeddings;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// The whole way from one landscape of a reference folder to its map as the paper draws it: time by threads, whether the
/// bits are the same, peak memory of the process (Linux only; one landscape per process), and how well new points land.
/// </summary>
internal static class WayReport
{
    private const int Neighbors = 15;
    private const int Queries = 1_000;
    private const int Repeats = 3;

    private static readonly Umap Umap = new() { MinDist = 1, Epochs = 500, Seed = 42 };

    public static void Print(string folder, string name)
    {
        Landscape landscape = EmbeddingReport.Read(folder, name);
        landscape.Embed(new Hope().Then(Umap)); // everything is compiled before anything is measured
        long peak = File.ReadLines("/proc/self/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).Single();
        Embedding hope = landscape.Embed(new Hope());
        Embedding[] maps = [.. new[] { 1, 2, 8 }.Select(threads => landscape.Embed(new Hope().Then(Umap), Threads(threads)))];
        bool same = maps.All(map => map.Coordinates.SequenceEqual(maps[0].Coordinates));
        (double cpu, double wall) = Fastest(() => landscape.Embed(new Hope().Then(Umap)));
        (_, double one) = Fastest(() => hope.Reduce(Umap, Threads(1)));
        (_, double two) = Fastest(() => hope.Reduce(Umap, Threads(2)));
        (double fitted, double held) = Recalls(hope);
        PrintRow($"| {name} | {cpu:F2} | {wall:F2} | {one:F2} | {two:F2} | {one / two:F2} | {(same ? "yes" : "no")} | {peak / 1024} | {fitted:F3} | {held:F3} |");
    }

    public static void PrintHead() => Console.WriteLine("""
        | graph | whole way, CPU s | wall s | UMAP, one thread, s | two, s | ratio | same bits | peak memory, MiB | recall of fitted points | of new points |
        |---|--:|--:|--:|--:|--:|---|--:|--:|--:|
        """);

    private static ParallelOptions Threads(int threads) => new() { MaxDegreeOfParallelism = threads };

    private static (double Cpu, double Wall) Fastest(Action work)
    {
        (double Cpu, double Wall) fastest = (double.PositiveInfinity, double.PositiveInfinity);
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            work();
            double wall = watch.Elapsed.TotalSeconds;
            double cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            fastest = (Math.Min(fastest.Cpu, cpu), Math.Min(fastest.Wall, wall));
        }

        return fastest;
    }

    /// <summary>Every tenth row is held out; the neighbours of both kinds are sought among the fitted rows.</summary>
    private static (double Fitted, double New) Recalls(Embedding points)
    {
        int[] order = [.. Enumerable.Range(0, points.Count)];
        new Random(1).Shuffle(order);
        int tenth = points.Count / 10;
        Embedding held = Rows(points, order[..tenth]);
        Embedding fitted = Rows(points, order[tenth..]);
        Embedding map = fitted.Reduce(Umap);
        Embedding placed = Umap.Transform(fitted, map, held);
        return (Recall(fitted, map, fitted, map, skipItself: true), Recall(held, placed, fitted, map, skipItself: false));
    }

    private static Embedding Rows(Embedding points, int[] rows) => new(points.Dimensions, [.. rows.SelectMany(row => points[row].ToArray())]);

    private static double Recall(Embedding points, Embedding places, Embedding fitted, Embedding map, bool skipItself)
    {
        int queries = Math.Min(Queries, points.Count);
        var hits = new int[queries];
        Parallel.For(0, queries, query =>
        {
            int itself = skipItself ? query : -1;
            hits[query] = Nearest(points[query], fitted, itself).Intersect(Nearest(places[query], map, itself)).Count();
        });
        return hits.Sum() / (double)(queries * Neighbors);
    }

    private static int[] Nearest(ReadOnlySpan<double> point, Embedding among, int itself)
    {
        var distances = new double[among.Count];
        for (int row = 0; row < among.Count; row++)
            distances[row] = row == itself ? double.PositiveInfinity : TensorPrimitives.Distance(point, among[row]);
        int[] rows = [.. Enumerable.Range(0, among.Count)];
        Array.Sort(distances, rows);
        return rows[..Neighbors];
    }

    private static void PrintRow(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
