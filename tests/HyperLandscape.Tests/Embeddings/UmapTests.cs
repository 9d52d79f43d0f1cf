using System.Numerics.Tensors;
using HyperLandscape.Embeddings;
using HyperLandscape.Problems;

namespace HyperLandscape.Tests.Embeddings;

public sealed class UmapTests
{
    private static readonly Umap Quick = new() { Epochs = 100, Seed = 3 };

    /// <summary>The values that umap-learn's documentation and its users know for these distances.</summary>
    [Theory]
    [InlineData(0.1, 1.576943, 0.895061)]
    [InlineData(0.5, 0.583030, 1.334167)]
    [InlineData(1.0, 0.11497568, 1.92923715)]
    public void The_curve_is_that_of_the_reference(double minDist, double a, double b)
    {
        UmapCurve curve = UmapCurve.Fit(minDist, 1);
        Assert.Equal(a, curve.A, 2e-5);
        Assert.Equal(b, curve.B, 2e-5);
    }

    [Fact]
    public void Clusters_stay_apart_and_together()
    {
        Embedding points = Clusters(3, 60, out int[] cluster);
        foreach (int seed in new[] { 0, 1, 2 })
        {
            Embedding map = new Umap { Epochs = 200, Seed = seed }.Reduce(points);
            for (int i = 0; i < map.Count; i++)
                Assert.Equal(cluster[i], cluster[Nearest(map, i)]);
            Assert.InRange(new EmbeddingQuality().Measure(map, points).Trustworthiness, 0.95, 1);
        }
    }

    /// <summary>A sheet rolled up: neighbours on the sheet are neighbours on the map.</summary>
    [Fact]
    public void A_swiss_roll_is_unrolled()
    {
        var random = new Random(5);
        var rolled = new double[3 * 800];
        for (int i = 0; i < 800; i++)
        {
            double angle = 1.5 * Math.PI * (1 + (2 * random.NextDouble()));
            (rolled[3 * i], rolled[(3 * i) + 1], rolled[(3 * i) + 2]) = (angle * Math.Cos(angle), 20 * random.NextDouble(), angle * Math.Sin(angle));
        }

        var points = new Embedding(3, rolled);
        foreach (int seed in new[] { 0, 1, 2 })
        {
            EmbeddingScores scores = new EmbeddingQuality().Measure(new Umap { Seed = seed }.Reduce(points), points);
            Assert.InRange(scores.Trustworthiness, 0.98, 1);
            Assert.InRange(scores.Continuity, 0.97, 1);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Threads_do_not_change_a_bit(int dimensions)
    {
        Landscape landscape = new NkModel { Space = Problem.Strings(11, 2), Interactions = 2, Seed = 1 }.Generate();
        IEmbedder embedder = new Hope { Dimensions = 16 }.Then(Quick with { Dimensions = dimensions });
        Embedding one = landscape.Embed(embedder, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        foreach (int threads in new[] { 2, 8 })
            Assert.Equal(one.Coordinates, landscape.Embed(embedder, new ParallelOptions { MaxDegreeOfParallelism = threads }).Coordinates);
        Assert.Equal(dimensions, one.Dimensions);
        Assert.NotEqual(one.Coordinates.ToArray(), landscape.Embed(new Hope { Dimensions = 16 }.Then(Quick with { Dimensions = dimensions, Seed = 4 })).Coordinates.ToArray());
    }

    [Theory]
    [InlineData(PointDistance.Euclidean)]
    [InlineData(PointDistance.Cosine)]
    [InlineData(PointDistance.Manhattan)]
    [InlineData(PointDistance.Hamming)]
    public void Neighbors_are_the_nearest_by_every_distance(PointDistance distance)
    {
        Embedding points = Clusters(4, 30, out _);
        if (distance == PointDistance.Hamming)
            points = new Embedding(points.Dimensions, [.. points.Coordinates.ToArray().Select(value => Math.Round(value))]);
        using PointRows rows = PointRows.Of(points, distance, new double[points.Dimensions]);
        NeighborTable found = NeighborSearch.Of(rows, 5, null, 0);
        for (int i = 0; i < points.Count; i++)
        {
            double[] sorted = [.. Enumerable.Range(0, points.Count).Where(j => j != i).Select(j => Between(points[i], points[j], distance)).Order().Take(5)];
            for (int k = 0; k < 5; k++)
                Assert.Equal(sorted[k], found.DistancesOf(i)[k], 1e-4);
        }
    }

    [Fact]
    public void The_grid_distance_is_that_of_the_landscape()
    {
        Landscape landscape = LandscapeTables.Landscape("own_xgb", "test_err_pima_it100");
        using PointRows rows = PointRows.Of(new Embedding(landscape, 1, new double[landscape.Count]), PointDistance.Grid, [0]);
        Embedding grid = new GridCoordinates().Embed(landscape);
        for (int vertex = 0; vertex < landscape.Count; vertex += 7)
        {
            int other = vertex * 31 % landscape.Count;
            Assert.Equal(landscape.Graph.Distance(vertex, other), rows.Raw(vertex, rows, other));
            Assert.Equal(landscape.Graph.Distance(vertex, other), Math.Pow(TensorPrimitives.Distance(grid[vertex], grid[other]), 2), 1e-9);
        }
    }

    /// <summary>Descent, from the graph and from random trees, against all pairs.</summary>
    [Fact]
    public void Descent_finds_the_neighbors_of_many_points()
    {
        Landscape landscape = new NkModel { Space = Problem.Strings(13, 2), Interactions = 2, Seed = 1 }.Generate();
        Embedding points = new Hope { Dimensions = 16 }.Embed(landscape);
        using PointRows rows = PointRows.Of(points, PointDistance.Euclidean, new double[16]);
        NeighborTable exact = NeighborSearch.Exact(rows, rows, 14);
        var recalls = new List<double>();
        foreach (NeighborTable found in new[] { NeighborSearch.Of(rows, 14, landscape.Graph, 0), NeighborSearch.Of(rows, 14, null, 0) })
        {
            int hits = Enumerable.Range(0, rows.Count).Sum(point => exact.Of(point).ToArray().Intersect(found.Of(point).ToArray()).Count());
            recalls.Add(hits / 14.0 / rows.Count);
        }

        Assert.All(recalls, recall => Assert.InRange(recall, 0.95, 1));
    }

    [Fact]
    public void New_points_land_among_their_neighbors()
    {
        Embedding points = Clusters(3, 60, out int[] cluster);
        Embedding map = Quick.Reduce(points);
        Embedding again = Quick.Transform(points, map, Clusters(3, 20, out int[] newCluster));
        for (int i = 0; i < again.Count; i++)
        {
            ReadOnlySpan<double> row = again[i];
            int nearest = 0;
            for (int j = 1; j < map.Count; j++)
                nearest = TensorPrimitives.Distance(row, map[j]) < TensorPrimitives.Distance(row, map[nearest]) ? j : nearest;
            Assert.Equal(newCluster[i], cluster[nearest]);
        }
    }

    [Fact]
    public void A_landscape_is_mapped_by_its_own_graph()
    {
        Landscape landscape = LandscapeTables.Landscape("own_xgb", "test_err_pima_it100");
        Embedding map = landscape.Embed(new Umap { Epochs = 200 });
        Assert.Same(landscape, map.Landscape);
        Assert.InRange(new EmbeddingQuality().Measure(map).RankCorrelation, 0.4, 1);
    }

    [Fact]
    public void A_joint_map_has_one_place_per_configuration()
    {
        Landscape[] landscapes = [LandscapeTables.Landscape("own_xgb", "test_err_pima_it10"), LandscapeTables.Landscape("own_xgb", "test_err_pima_it100")];
        var joint = new JointMap { Embedder = new Hope { Dimensions = 16 }, Umap = Quick };
        IReadOnlyList<Embedding> maps = joint.Embed(landscapes);
        Assert.Equal(maps[0].Coordinates, maps[1].Coordinates);
        Assert.Same(landscapes[1], maps[1].Landscape);
        Assert.Throws<ArgumentException>(() => joint.Embed(landscapes[0], LandscapeTables.Landscape("own_svm", "test_err_breast_cancer_frac0.1")));
        Assert.Throws<ArgumentException>(() => joint.Embed());
    }

    [Fact]
    public void The_joint_map_of_a_single_landscape_is_its_own()
    {
        Landscape landscape = LandscapeTables.Landscape("own_xgb", "test_err_pima_it100");
        var hope = new Hope { Dimensions = 16 };
        Assert.Equal(landscape.Embed(hope.Then(Quick)).Coordinates, new JointMap { Embedder = hope, Umap = Quick }.Embed(landscape)[0].Coordinates);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Few_points_have_a_map(int count)
    {
        Embedding map = Quick.Reduce(new Embedding(2, [.. Enumerable.Range(0, 2 * count).Select(i => (double)(i * i))]));
        Assert.Equal(count, map.Count);
    }

    [Fact]
    public void Points_that_coincide_stay_together()
    {
        Embedding points = Clusters(2, 40, out _);
        double[] doubled = [.. points.Coordinates, .. points.Coordinates];
        Embedding map = new Umap { Epochs = 200 }.Reduce(new Embedding(points.Dimensions, doubled));
        double extent = Enumerable.Range(0, map.Count).Max(i => TensorPrimitives.Distance(map[0], map[i]));
        double apart = Enumerable.Range(0, points.Count).Average(i => TensorPrimitives.Distance(map[i], map[points.Count + i]));
        Assert.InRange(apart, 0, 0.1 * extent);
    }

    [Fact]
    public void Nonsense_is_refused_and_cancellation_obeyed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Umap { Neighbors = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Umap { Dimensions = 4 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Umap { MinDist = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Umap { Epochs = 0 });
        Assert.Throws<ArgumentException>(() => new Umap { Distance = PointDistance.Grid }.Reduce(Clusters(2, 10, out _)));
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();
        Embedding points = Clusters(2, 40, out _);
        Assert.Throws<OperationCanceledException>(() => points.Reduce(Quick, new ParallelOptions { CancellationToken = canceled.Token }));
    }

    private static Embedding Clusters(int clusters, int size, out int[] cluster)
    {
        var random = new Random(size);
        cluster = [.. Enumerable.Range(0, clusters * size).Select(i => i / size)];
        var values = new double[clusters * size * 6];
        for (int i = 0; i < values.Length; i++)
            values[i] = random.NextDouble() + (i % 6 == i / 6 / size ? 12 : 0);
        return new Embedding(6, values);
    }

    private static int Nearest(Embedding map, int row)
    {
        int nearest = row == 0 ? 1 : 0;
        for (int other = 0; other < map.Count; other++)
            nearest = other != row && TensorPrimitives.Distance(map[row], map[other]) < TensorPrimitives.Distance(map[row], map[nearest]) ? other : nearest;
        return nearest;
    }

    private static double Between(ReadOnlySpan<double> a, ReadOnlySpan<double> b, PointDistance distance)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += distance == PointDistance.Manhattan ? Math.Abs(a[i] - b[i]) : a[i] != b[i] ? 1.0 / a.Length : 0;
        return distance switch
        {
            PointDistance.Euclidean => TensorPrimitives.Distance(a, b),
            PointDistance.Cosine => 1 - TensorPrimitives.CosineSimilarity(a, b),
            _ => sum,
        };
    }
}
