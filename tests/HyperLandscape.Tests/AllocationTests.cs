using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests;

/// <summary>
/// Nothing is allocated per edge, per step of a walk or per pair of landscapes: what is allocated grows with the
/// arrays per configuration, of known size, and by nothing else. On one thread, so that all of it is counted.
/// </summary>
public sealed class AllocationTests
{
    private static readonly ParallelOptions Alone = new() { MaxDegreeOfParallelism = 1 };

    /// <summary>Best neighbour, basin (4 bytes each) and neutral degree (2); a configuration has 5 edges here, an object takes 24 bytes.</summary>
    [Fact]
    public void Profiles_of_grids_take_ten_bytes_per_configuration() =>
        RequireGrowth(Complete("o40 o10 c4 o5 b"), Complete("o80 o10 c4 o5 b"), landscape => landscape.Profile(Metric.Paper, Alone), 10.5);

    /// <summary>In addition the components of ties (4), and 16 per plateau.</summary>
    [Fact]
    public void Profiles_with_plateaus_take_few_bytes_more() =>
        RequireGrowth(Tied("o40 o10 c4 o5 b"), Tied("o80 o10 c4 o5 b"), landscape => landscape.Profile(Metric.Paper, Alone), 26);

    /// <summary>Twice as many neighbours: not a byte per edge.</summary>
    [Fact]
    public void More_edges_take_no_more()
    {
        long few = Allocated(Complete("o16 o16 o16"), landscape => landscape.Profile(Metric.Paper, Alone));
        long many = Allocated(Complete("c16 c16 c16"), landscape => landscape.Profile(Metric.Paper, Alone));
        Assert.InRange(many - few, -20_000, 20_000); // 80,000 edges more
    }

    /// <summary>Spearman, gamma-set and the third of the paper from facts that are known: a constant for a pair, whatever its size.</summary>
    [Fact]
    public void Pairs_of_known_facts_take_no_array()
    {
        long small = Pair("o40 o10 c4 o5 b");
        long large = Pair("o160 o10 c4 o5 b");
        Assert.InRange(large - small, 0, 32_000); // one bit per configuration of two sets; an array of doubles would take 384,000
    }

    /// <summary>64 walks share one array of as many doubles as a walk has steps.</summary>
    [Fact]
    public void Longer_walks_take_one_longer_array()
    {
        Func<Landscape> make = Complete("o40 o10 c4 o5 b");
        long few = Allocated(make, landscape => landscape.Profile([new WalkAutocorrelation { Walks = 64, Length = 100 }], Alone));
        long many = Allocated(make, landscape => landscape.Profile([new WalkAutocorrelation { Walks = 64, Length = 2_100 }], Alone));
        Assert.InRange(many - few, 2_000 * sizeof(double), (2_000 * sizeof(double)) + 2_000); // 128,000 steps more
    }

    private static long Pair(string layout)
    {
        Landscape a = Complete(layout)();
        Landscape b = Tied(layout)();
        Compare(a, b);
        return Allocated(() => a, given => Compare(given, b));
    }

    private static double Compare(Landscape a, Landscape b) => SimilarityMeasure.Paper.Sum(measure => a.Compare(b, measure));

    private static void RequireGrowth(Func<Landscape> small, Func<Landscape> large, Func<Landscape, object> work, double most)
    {
        double bytes = Allocated(large, work) - Allocated(small, work);
        Assert.InRange(bytes / (large().Count - small().Count), 0, most);
    }

    /// <summary>
    /// Bytes of the work on a landscape of its own, once everything is compiled and buffers are rented. The least of three:
    /// when the collector runs, for whatever test, the pool gives buffers up and they are made anew.
    /// </summary>
    private static long Allocated<T>(Func<Landscape> make, Func<Landscape, T> work)
    {
        work(make());
        long least = long.MaxValue;
        for (int round = 0; round < 3; round++)
        {
            Landscape landscape = make();
            long before = GC.GetAllocatedBytesForCurrentThread();
            work(landscape);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static Func<Landscape> Complete(string layout) => Make(layout, i => ((i * 7919L) % 100_003) / 1e5);

    private static Func<Landscape> Tied(string layout) => Make(layout, i => (i * 7919L) % 100_003 % 5);

    private static Func<Landscape> Make(string layout, Func<int, double> value)
    {
        SearchSpace space = Grids.Of(layout);
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(space);
        double[] fitness = [.. Enumerable.Range(0, (int)space.CellCount).Select(value)];
        return () => new Landscape(graph, fitness);
    }
}
