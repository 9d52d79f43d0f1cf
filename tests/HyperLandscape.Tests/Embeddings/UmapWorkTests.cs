using HyperLandscape.Embeddings;
using HyperLandscape.Problems;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>How maps are worked out: parts, orders and threads; and that the work can be watched and stopped.</summary>
public sealed class UmapWorkTests
{
    private const int Epochs = 50;

    private static readonly Umap Quick = new() { Epochs = Epochs };

    private static readonly Landscape Nk = new NkModel { Space = Problem.Strings(8, 2), Interactions = 2, Seed = 1 }.Generate();

    /// <summary>The small landscape is committed; the larger one has its neighbours found by descent, on many blocks.</summary>
    public static TheoryData<string, string> Landscapes { get; } =
    [
        ("hp1536", "act norm"),
        .. SharedData.Find("reference", "embedding") is null ? Array.Empty<(string, string)>() : Emulation.Unless([], [("hp14960", "booster")]),
    ];

    [Theory]
    [MemberData(nameof(Landscapes))]
    public void Threads_do_not_change_a_bit_of_the_whole_way(string name, string categorical)
    {
        Landscape landscape = Read(name, categorical);
        IEmbedder embedder = new Hope { Dimensions = 32 }.Then(new Umap { MinDist = 1, Epochs = 20 });
        Embedding one = landscape.Embed(embedder, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        foreach (int threads in new[] { 2, 8 })
            Assert.Equal(one.Coordinates, landscape.Embed(embedder, new ParallelOptions { MaxDegreeOfParallelism = threads }).Coordinates);
    }

    /// <summary>Positions depend on the order of points, what they show does not: the scores differ no more than those of two seeds.</summary>
    [Fact]
    public void The_order_of_points_does_not_change_what_a_map_shows()
    {
        Embedding points = new Hope { Dimensions = 32 }.Embed(Read("hp1536", "act norm"));
        int[] order = [.. Enumerable.Range(0, points.Count)];
        new Random(4).Shuffle(order);
        var umap = new Umap { Epochs = 200 };
        EmbeddingScores given = Scores(umap, new Embedding(points.Dimensions, points.Coordinates));
        EmbeddingScores shuffled = Scores(umap, new Embedding(points.Dimensions, [.. order.SelectMany(row => points[row].ToArray())]));
        Assert.Equal(given.Trustworthiness, shuffled.Trustworthiness, 0.01);
        Assert.Equal(given.Continuity, shuffled.Continuity, 0.01);
        Assert.Equal(given.NeighborRecall, shuffled.NeighborRecall, 0.02);

        static EmbeddingScores Scores(Umap umap, Embedding points) => new EmbeddingQuality().Measure(umap.Reduce(points), points);
    }

    /// <summary>A sheet with columns missing falls into four sheets: whatever is nearest on the map is of the same one.</summary>
    [Theory]
    [InlineData(UmapStart.Spectral)]
    [InlineData(UmapStart.PrincipalComponents)]
    public void Parts_of_a_graph_lie_apart(UmapStart start)
    {
        SearchSpace space = Grids.Of("o23 o12");
        long[] cells = [.. Grids.AllCells(space).Where(cell => space.Level(cell, 0) % 6 != 5)];
        Landscape landscape = Landscape.Create(space, cells, [.. cells.Select(cell => (double)cell)]);
        foreach (int seed in new[] { 0, 1, 2 })
        {
            Embedding map = landscape.Embed(new Umap { Epochs = 200, Seed = seed, Start = start });
            for (int row = 0; row < map.Count; row++)
            {
                int nearest = Enumerable.Range(0, map.Count).Where(other => other != row).MinBy(other => SquaredDistance(map, row, other));
                Assert.Equal(space.Level(cells[row], 0) / 6, space.Level(cells[nearest], 0) / 6);
            }
        }
    }

    /// <summary>2,048 configurations of which no two are neighbours.</summary>
    [Fact]
    public void Configurations_without_neighbors_have_a_map()
    {
        SearchSpace space = Grids.Of(string.Join(' ', Enumerable.Repeat("b", 12)));
        long[] cells = [.. Grids.AllCells(space).Where(cell => long.PopCount(cell) % 2 == 0)];
        Embedding map = Landscape.Create(space, cells, [.. cells.Select(cell => (double)cell)]).Embed(Quick);
        Assert.Equal(2048, map.Count);
        Assert.InRange(Enumerable.Range(0, map.Count).Select(row => (map[row][0], map[row][1])).Distinct().Count(), 2000, 2048);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Parts_reach_half_way_to_the_nearest(int dimensions)
    {
        var random = new Random(dimensions);
        float[][] centers = [.. Enumerable.Range(0, dimensions).Select(_ => Enumerable.Range(0, 150).Select(i => (float)random.Next(40)).ToArray())];
        double least = double.PositiveInfinity;
        for (int a = 0; a < 150; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double distance = Math.Sqrt(centers.Sum(coordinate => Math.Pow(coordinate[a] - coordinate[b], 2)));
                least = distance > 0 ? Math.Min(least, distance) : least;
            }
        }

        Assert.Equal(least / 2, StartPositions.Reach(centers), 1e-6);
        Assert.Equal(1f, StartPositions.Reach([.. Enumerable.Repeat(new float[] { 3, 3, 3 }, dimensions)]));
    }

    [Fact]
    public void Progress_rises_by_epoch_and_ends_with_one()
    {
        Embedding points = new GridCoordinates().Embed(Nk);
        Embedding map = Quick.Reduce(points);
        AssertRises(Watched(reports => points.Reduce(Quick, progress: reports)), 0.1);
        AssertRises(Watched(reports => Nk.Embed(Quick, progress: reports)), 0);
        AssertRises(Watched(reports => new Umap { Epochs = 3 * Epochs }.Transform(points, map, points, progress: reports)), 0.1);
        AssertRises(Watched(reports => new JointMap { Umap = Quick }.Embed([Nk, Nk], null, reports)), 0.5);
        List<double> hope = Watched(reports => new Hope { Dimensions = 8 }.Decompose(Nk, progress: reports));
        Assert.Equal(hope.Order(), hope);
        Assert.Equal(1, hope[^1]);
    }

    /// <summary>Canceled when an epoch is reported: no later one begins.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Work_stops_between_epochs(int threads)
    {
        Embedding points = new GridCoordinates().Embed(Nk);
        Embedding map = Quick.Reduce(points);
        AssertStops(threads, (options, reports) => points.Reduce(Quick, options, reports));
        AssertStops(threads, (options, reports) => Nk.Embed(Quick, options, reports));
        AssertStops(threads, (options, reports) => Quick.Transform(points, map, points, options, reports));
        AssertStops(threads, (options, reports) => new JointMap { Umap = Quick }.Embed([Nk, Nk], options, reports));
        var canceled = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = new CancellationToken(true) };
        Assert.ThrowsAny<OperationCanceledException>(() => new Hope { Dimensions = 8 }.Decompose(Nk, canceled));
    }

    [Fact]
    public void A_minimum_distance_beyond_three_spreads_is_refused()
    {
        Embedding points = new GridCoordinates().Embed(Nk);
        var umap = new Umap { MinDist = 1.6, Spread = 0.5, Epochs = 5 };
        foreach (Func<object> work in new Func<object>[] { () => umap.Reduce(points), () => umap.Embed(Nk), () => umap.Transform(points, Quick.Reduce(points), points), () => new JointMap { Umap = umap }.Embed(Nk) })
            Assert.Contains("The minimum distance 1.6 is more than 3 times the spread 0.5", Assert.Throws<InvalidOperationException>(work).Message, StringComparison.Ordinal);
        Assert.Equal(points.Count, (umap with { MinDist = 1.5 }).Reduce(points).Count);
    }

    private static void AssertRises(List<double> reports, double start)
    {
        Assert.Equal(reports.Order(), reports);
        Assert.Equal(1, reports[^1]);
        for (int epoch = 0; epoch < Epochs; epoch++)
            Assert.Contains(reports, report => Math.Abs(report - (start + ((1 - start) * epoch / Epochs))) < 1e-9);
    }

    private static void AssertStops(int threads, Func<ParallelOptions, IProgress<double>, object> work)
    {
        using var source = new CancellationTokenSource();
        var reports = new Reports
        {
            OnReport = value =>
            {
                if (value > 0.7)
                    source.Cancel();
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => work(new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = source.Token }, reports));
        Assert.Single(reports.Values, value => value > 0.7);
    }

    private static List<double> Watched(Func<IProgress<double>, object> work)
    {
        var reports = new Reports();
        Assert.NotNull(work(reports));
        return reports.Values;
    }

    private static double SquaredDistance(Embedding map, int a, int b) => Math.Pow(map[a][0] - map[b][0], 2) + Math.Pow(map[a][1] - map[b][1], 2);

    private static Landscape Read(string name, string categorical)
    {
        string path = name == "hp1536" ? Path.Combine(GoldenFiles.Folder, "embedding") : SharedData.Find("reference", "embedding", "data")!;
        return Landscape.ReadCsv(Path.Combine(path, $"{name}_nodes.csv.gz"), "loss", ignore: ["id"], options: new CsvOptions { Categorical = categorical.Split(' ') });
    }

    private sealed class Reports : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public Action<double>? OnReport { get; init; }

        public void Report(double value)
        {
            Values.Add(value);
            OnReport?.Invoke(value);
        }
    }
}
