using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>Sums over better neighbours on one thread, against a loop over the neighbours of every vertex.</summary>
[MemoryDiagnoser]
public class GainSumsBenchmarks
{
    private NeighborhoodGraph? graph;
    private double[] values = [];
    private double[] sums = [];
    private double[] counts = [];

    [Params(1_000, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        graph = NeighborhoodGraph.Complete(MixedGrid.Space(Cells));
        values = NoisyFitness.Of(graph.Space, 1);
        sums = new double[values.Length];
        counts = new double[values.Length];
        Scalar();
        (double[] expectedSums, double[] expectedCounts) = ([.. sums], [.. counts]);
        Library();
        Agreement.RequireEqual<double>("Counts", expectedCounts, counts);
        for (int vertex = 0; vertex < sums.Length; vertex++)
            Agreement.RequireNear("Sums", expectedSums[vertex], sums[vertex]);
    }

    [Benchmark(Baseline = true)]
    public void Scalar()
    {
        var buffer = new int[graph!.MaxDegree];
        for (int vertex = 0; vertex < values.Length; vertex++)
        {
            sums[vertex] = 0;
            counts[vertex] = 0;
            foreach (int neighbor in graph.Neighbors(vertex, buffer))
            {
                if (values[vertex] - values[neighbor] > 0)
                {
                    sums[vertex] += values[vertex] - values[neighbor];
                    counts[vertex]++;
                }
            }
        }
    }

    [Benchmark]
    public bool Library() => Workers.With(new ParallelOptions { MaxDegreeOfParallelism = 1 }, () =>
    {
        sums.AsSpan().Clear();
        counts.AsSpan().Clear();
        GainSums.Fill(graph!, values, 0, sums, counts);
        return true;
    });
}
