using BenchmarkDotNet.Attributes;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Embeddings;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks;

/// <summary>The surface over maps of a landscape of 62,208 configurations.</summary>
[MemoryDiagnoser]
public class SurfaceBenchmarks
{
    private const double Tolerance = 1e-9;

    private Embedding? map;

    /// <summary>How HOPE's coordinates become two.</summary>
    [Params("principal components", "UMAP")]
    public string Way { get; set; } = "";

    /// <summary>A plane is drawn exactly, and there are as many triangles as Euler's formula asks for.</summary>
    [GlobalSetup]
    public void Setup()
    {
        map = new Hope().Embed(MapGrid.Of(62_208)).Reduce(Way == "UMAP" ? new Umap { MinDist = 1 } : new Pca());
        Surface plane = Surface.Of(map, [.. Enumerable.Range(0, map.Count).Select(row => 1 + map[row][0] - (2 * map[row][1]))]);
        int drawn = 0;
        for (int row = 0; row < plane.Y.Length; row++)
        {
            for (int column = 0; column < plane.X.Length; column++)
            {
                if (double.IsNaN(plane[row, column]))
                    continue;
                Agreement.RequireNear("Plane", 1 + plane.X[column] - (2 * plane.Y[row]), plane[row, column], Tolerance);
                drawn++;
            }
        }

        if (drawn < plane.X.Length * plane.Y.Length / 4)
            throw new InvalidOperationException($"Only {drawn} places are inside the hull.");
        (double X, double Y)[] points = [.. Enumerable.Range(0, map.Count).Select(row => (map[row][0], map[row][1])).Distinct()];
        Agreement.RequireEqual("Triangles", [(2 * points.Length) - 2 - ReferencePlane.Hull(points).Length], [plane.Triangles.Length]);
    }

    [Benchmark]
    public Surface OfRanks() => Surface.Of(map!);
}
