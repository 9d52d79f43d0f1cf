using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>Mean gains by better neighbours on one thread, against a loop over the neighbours of every vertex.</summary>
[MemoryDiagnoser]
public class MeanGainsBenchmarks
{
    private NeighborhoodGraph? graph;
    private double[] values = [];
    private double[] means = [];

    [Params(1_000, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        graph = NeighborhoodGraph.Complete(MixedGrid.Space(Cells));
        values = NoisyFitness.Of(graph.Space, 1);
        means = new double[values.Length];
        Scalar();
        double[] expected = [.. means];
        Library();
        for (int vertex = 0; vertex < means.Length; vertex++)
        {
            if (!double.IsNaN(expected[vertex]) || !double.IsNaN(means[vertex]))
                Agreement.RequireNear("Mean gain", expected[vertex], means[vertex]);
        }
    }

    [Benchmark(Baseline = true)]
    public void Scalar()
    {
        var buffer = new int[graph!.MaxDegree];
        for (int vertex = 0; vertex < values.Length; vertex++)
        {
            double sum = 0;
            int count = 0;
            foreach (int neighbor in graph.Neighbors(vertex, buffer))
            {
                if (values[vertex] - values[neighbor] > 0)
                {
                    sum += values[vertex] - values[neighbor];
                    count++;
                }
            }

            means[vertex] = sum / count;
        }
    }

    [Benchmark]
    public bool Library() => Workers.With(new ParallelOptions { MaxDegreeOfParallelism = 1 }, () =>
    {
        MeanGains.Fill(graph!, values, 0, leaving: true, means);
        return true;
    });
}
