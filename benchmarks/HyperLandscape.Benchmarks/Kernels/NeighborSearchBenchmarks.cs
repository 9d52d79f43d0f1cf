using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Embeddings;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels;

/// <summary>UMAP's 14 nearest neighbours of HOPE's coordinates, from the landscape's graph and from random trees, against all pairs.</summary>
[MemoryDiagnoser]
public class NeighborSearchBenchmarks
{
    private const int Neighbors = 14;
    private const int Stride = 512; // from one row to the next that is checked against sorting
    private const double Recall = 0.98; // found: 0.999 from the graph, 0.989 from trees

    private Landscape? landscape;
    private PointRows? points;

    [Params(1_536, 14_960)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        landscape = MapGrid.Of(Cells);
        Embedding hope = new Hope().Embed(landscape);
        points = PointRows.Of(hope, PointDistance.Euclidean, new double[hope.Dimensions]);
        double[][] rows = [.. Enumerable.Range(0, hope.Count).Select(row => hope[row].ToArray())];
        var exact = (NeighborTable)AllPairs();
        for (int row = 0; row < Cells; row += Stride)
        {
            int[] nearest = ReferenceEmbeddingQuality.Nearest(rows, row, Neighbors);
            for (int i = 0; i < Neighbors; i++)
                Agreement.RequireNear("Distance", Math.Sqrt(ReferenceEmbeddingQuality.SquaredDistance(rows[row], rows[nearest[i]])), exact.DistancesOf(row)[i], 1e-5);
        }

        RequireRecall(exact, (NeighborTable)FromGraph());
        RequireRecall(exact, (NeighborTable)FromTrees());
    }

    [Benchmark(Baseline = true)]
    public object AllPairs() => NeighborSearch.Exact(points!, points!, Neighbors);

    [Benchmark]
    public object FromGraph() => NeighborSearch.Of(points!, Neighbors, landscape!.Graph, 1);

    [Benchmark]
    public object FromTrees() => NeighborSearch.Of(points!, Neighbors, null, 1);

    /// <summary>Few points are compared in all pairs anyway; of many, nearly all neighbours are found.</summary>
    private void RequireRecall(NeighborTable exact, NeighborTable found)
    {
        if (Cells == 1_536)
            Agreement.RequireEqual<int>("Neighbors", exact.Indices, found.Indices);
        double recall = Enumerable.Range(0, Cells).Average(row => (double)exact.Of(row).ToArray().Intersect(found.Of(row).ToArray()).Count() / Neighbors);
        if (recall < Recall)
            throw new InvalidOperationException($"The search finds {recall:P2} of the nearest neighbors, less than {Recall:P0}.");
    }
}
