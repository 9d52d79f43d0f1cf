using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The order of values, against Array.Sort of keys and items.</summary>
[MemoryDiagnoser]
public class SortedOrderBenchmarks
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
        Agreement.RequireEqual<int>("Order", Scalar(inputs[0]), Library(inputs[0]));
    }

    [Benchmark(Baseline = true)]
    public int[] Scalar() => Scalar(Next());

    [Benchmark]
    public int[] Library() => Library(Next());

    private double[] Next() => inputs[next++ % inputs.Length];

    private static int[] Scalar(double[] values)
    {
        double[] keys = [.. values];
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(keys, order);
        return order;
    }

    private static int[] Library(double[] values)
    {
        var order = new int[values.Length];
        RadixSort.SortedOrder(values, order);
        return order;
    }
}
