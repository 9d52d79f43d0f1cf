using System.Diagnostics;
using System.Globalization;

namespace HyperLandscape.Benchmarks;

/// <summary>The main figures in a minute: best of three, each beside what it is compared with, in one run.</summary>
internal static class QuickReport
{
    private static readonly int[] Sizes = [100_000, 1_000_000, 10_000_000];

    public static void Print()
    {
        Write($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, best of three");
        LargeGrids();
        Plain();
        PaperScale();
    }

    private static void LargeGrids()
    {
        Write($"");
        Write($"| configurations | threads | dot products, ms | complete grid, ms | ratio | ns each | 30 % tied, ms | 60 % sample, ms | each, of complete |");
        Write($"|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (int cells in Sizes)
        {
            foreach (int threads in new[] { 1, 2 })
            {
                var grid = new LargeGridBenchmarks { Cells = cells, Threads = threads };
                grid.Setup();
                double dot = Best(() => grid.Dot());
                double complete = Best(() => grid.Complete());
                double plateaus = Best(() => grid.Plateaus());
                double sample = Best(() => grid.Sample());
                double each = 1e6 * complete / grid.ConfigurationCount;
                double sampleEach = 1e6 * sample / grid.SampledCount;
                Write($"| {grid.ConfigurationCount:N0} | {threads} | {dot:F1} | {complete:F1} | {complete / dot:F1} | {each:F1} | {plateaus:F1} | {sample:F1} | {sampleEach / each:F1} |");
            }
        }
    }

    private static void Plain()
    {
        var profile = new ProfileBenchmarks { Cells = 1_000_000 };
        profile.Setup();
        double plain = Best(() => profile.Plain());
        double library = Best(() => profile.OwnGraph());
        Write($"");
        Write($"| 1,008,000 configurations | plain C#, ms | library, ms | times faster |");
        Write($"|---|--:|--:|--:|");
        Write($"| graph and six metrics | {plain:F0} | {library:F1} | {plain / library:F0} |");
    }

    private static void PaperScale()
    {
        var paper = new PaperScaleBenchmarks();
        paper.Setup();
        double profiles = Best(() => paper.Profiles());
        double similarities = Best(() => paper.Similarities());
        double both = Best(() => paper.Both());
        Write($"");
        Write($"| 1,500 landscapes, 11 million configurations | seconds |");
        Write($"|---|--:|");
        Write($"| six metrics of all | {profiles / 1000:F2} |");
        Write($"| three similarities of all pairs in six families | {similarities / 1000:F2} |");
        Write($"| both | {both / 1000:F2} |");
    }

    /// <summary>Milliseconds of the fastest of three calls, after at least one second of calls in which the code is compiled and compiled again.</summary>
    private static double Best<T>(Func<T> work)
    {
        long warmup = Stopwatch.GetTimestamp();
        do
            work();
        while (Stopwatch.GetElapsedTime(warmup).TotalSeconds < 1);

        double best = double.PositiveInfinity;
        for (int round = 0; round < 3; round++)
        {
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
