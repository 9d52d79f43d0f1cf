using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>Ranks of values with ties, against Array.Sort and a loop over equal values.</summary>
[MemoryDiagnoser]
public class RankingBenchmarks
{
    /// <summary>Several short inputs in turn, or the processor learns by heart how the comparisons of one come out.</summary>
    private double[][] inputs = [];
    private int next;

    [Params(17, 1_000, 65_537, 1_000_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        inputs = [.. Enumerable.Range(1, Math.Max(1, 100_000 / Length)).Select(seed => (double[])[.. RandomValues.Of(Length, seed).Select(value => Math.Round(value, 4))])];
        Agreement.RequireEqual<double>("Ranks", ReferenceStatistics.AverageRanks(inputs[0]), Ranking.Of(inputs[0]));
        Agreement.RequireEqual<double>("Ranks", Scalar(inputs[0]), Ranking.Of(inputs[0]));
    }

    [Benchmark(Baseline = true)]
    public double[] Scalar() => Scalar(Next());

    [Benchmark]
    public double[] Library() => Ranking.Of(Next());

    private double[] Next() => inputs[next++ % inputs.Length];

    private static double[] Scalar(double[] values)
    {
        double[] keys = [.. values];
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(keys, order);
        var ranks = new double[values.Length];
        for (int start = 0, end = 0; start < values.Length; start = end)
        {
            while (end < values.Length && keys[end] == keys[start])
                end++;
            for (int i = start; i < end; i++)
                ranks[order[i]] = (start + 1 + end) / 2.0;
        }

        return ranks;
    }
}
