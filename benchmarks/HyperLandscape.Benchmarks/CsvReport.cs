using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Metrics;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// From a table of shuffled rows to the landscape, beside the profile of that landscape. The fitness has the 16 or 17
/// digits that make a double, the levels are short numbers and words. Requires that what is read equals what was written.
/// </summary>
internal static class CsvReport
{
    private static readonly int[] Sizes = [1_000_000, 10_000_000];

    public static void Print()
    {
        Write($"| rows | form | MB | threads | read, s | MB/s of text | profile, s | read : profile |");
        Write($"|--:|---|--:|--:|--:|--:|--:|--:|");
        string folder = Directory.CreateTempSubdirectory("hyperlandscape").FullName;
        try
        {
            foreach (int size in Sizes)
                Print(size, Path.Combine(folder, $"{size}.csv"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(int size, string path)
    {
        SearchSpace space = MixedGrid.Space(size);
        double[] fitness = NoisyFitness.Of(space, 1);
        WriteTable(path, space, fitness);
        string compressed = $"{path}.gz";
        Compress(path, compressed);
        double megabytes = new FileInfo(path).Length / 1e6;
        foreach (int threads in new[] { 1, 2 })
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
            double profile = Best(() => Landscape.Create(space, fitness).Profile(Metric.Paper, options));
            foreach (string file in new[] { path, compressed })
            {
                double read = Best(() => Require(fitness, Workers.With(options, () => Landscape.ReadCsv(file, "fitness"))));
                Write($"| {fitness.Length:N0} | {(file == path ? "plain" : "gzip")} | {new FileInfo(file).Length / 1e6:F0} | {threads} | {read:F2} | {megabytes / read:F0} | {profile:F2} | {read / profile:F1} |");
            }
        }
    }

    private static void WriteTable(string path, SearchSpace space, double[] fitness)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine(string.Join(",", space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.Name).Append("fitness")));
        int[] cells = [.. Enumerable.Range(0, fitness.Length)];
        new Random(1).Shuffle(cells);
        foreach (int cell in cells)
        {
            Configuration configuration = space[cell];
            foreach (Hyperparameter hyperparameter in space.Hyperparameters)
            {
                writer.Write(configuration.Label(hyperparameter.Name));
                writer.Write(',');
            }

            writer.WriteLine(fitness[cell].ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static void Compress(string path, string compressed)
    {
        using FileStream source = File.OpenRead(path);
        using var target = new GZipStream(File.Create(compressed), CompressionLevel.Fastest);
        source.CopyTo(target);
    }

    private static Landscape Require(double[] fitness, Landscape landscape)
    {
        if (!landscape.Fitness.SequenceEqual(fitness))
            throw new InvalidOperationException("The table was read as something else.");
        return landscape;
    }

    /// <summary>Seconds of the faster of two calls after one that compiles the code.</summary>
    private static double Best<T>(Func<T> work)
    {
        work();
        double best = double.PositiveInfinity;
        for (int round = 0; round < 2; round++)
        {
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
