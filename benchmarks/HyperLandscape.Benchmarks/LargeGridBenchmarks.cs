using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// The paper's six metrics of 10^5 to 10^7 configurations, from the fitness values on, nothing derived before. The
/// baseline reads the same bytes without any logic. Equality with the reference is required at 10^5, on the same
/// kinds of input; at 10^7 the reference would not fit into memory.
/// </summary>
[MemoryDiagnoser]
public class LargeGridBenchmarks
{
    private const int ReferenceCells = 100_000;

    private double[] fitness = [];
    private double[] rounded = [];
    private ShuffledSample sample = new([], []);
    private NeighborhoodGraph? graph;
    private ParallelOptions options = new();

    [Params(100_000, 1_000_000, 10_000_000)]
    public int Cells { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    public int ConfigurationCount => fitness.Length;

    public int SampledCount => sample.Cells.Length;

    [GlobalSetup]
    public void Setup()
    {
        RequireReference();
        Prepare();
    }

    /// <summary>One dot product per hyperparameter and distance between neighbouring levels: every pair of neighbours is read.</summary>
    [Benchmark(Baseline = true, Description = "Dot products over the same bytes")]
    public double Dot()
    {
        double sum = 0;
        foreach (Axis axis in graph!.Axes!)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                int distance = step * (int)axis.Stride;
                sum += TensorPrimitives.Dot(fitness.AsSpan(distance), fitness.AsSpan(0, fitness.Length - distance));
            }
        }

        return sum;
    }

    [Benchmark(Description = "Complete grid")]
    public LandscapeProfile Complete() => new Landscape(graph!, fitness).Profile(Metric.Paper, options);

    [Benchmark(Description = "Complete grid, 30 % of the pairs tied")]
    public LandscapeProfile Plateaus() => new Landscape(graph!, rounded).Profile(Metric.Paper, options);

    [Benchmark(Description = "60 % sample, from shuffled cells")]
    public LandscapeProfile Sample() => Landscape.Create(graph!.Space, sample.Cells, sample.Fitness).Profile(Metric.Paper, options);

    private void Prepare()
    {
        SearchSpace space = MixedGrid.Space(Cells);
        graph = NeighborhoodGraph.Complete(space);
        fitness = NoisyFitness.Of(space, 1);
        rounded = NoisyFitness.Rounded(fitness);
        sample = ShuffledSample.Of(fitness);
        options = new ParallelOptions { MaxDegreeOfParallelism = Threads };
        double ties = new Landscape(graph, rounded).Measure(new MeanNeutrality { Tolerance = 0 });
        if (ties is < 0.25 or > 0.35)
            throw new InvalidOperationException($"{ties:P0} of the neighbor pairs tie; about 30 % should.");
    }

    private static void RequireReference()
    {
        SearchSpace space = MixedGrid.Space(ReferenceCells);
        double[] fitness = NoisyFitness.Of(space, 1);
        ShuffledSample sample = ShuffledSample.Of(fitness);
        Agreement.RequireReference(Landscape.Create(space, fitness));
        Agreement.RequireReference(Landscape.Create(space, NoisyFitness.Rounded(fitness)));
        Agreement.RequireReference(Landscape.Create(space, sample.Cells, sample.Fitness));
    }
}
