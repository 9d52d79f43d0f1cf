using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The order of values, against Array.Sort of keys and items.</summary>
[MemoryDiagnoser]
public class SortedOrderBenchmarks
{
    private double[] values = [];

    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        values = RandomValues.Of(Length, 1);
        Agreement.RequireEqual<int>("Order", Scalar(), Library());
    }

    [Benchmark(Baseline = true)]
    public int[] Scalar()
    {
        double[] keys = [.. values];
        int[] order = [.. Enumerable.Range(0, Length)];
        Array.Sort(keys, order);
        return order;
    }

    [Benchmark]
    public int[] Library()
    {
        var order = new int[Length];
        RadixSort.SortedOrder(values, order);
        return order;
    }
}
