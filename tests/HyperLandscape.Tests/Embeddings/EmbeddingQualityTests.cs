using System.Globalization;
using HyperLandscape.Embeddings;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Embeddings;

public sealed class EmbeddingQualityTests
{
    public static TheoryData<string, double, int, double> Cases => new()
    {
        { "o6 o5 c3", 1, 2, 0 },
        { "o6 o5 c3", 1, 3, 0.25 }, // points on a lattice: ties and duplicates on the map
        { "o9 b c4 o3", 0.5, 2, 0 },
        { "o9 b c4 o3", 0.5, 1, 0.25 },
        { "o40 o3", 0.9, 2, 1 },
        { "o5 o5 o5", 1, 10, 0 },
    };

    public static TheoryData<int, int, int, double, double> Golden
    {
        get
        {
            var data = new TheoryData<int, int, int, double, double>();
            foreach (string[] line in GoldenFiles.ReadTable(Path.Combine(GoldenFiles.Folder, "embedding", "trustworthiness.csv")).Skip(1))
                data.Add(int.Parse(line[0], CultureInfo.InvariantCulture), int.Parse(line[1], CultureInfo.InvariantCulture), int.Parse(line[2], CultureInfo.InvariantCulture), double.Parse(line[3], CultureInfo.InvariantCulture), double.Parse(line[4], CultureInfo.InvariantCulture));
            return data;
        }
    }

    [Fact]
    public void Four_points_by_hand()
    {
        // a, b, c, d lie at 0, 1, 3, 7 and on the map at 0, 7, 1, 3; they are the four levels of one ordinal hyperparameter.
        // Nearest on the map: a-c, b-d, c-a, d-c, with the ranks 2, 3, 2, 1 in the original: penalty 1 + 2 + 1 + 0 = 4.
        // Nearest in the original: a-b, b-a, c-b, d-c, with the ranks 3, 3, 3, 1 on the map: penalty 6. One pair is shared.
        // Every penalty counts 2 / (4 * 1 * (8 - 3 - 1)) = 1/8.
        // In the graph a-c has rank 2, b-d and c-a 3, d-c 1; b and c have two nearest of rank 1.5: 1 + (2 - 0.5) + (2 - 0.5) + 0 = 4.
        // Neighbours in the graph among as many nearest: a 0 of 1, b 1 of 2 (c, of d c), c 1 of 2 (d, of a d), d 1 of 1.
        // Deviations of the fitness -1.5, -0.5, 1.5, 0.5: (-2.25 - 0.25 - 2.25 + 0.75) / 5.
        // From a the graph distances are 1, 2, 3 and those on the map 7, 1, 3: 1 - 6 * 6 / (3 * 8).
        Landscape landscape = Landscape.Create(Grids.Of("o4"), [1.0, 2, 4, 3]);
        var map = new Embedding(landscape, 1, [0, 7, 1, 3]);
        EmbeddingScores scores = new EmbeddingQuality { Neighbors = 1 }.Measure(map, new Embedding(1, [0, 1, 3, 7]), [0, 1, 2, 3], [0, 1, 2, 3], [(0, 1), (0, 2), (0, 3)]);
        Assert.Equal(0.5, scores.Trustworthiness, 14);
        Assert.Equal(0.25, scores.Continuity, 14);
        Assert.Equal(0.25, scores.NeighborRecall, 14);
        Assert.Equal(0.5, scores.GraphTrust, 14);
        Assert.Equal(0.5, scores.GraphRecall, 14);
        Assert.Equal(-0.8, scores.MoranI, 14);
        Assert.Equal(-0.8, scores.MoranIOfRanks, 14);
        Assert.Equal(-0.5, scores.RankCorrelation, 14);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equals_the_definitions(string shorthand, double share, int dimensions, double lattice)
    {
        (Embedding map, Embedding original) = Maps(shorthand, share, dimensions, lattice);
        Landscape landscape = map.Landscape!;
        double[][] points = Rows(map);
        double[][] origin = Rows(original);
        int[] queries = [.. Enumerable.Range(0, map.Count).Where(row => row % 3 != 1)];
        int[] graphQueries = [.. queries.Where(row => row % 2 == 0)];
        (int A, int B)[] pairs = [.. Enumerable.Range(1, 400).Select(i => ((7 * i) % map.Count, ((13 * i) + 1) % map.Count))];
        var buffer = new int[landscape.Graph.MaxDegree];

        EmbeddingScores scores = new EmbeddingQuality { Neighbors = 6 }.Measure(map, original, queries, graphQueries, pairs);
        AssertNear(ReferenceEmbeddingQuality.Trustworthiness(origin, points, queries, 6), scores.Trustworthiness);
        AssertNear(ReferenceEmbeddingQuality.Trustworthiness(points, origin, queries, 6), scores.Continuity);
        AssertNear(ReferenceEmbeddingQuality.NeighborRecall(origin, points, queries, 6), scores.NeighborRecall);
        AssertNear(ReferenceEmbeddingQuality.GraphTrust((a, b) => landscape.Space.Distance(landscape.Graph.Cell(a), landscape.Graph.Cell(b)), points, graphQueries, 6), scores.GraphTrust);
        AssertNear(ReferenceEmbeddingQuality.GraphRecall(vertex => landscape.Graph.Neighbors(vertex, buffer).ToArray(), points), scores.GraphRecall);
        AssertNear(ReferenceEmbeddingQuality.MoranI(landscape.Fitness.ToArray(), points, 6), scores.MoranI);
        AssertNear(ReferenceEmbeddingQuality.MoranI(landscape.Ranks.ToArray(), points, 6), scores.MoranIOfRanks);
        double[] inGraph = ReferenceStatistics.AverageRanks([.. pairs.Select(pair => (double)landscape.Space.Distance(landscape.Graph.Cell(pair.A), landscape.Graph.Cell(pair.B)))]);
        double[] onMap = ReferenceStatistics.AverageRanks([.. pairs.Select(pair => Math.Sqrt(ReferenceEmbeddingQuality.SquaredDistance(points[pair.A], points[pair.B])))]);
        AssertNear(ReferenceStatistics.Pearson(inGraph, onMap), scores.RankCorrelation);
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void Agrees_with_scikit_learn(int seed, int rows, int neighbors, double trustworthiness, double continuity)
    {
        double[] units = ParkMiller.Units(seed, 10 * rows);
        double[] layout = [.. Enumerable.Range(0, 2 * rows).Select(i => units[(i / 2 * 10) + (i % 2)] + (units[(i / 2 * 10) + (i % 2) + 2] / 2))];
        EmbeddingScores scores = new EmbeddingQuality { Neighbors = neighbors }.Measure(new Embedding(2, layout), new Embedding(10, units));
        Assert.Equal(trustworthiness, scores.Trustworthiness, 12);
        Assert.Equal(continuity, scores.Continuity, 12);
    }

    [Fact]
    public void A_map_that_is_the_original_is_perfect()
    {
        (Embedding map, _) = Maps("o9 b c4 o3", 1, 2, 0);
        EmbeddingScores scores = new EmbeddingQuality().Measure(map, map);
        Assert.Equal((1.0, 1.0, 1.0), (scores.Trustworthiness, scores.Continuity, scores.NeighborRecall));
    }

    [Fact]
    public void A_grid_drawn_as_it_is_is_perfect()
    {
        // A chain of 60 on a line: the two nearest are the neighbours, and distances agree.
        Landscape landscape = Landscape.Create(Grids.Of("o60"), [.. Enumerable.Range(0, 60).Select(i => (double)i)]);
        EmbeddingScores scores = new EmbeddingQuality { Neighbors = 2 }.Measure(new Embedding(landscape, 1, landscape.Fitness));
        Assert.Equal(1, scores.GraphTrust, 14);
        Assert.Equal(1, scores.GraphRecall);
        Assert.Equal(1, scores.RankCorrelation, 14);
        Assert.Equal(double.NaN, scores.Trustworthiness);
    }

    [Fact]
    public void Scores_do_not_depend_on_threads_scale_or_the_sign_of_the_fitness()
    {
        (Embedding map, Embedding original) = Maps("o40 o11 c5", 1, 2, 0);
        var quality = new EmbeddingQuality { QueryRows = 100 };
        EmbeddingScores expected = quality.Measure(map, original, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        Assert.Equal(expected, quality.Measure(map, original, new ParallelOptions { MaxDegreeOfParallelism = 4 }));
        double[] doubled = [.. map.Coordinates.ToArray().Select(x => -2 * x)];
        Landscape negated = map.Landscape!.WithFitness([.. map.Landscape.Fitness.ToArray().Select(f => -f)], Objective.Maximize);
        Assert.Equal(expected, quality.Measure(new Embedding(negated, 2, doubled), original));
    }

    [Fact]
    public void Query_rows_and_pairs_follow_the_seed_and_estimate_the_whole()
    {
        (Embedding map, Embedding original) = Maps("o40 o11 c5", 1, 2, 0);
        EmbeddingScores whole = new EmbeddingQuality().Measure(map, original);
        EmbeddingScores first = new EmbeddingQuality { QueryRows = 400 }.Measure(map, original);
        EmbeddingScores second = new EmbeddingQuality { QueryRows = 400, Seed = 1 }.Measure(map, original);
        Assert.NotEqual(first.Trustworthiness, second.Trustworthiness);
        Assert.NotEqual(first.RankCorrelation, second.RankCorrelation);
        Assert.InRange(first.Trustworthiness - whole.Trustworthiness, -0.02, 0.02);
        Assert.InRange(second.GraphTrust - whole.GraphTrust, -0.02, 0.02);
        Assert.InRange(second.RankCorrelation - first.RankCorrelation, -0.01, 0.01);
        Assert.Equal(whole.MoranI, first.MoranI);
    }

    [Fact]
    public void A_constant_fitness_has_no_autocorrelation()
    {
        Landscape landscape = Landscape.Create(Grids.Of("o60"), [.. Enumerable.Repeat(0.1, 60)]);
        EmbeddingScores scores = new EmbeddingQuality { Neighbors = 2 }.Measure(new Embedding(landscape, 1, [.. Enumerable.Range(0, 60).Select(i => i / 7.0)]));
        Assert.Equal((double.NaN, double.NaN), (scores.MoranI, scores.MoranIOfRanks));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var map = new Embedding(1, [.. Enumerable.Range(0, 30).Select(i => (double)i)]);
        Assert.Contains("more than 30 rows", Assert.Throws<ArgumentException>(() => new EmbeddingQuality().Measure(map)).Message, StringComparison.Ordinal);
        Assert.Contains("30 rows, the original 2", Assert.Throws<ArgumentException>(() => new EmbeddingQuality().Measure(map, new Embedding(1, [1, 2]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmbeddingQuality { Neighbors = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmbeddingQuality { Pairs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmbeddingQuality { QueryRows = 0 });
    }

    [Fact]
    public void Prints_and_writes_the_scores()
    {
        var scores = new EmbeddingScores { Trustworthiness = 0.5, MoranI = 0.25 };
        Assert.StartsWith("score                                  value\nTrustworthiness                       0.5000\nContinuity                                 -\n", scores.ToString(), StringComparison.Ordinal);
        using var csv = new StringWriter();
        scores.WriteCsv(csv);
        Assert.EndsWith("Moran's I of fitness,0.25\nMoran's I of ranks,NaN\n", csv.ToString(), StringComparison.Ordinal);
    }

    private static (Embedding Map, Embedding Original) Maps(string shorthand, double share, int dimensions, double lattice)
    {
        SearchSpace space = Grids.Of(shorthand);
        var random = new Random(1);
        long[] cells = Grids.Sample(space, (int)(share * space.CellCount), 1);
        Landscape landscape = Landscape.Create(space, cells, [.. cells.Select(cell => Math.Round(space.Level(cell, 0) + random.NextDouble(), 1))]);
        double[] original = [.. Enumerable.Range(0, 9 * landscape.Count).Select(i => Snapped((3 * random.NextDouble()) + space.Level(landscape.Graph.Cell(i / 9), (i % 9) % space.Dimension)))];
        double[] map = [.. Enumerable.Range(0, dimensions * landscape.Count).Select(i => Snapped(original[(i / dimensions * 9) + (i % dimensions % 9)] + random.NextDouble()))];
        return (new Embedding(landscape, dimensions, map), new Embedding(landscape, 9, original));

        double Snapped(double value) => lattice == 0 ? value : Math.Round(value / lattice / 4) * lattice;
    }

    private static double[][] Rows(Embedding embedding) => [.. Enumerable.Range(0, embedding.Count).Select(row => embedding[row].ToArray())];

    private static void AssertNear(double expected, double actual) => Assert.True(Closeness.Near(expected, actual), $"{expected:R} expected, {actual:R} found");
}
