using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>Sets of the best values and how many two share, against arrays of booleans.</summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class BitSetBenchmarks
{
    private const double Limit = -0.4;

    private double[] values = [];
    private bool[] scalarA = [];
    private bool[] scalarB = [];
    private BitSet a;
    private BitSet b;

    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        values = RandomValues.Of(Length, 1);
        double[] others = RandomValues.Of(Length, 2);
        scalarA = ReferenceNumerics.NotAbove(values, Limit);
        scalarB = ReferenceNumerics.NotAbove(others, Limit);
        a = BitSet.NotAbove(values, Limit);
        b = BitSet.NotAbove(others, Limit);
        Agreement.RequireEqual("Count", [scalarA.Count(isMember => isMember)], [a.Count]);
        Agreement.RequireEqual("Common members", [ScalarCount()], [Count()]);
    }

    [Benchmark(Baseline = true, Description = "Scalar")]
    [BenchmarkCategory("Make")]
    public int ScalarMake() => ReferenceNumerics.NotAbove(values, Limit).Length;

    [Benchmark(Description = "Library")]
    [BenchmarkCategory("Make")]
    public int Make() => BitSet.NotAbove(values, Limit).Count;

    [Benchmark(Baseline = true, Description = "Scalar")]
    [BenchmarkCategory("Count common")]
    public int ScalarCount() => ReferenceNumerics.CountCommon(scalarA, scalarB);

    [Benchmark(Description = "Library")]
    [BenchmarkCategory("Count common")]
    public int Count() => a.CountCommon(b);
}
