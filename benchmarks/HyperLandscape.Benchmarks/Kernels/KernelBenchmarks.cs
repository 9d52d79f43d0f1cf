using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Kernels.Pairs;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>Every kernel without a class of its own, against plain loops.</summary>
public class KernelBenchmarks
{
    private static readonly Dictionary<string, Func<int, KernelPair>> Pairs = new(StringComparer.Ordinal)
    {
        ["sums over neighbors"] = GraphPairs.NeighborSums,
        ["components of ties"] = GraphPairs.NeutralComponents,
        ["distances to many cells"] = GraphPairs.Distances,
        ["degrees"] = GraphPairs.Degrees,
        ["main effects"] = GraphPairs.MainEffects,
        ["reached optima"] = GraphPairs.Reached,
        ["blocked sum"] = NumberPairs.BlockedSum,
        ["counts of bits"] = NumberPairs.BitCounts,
        ["powers"] = NumberPairs.Power,
        ["distances of points"] = NumberPairs.PointRows,
        ["Walsh-Hadamard transform"] = NumberPairs.WalshHadamard,
        ["checksum"] = NumberPairs.Checksum,
        ["products of panels"] = PanelPairs.Products,
        ["solution over arcs"] = PanelPairs.Solution,
        ["rows of fields"] = TablePairs.Rows,
        ["rows of fields, one by one"] = TablePairs.SingleRows,
        ["decimal numbers"] = TablePairs.Numbers,
        ["spellings"] = TablePairs.Spellings,
        ["longer spellings"] = TablePairs.LongSpellings,
    };

    private KernelPair pair = new(() => { }, () => { });

    public static IEnumerable<string> Kernels => Pairs.Keys;

    [ParamsSource(nameof(Kernels))]
    public string Kernel { get; set; } = "";

    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup() => pair = Pairs[Kernel](Length);

    [Benchmark(Baseline = true)]
    public void Scalar() => pair.Scalar();

    [Benchmark]
    public void Library() => pair.Library();
}
