using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>The 15 nearest neighbours of every point, by sorting, by all distances and by a tree.</summary>
[MemoryDiagnoser]
public class NearestNeighborBenchmarks
{
    private const int Neighbors = 15;

    private double[] points = [];
    private double[][] rows = [];

    [Params(1_536, 6_480)]
    public int Count { get; set; }

    [Params(2, 128)]
    public int Dimensions { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        points = RandomValues.Of(Count * Dimensions, 1);
        rows = [.. points.Chunk(Dimensions)];
        var blocks = (NeighborLists)Blocks();
        var tree = (NeighborLists)Tree();
        for (int row = 0; row < Count; row++)
        {
            Agreement.RequireEqual("Blocks", tree[row], blocks[row]);
            if (row % 16 == 0)
                Agreement.RequireEqual("Tree", ReferenceEmbeddingQuality.Nearest(rows, row, Neighbors), tree[row]);
        }
    }

    /// <summary>For a sixteenth of the points.</summary>
    [Benchmark(Baseline = true)]
    public int[][] SortingOneInSixteen() => [.. Enumerable.Range(0, Count / 16).Select(i => ReferenceEmbeddingQuality.Nearest(rows, 16 * i, Neighbors))];

    [Benchmark]
    public object Blocks() => new PointBlocks(points, Dimensions).Nearest(Neighbors);

    [Benchmark]
    public object Tree() => new KdTree(points, Dimensions).Nearest(Neighbors);
}
