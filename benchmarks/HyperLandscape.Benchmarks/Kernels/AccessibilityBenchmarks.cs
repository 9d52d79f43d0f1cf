using System.Collections;
using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Metrics;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>What reaches the global optimum, by sets of 64 cells, against a queue of vertices.</summary>
[MemoryDiagnoser]
public class AccessibilityBenchmarks
{
    private Landscape? landscape;

    [Params(1_000, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        landscape = Landscape.Create(MixedGrid.Space(Cells), NoisyFitness.Of(MixedGrid.Space(Cells), 1));
        Agreement.RequireNear("Share", Scalar(), Library());
    }

    [Benchmark(Baseline = true)]
    public double Scalar()
    {
        var reached = new BitArray(landscape!.Count);
        var queue = new Queue<int>();
        queue.Enqueue(landscape.GlobalOptima[0]);
        reached[landscape.GlobalOptima[0]] = true;
        var buffer = new int[landscape.Graph.MaxDegree];
        int count = 0;
        while (queue.TryDequeue(out int vertex))
        {
            count++;
            foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
            {
                if (reached[neighbor] || landscape.Fitness[neighbor] <= landscape.Fitness[vertex])
                    continue;
                reached[neighbor] = true;
                queue.Enqueue(neighbor);
            }
        }

        return (double)count / landscape.Count;
    }

    [Benchmark]
    public double Library() => new GlobalOptimumAccessibility().Measure(landscape!);
}
