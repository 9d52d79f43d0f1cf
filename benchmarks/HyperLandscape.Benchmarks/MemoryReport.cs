using System.Globalization;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>The memory that a profile of a complete grid of 10^7 configurations takes beyond its fitness values (Linux only).</summary>
internal static class MemoryReport
{
    public static void Print()
    {
        _ = Create(1_000).Profile(Metric.Paper); // everything is compiled before anything is measured
        Landscape landscape = Create(10_000_000);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, true, true); // gives freed pages back, so that using them again counts
        File.WriteAllText("/proc/self/clear_refs", "5"); // the peak starts anew
        long residentBefore = KibibytesOf("VmRSS") * 1024;
        long allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        _ = landscape.Profile(Metric.Paper);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        long peak = (KibibytesOf("VmHWM") * 1024) - residentBefore;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | {landscape.Count:N0} configurations, beyond the fitness array | bytes per configuration |
            |---|---|
            | allocated | {(double)allocated / landscape.Count:F2} |
            | peak of the resident memory | {(double)peak / landscape.Count:F2} |
            """));
    }

    private static Landscape Create(int cells)
    {
        SearchSpace space = MixedGrid.Space(cells);
        return new Landscape(NeighborhoodGraph.Complete(space), NoisyFitness.Of(space, 1));
    }

    private static long KibibytesOf(string name)
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
