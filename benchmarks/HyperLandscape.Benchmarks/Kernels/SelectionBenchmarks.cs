using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The value below which a tenth lies, against sorting.</summary>
[MemoryDiagnoser]
public class SelectionBenchmarks
{
    private double[] values = [];

    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        values = RandomValues.Of(Length, 1);
        Agreement.RequireEqual("Smallest", [Scalar()], [Library()]);
    }

    [Benchmark(Baseline = true)]
    public double Scalar() => ReferenceNumerics.Smallest(values, (Length + 9) / 10);

    [Benchmark]
    public double Library() => Selection.Smallest(values, (Length + 9) / 10);
}
