using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The value below which a tenth lies, against sorting.</summary>
[MemoryDiagnoser]
public class SelectionBenchmarks
{
    /// <summary>Several short inputs in turn, or the processor learns by heart how the comparisons of one come out.</summary>
    private double[][] inputs = [];
    private int next;

    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        inputs = [.. Enumerable.Range(1, Math.Max(1, 100_000 / Length)).Select(seed => RandomValues.Of(Length, seed))];
        Agreement.RequireEqual("Smallest", [ReferenceNumerics.Smallest(inputs[0], (Length + 9) / 10)], [Selection.Smallest(inputs[0], (Length + 9) / 10)]);
    }

    [Benchmark(Baseline = true)]
    public double Scalar() => ReferenceNumerics.Smallest(Next(), (Length + 9) / 10);

    [Benchmark]
    public double Library() => Selection.Smallest(Next(), (Length + 9) / 10);

    private double[] Next() => inputs[next++ % inputs.Length];
}
