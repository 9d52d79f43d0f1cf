using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The sum behind the shake-up, against the plain loop.</summary>
[MemoryDiagnoser]
public class AbsoluteDifferencesBenchmarks
{
    private double[] a = [];
    private double[] b = [];

    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        a = RandomValues.Of(Length, 1);
        b = RandomValues.Of(Length, 2);
        Agreement.RequireNear("Sum", Scalar(), Library());
    }

    [Benchmark(Baseline = true)]
    public double Scalar() => ReferenceNumerics.SumOfAbsoluteDifferences(a, b);

    [Benchmark]
    public double Library() => AbsoluteDifferences.Sum(a, b);
}
