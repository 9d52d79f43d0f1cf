using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Similarity;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// The scale of the paper: 1,500 landscapes of six models, 11 million configurations; six metrics of all and three
/// similarities of all pairs within a model, from the fitness values on.
/// </summary>
[MemoryDiagnoser]
public class PaperScaleBenchmarks
{
    private PaperFamily[] families = [];

    [GlobalSetup]
    public void Setup()
    {
        families = PaperFamily.All();
        foreach (PaperFamily family in families)
            RequireReference(family);
    }

    [Benchmark]
    public LandscapeSetProfile[] Profiles() => [.. families.Select(family => family.ToSet().Profile(Metric.Paper))];

    [Benchmark]
    public SimilarityMatrix[] Similarities() => [.. families.SelectMany(family => Compare(family.ToSet()))];

    [Benchmark]
    public double Both()
    {
        double sum = 0;
        foreach (PaperFamily family in families)
        {
            LandscapeSet set = family.ToSet();
            sum += set.Profile(Metric.Paper).Count;
            sum += Compare(set).Sum(matrix => matrix.MeanOfPairs());
        }

        return sum;
    }

    private static SimilarityMatrix[] Compare(LandscapeSet set) => [.. SimilarityMeasure.Paper.Select(measure => set.Compare(measure))];

    private static void RequireReference(PaperFamily family)
    {
        double[] a = family.Fitness[0];
        double[] b = family.Fitness[1];
        var landscapes = new LandscapeSet(["dataset"], [(new Landscape(family.Graph, a), ["a"]), (new Landscape(family.Graph, b), ["b"])]);
        Agreement.RequireReference(landscapes[0]);
        double[] ranksA = ReferenceSimilarity.Ranks(a, Objective.Minimize);
        double[] ranksB = ReferenceSimilarity.Ranks(b, Objective.Minimize);
        SimilarityMatrix[] matrices = Compare(landscapes);
        Agreement.RequireNear("Spearman", ReferenceSimilarity.Spearman(ranksA, ranksB), matrices[0][0, 1]);
        Agreement.RequireNear("Shake-up", ReferenceSimilarity.ShakeUp(ranksA, ranksB), matrices[1][0, 1]);
        Agreement.RequireNear("Gamma set", ReferenceSimilarity.GammaSet(a, Objective.Minimize, b, Objective.Minimize, (a.Length + 9) / 10), matrices[2][0, 1]);
    }
}
