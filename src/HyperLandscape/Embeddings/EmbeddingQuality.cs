using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// How faithful a map is, in numbers: to the coordinates that it was made from, to the neighbourhood graph, and to the
/// fitness. Deterministic, on any number of threads.
/// </summary>
public sealed record EmbeddingQuality
{
    private const int FewDimensions = 8;

    /// <summary>Number of nearest neighbours that are looked at, k; 15 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Neighbors { get; init => field = RequirePositive(value, "The number of neighbors"); } = 15;

    /// <summary>Number of pairs of different rows, drawn with replacement, for the rank correlation; 200,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Pairs { get; init => field = RequirePositive(value, "The number of pairs"); } = 200_000;

    /// <summary>
    /// Number of rows, drawn without replacement, whose ranks of all others are looked at, where there are more than
    /// five times as many rows; otherwise all are. 3,000 by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int QueryRows { get; init => field = RequirePositive(value, "The number of query rows"); } = 3_000;

    /// <summary>What the pairs and query rows are drawn by.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// Measures a map. O(n log n) in few dimensions, and for every query row O(n dimensions): at most 15,000 query rows
    /// with the defaults.
    /// </summary>
    /// <param name="map">The coordinates to judge, usually two or three.</param>
    /// <param name="original">The coordinates that the map was made from, with the same rows; without them three scores are NaN.</param>
    /// <param name="options">Number of threads and cancellation; the scores do not depend on the number of threads.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ, or the map has not more than twice as many rows as <see cref="Neighbors"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public EmbeddingScores Measure(Embedding map, Embedding? original = null, ParallelOptions? options = null)
    {
        if (original is not null && original.Count != map.Count)
            throw new ArgumentException($"The map has {map.Count} rows, the original {original.Count}; give the coordinates that the map was made from.", nameof(original));
        if (map.Count <= 2 * Neighbors)
            throw new ArgumentException($"{Neighbors} neighbors need a map of more than {2 * Neighbors} rows, it has {map.Count}; ask for fewer neighbors.", nameof(map));

        int[] queries = DrawRows(map.Count);
        return Workers.With(options, () => Measure(map, original, queries, queries, DrawPairs(map.Count)));
    }

    /// <summary>The scores for given query rows, in the original and in the graph, and pairs.</summary>
    internal EmbeddingScores Measure(Embedding map, Embedding? original, int[] queries, int[] graphQueries, (int A, int B)[] pairs)
    {
        int degree = map.Landscape is null ? 0 : LargestDegree(map.Landscape.Graph);
        int neighbors = Math.Max(Neighbors, degree);
        NeighborLists nearest = map.Dimensions <= FewDimensions
            ? new KdTree(map.Coordinates, map.Dimensions).Nearest(neighbors)
            : new PointBlocks(map.Coordinates, map.Dimensions).Nearest(neighbors);

        EmbeddingScores scores = original is null ? new EmbeddingScores() : OriginalScores.Of(map, original, nearest, queries, Neighbors);
        if (map.Landscape is not { } landscape)
            return scores;
        return scores with
        {
            GraphTrust = GraphScores.Trust(landscape.Graph, nearest, graphQueries, Neighbors),
            GraphRecall = GraphScores.Recall(landscape.Graph, nearest),
            RankCorrelation = GraphScores.RankCorrelation(landscape.Graph, map, pairs),
            MoranI = MoranI.Of(landscape.Loss, nearest, Neighbors),
            MoranIOfRanks = MoranI.Of(landscape.Ranks, nearest, Neighbors),
        };
    }

    private static int LargestDegree(NeighborhoodGraph graph)
    {
        var degrees = new int[graph.VertexCount];
        graph.FillDegrees(0, degrees);
        return degrees.Max();
    }

    private static int RequirePositive(int value, string what) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"{what} must be at least 1.");

    /// <summary>A sample without replacement, ascending (Floyd's method).</summary>
    private int[] DrawRows(int count)
    {
        if (count <= 5L * QueryRows)
            return [.. Enumerable.Range(0, count)];
        var random = new RandomStream(Seed, 0);
        var drawn = new HashSet<int>();
        for (int last = count - QueryRows; last < count; last++)
        {
            if (!drawn.Add(random.Next(last + 1)))
                drawn.Add(last);
        }

        return [.. drawn.Order()];
    }

    private (int A, int B)[] DrawPairs(int count)
    {
        var random = new RandomStream(Seed, 1);
        var pairs = new (int A, int B)[Pairs];
        foreach (ref (int A, int B) pair in pairs.AsSpan())
        {
            int a = random.Next(count);
            int b = random.Next(count - 1);
            pair = (a, b < a ? b : b + 1);
        }

        return pairs;
    }
}
