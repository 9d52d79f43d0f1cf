using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>Ranks of values with ties, against Array.Sort and a loop over equal values.</summary>
[MemoryDiagnoser]
public class RankingBenchmarks
{
    private double[] values = [];

    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        values = [.. RandomValues.Of(Length, 1).Select(value => Math.Round(value, 4))];
        Agreement.RequireEqual<double>("Ranks", ReferenceStatistics.AverageRanks(values), Library());
        Agreement.RequireEqual<double>("Ranks", Scalar(), Library());
    }

    [Benchmark(Baseline = true)]
    public double[] Scalar()
    {
        double[] keys = [.. values];
        int[] order = [.. Enumerable.Range(0, Length)];
        Array.Sort(keys, order);
        var ranks = new double[Length];
        for (int start = 0, end = 0; start < Length; start = end)
        {
            while (end < Length && keys[end] == keys[start])
                end++;
            for (int i = start; i < end; i++)
                ranks[order[i]] = (start + 1 + end) / 2.0;
        }

        return ranks;
    }

    [Benchmark]
    public double[] Library() => Ranking.Of(values);
}
