using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>The scores of a map with respect to the neighbourhood graph.</summary>
internal static class GraphScores
{
    public static double Trust(NeighborhoodGraph graph, NeighborLists nearest, int[] queries, int neighbors)
    {
        const int perItem = 64;
        var penalties = new double[queries.Length]; // multiples of one half: their sum is exact
        Workers.For((queries.Length + perItem - 1) / perItem, item =>
        {
            var distances = new int[graph.VertexCount];
            for (int query = item * perItem; query < Math.Min((item + 1) * perItem, queries.Length); query++)
            {
                new DistanceMap(graph, [queries[query]]).Fill(0, distances);
                penalties[query] = Penalty(distances, nearest[queries[query]][..neighbors]);
            }
        });
        return OriginalScores.Score(TensorPrimitives.Sum<double>(penalties), graph.VertexCount, queries.Length, neighbors);
    }

    public static double Recall(NeighborhoodGraph graph, NeighborLists nearest)
    {
        var buffer = new int[graph.MaxDegree];
        long found = 0;
        long all = 0;
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            ReadOnlySpan<int> inGraph = graph.Neighbors(vertex, buffer);
            ReadOnlySpan<int> onMap = nearest[vertex][..inGraph.Length];
            all += inGraph.Length;
            foreach (int neighbor in inGraph)
                found += onMap.Contains(neighbor) ? 1 : 0;
        }

        return (double)found / all;
    }

    public static double RankCorrelation(NeighborhoodGraph graph, Embedding map, (int A, int B)[] pairs)
    {
        var inGraph = new double[pairs.Length];
        var onMap = new double[pairs.Length];
        Workers.ForBlocks(pairs.Length, (start, length) =>
        {
            for (int i = start; i < start + length; i++)
            {
                inGraph[i] = graph.Distance(pairs[i].A, pairs[i].B);
                onMap[i] = TensorPrimitives.Distance(map[pairs[i].A], map[pairs[i].B]);
            }
        });
        return Correlations.Spearman(inGraph, onMap);
    }

    /// <summary>How far the average ranks of the neighbours on the map exceed k, less what the nearest in the graph would.</summary>
    private static double Penalty(int[] distances, ReadOnlySpan<int> onMap)
    {
        // Per distance how many vertices there are, and the average of their ranks; the query itself has distance and rank 0.
        var counts = new int[TensorPrimitives.Max<int>(distances) + 1];
        foreach (int distance in distances)
            counts[distance]++;
        var excess = new double[counts.Length];
        int nearer = 0;
        for (int distance = 0; distance < counts.Length; distance++)
        {
            excess[distance] = Math.Max(0, nearer + ((counts[distance] - 1) / 2.0) - onMap.Length);
            nearer += counts[distance];
        }

        double penalty = 0;
        foreach (int neighbor in onMap)
            penalty += excess[distances[neighbor]];
        int rest = onMap.Length;
        for (int distance = 1; rest > 0; distance++)
        {
            int taken = Math.Min(rest, counts[distance]);
            penalty -= taken * excess[distance];
            rest -= taken;
        }

        return penalty;
    }
}
