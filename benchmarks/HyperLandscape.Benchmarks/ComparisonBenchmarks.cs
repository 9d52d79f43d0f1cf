using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Reference;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>The paper's three similarities of two landscapes, from the fitness values on, ranks included.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private double[] a = [];
    private double[] b = [];
    private NeighborhoodGraph? graph;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        SearchSpace space = MixedGrid.Space(Cells);
        graph = NeighborhoodGraph.Complete(space);
        a = NoisyFitness.Of(space, 1);
        b = NoisyFitness.Rounded(NoisyFitness.Of(space, 2));
        double[] expected = Reference();
        double[] actual = Library();
        for (int i = 0; i < expected.Length; i++)
            Agreement.RequireNear(SimilarityMeasure.Paper[i].Name, expected[i], actual[i]);
    }

    [Benchmark(Baseline = true)]
    public double[] Reference()
    {
        double[] ranksA = ReferenceSimilarity.Ranks(a, Objective.Minimize);
        double[] ranksB = ReferenceSimilarity.Ranks(b, Objective.Minimize);
        int tenth = (a.Length + 9) / 10;
        return
        [
            ReferenceSimilarity.Spearman(ranksA, ranksB),
            ReferenceSimilarity.ShakeUp(ranksA, ranksB),
            ReferenceSimilarity.GammaSet(a, Objective.Minimize, b, Objective.Minimize, tenth),
        ];
    }

    [Benchmark]
    public double[] Library()
    {
        var landscapeA = new Landscape(graph!, a);
        var landscapeB = new Landscape(graph!, b);
        return [.. SimilarityMeasure.Paper.Select(measure => landscapeA.Compare(landscapeB, measure))];
    }
}
