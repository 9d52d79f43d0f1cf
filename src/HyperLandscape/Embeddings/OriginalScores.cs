using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>The scores of a map with respect to the coordinates that it was made from.</summary>
internal static class OriginalScores
{
    public static EmbeddingScores Of(Embedding map, Embedding original, NeighborLists nearest, int[] queries, int neighbors)
    {
        var onMap = new NeighborLists(queries.Length, neighbors);
        for (int query = 0; query < queries.Length; query++)
        {
            for (int i = 0; i < neighbors; i++)
                onMap.Offer(query, nearest.SquaredDistances(queries[query])[i], nearest[queries[query]][i]);
        }

        var ranksInOriginal = new int[queries.Length * neighbors];
        NeighborLists inOriginal = new PointBlocks(original.Coordinates, original.Dimensions).Nearest(queries, neighbors, onMap, ranksInOriginal);
        var ranksOnMap = new int[ranksInOriginal.Length];
        new PointBlocks(map.Coordinates, map.Dimensions).Nearest(queries, 1, inOriginal, ranksOnMap);

        long shared = 0;
        for (int query = 0; query < queries.Length; query++)
        {
            foreach (int row in onMap[query])
                shared += inOriginal[query].Contains(row) ? 1 : 0;
        }

        return new EmbeddingScores
        {
            Trustworthiness = Score(Penalty(ranksInOriginal, neighbors), map.Count, queries.Length, neighbors),
            Continuity = Score(Penalty(ranksOnMap, neighbors), map.Count, queries.Length, neighbors),
            NeighborRecall = (double)shared / ranksInOriginal.Length,
        };
    }

    /// <summary>1 - 2 penalty / (queries k (2n - 3k - 1)).</summary>
    public static double Score(double penalty, int count, int queries, int neighbors) =>
        1 - (2 * penalty / ((double)queries * neighbors * ((2.0 * count) - (3.0 * neighbors) - 1)));

    private static long Penalty(int[] ranks, int neighbors)
    {
        long sum = 0;
        foreach (int rank in ranks)
            sum += Math.Max(0, rank - neighbors);
        return sum;
    }
}
