using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Embeddings;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks;

/// <summary>What comes after the embedding in 128 coordinates: principal components, the quality of a map and its surface.</summary>
[MemoryDiagnoser]
public class MapBenchmarks
{
    private const int Width = 128;

    private Embedding? original;
    private Embedding? map;

    [Params(1_000, 10_000, 100_000)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var space = MixedGrid.Space(Cells);
        Landscape landscape = Landscape.Create(space, NoisyFitness.Of(space, 1));
        original = new Embedding(landscape, Width, RandomValues.Of(landscape.Count * Width, 2));
        map = Components();

        double[][] points = [.. Enumerable.Range(0, map.Count).Select(row => map[row].ToArray())];
        double[][] origin = [.. Enumerable.Range(0, map.Count).Select(row => original[row].ToArray())];
        int[] few = [0, map.Count / 2];
        EmbeddingScores scores = new EmbeddingQuality().Measure(map, original, few, few, [(0, 1), (1, 2)]);
        Agreement.RequireNear("Trustworthiness", ReferenceEmbeddingQuality.Trustworthiness(origin, points, few, 15), scores.Trustworthiness);
        Agreement.RequireNear("Continuity", ReferenceEmbeddingQuality.Trustworthiness(points, origin, few, 15), scores.Continuity);
        Agreement.RequireNear("Graph trust", ReferenceEmbeddingQuality.GraphTrust(landscape.Graph.Distance, points, few, 15), scores.GraphTrust);

        Surface plane = Surface.Of(map, [.. points.Select(point => 1 + point[0] - (2 * point[1]))]);
        Agreement.RequireNear("Surface", 1 + plane.X[50] - (2 * plane.Y[40]), plane[40, 50]);
        Agreement.RequireNear("Explained variance", 1, Pca.ExplainedVariance(original).Sum());
    }

    [Benchmark]
    public Embedding Components() => new Pca().Reduce(original!);

    [Benchmark]
    public EmbeddingScores Quality() => new EmbeddingQuality().Measure(map!, original);

    [Benchmark]
    public EmbeddingScores QualityOfMapAlone() => new EmbeddingQuality().Measure(map!);

    [Benchmark]
    public Surface Triangulated() => Surface.Of(map!);
}
