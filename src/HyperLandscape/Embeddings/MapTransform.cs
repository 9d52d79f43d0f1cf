namespace HyperLandscape.Embeddings;

/// <summary>New points on a map whose points stay.</summary>
internal static class MapTransform
{
    private const int ShareOfEpochs = 3;
    private const double ShareOfLearningRate = 4;

    /// <param name="neighbors">The nearest old points of every new one.</param>
    /// <param name="map">The positions of the old points.</param>
    /// <param name="points">The coordinates of the new points.</param>
    /// <param name="umap">How the map was made.</param>
    /// <param name="curve">Similarity by distance.</param>
    /// <param name="epochs">How many epochs a map of the new points would have.</param>
    public static Embedding Place(NeighborTable neighbors, Embedding map, Embedding points, Umap umap, UmapCurve curve, int epochs)
    {
        FuzzyGraph graph = FuzzyGraph.OfNew(neighbors, map.Count, Math.Max(0, umap.LocalConnectivity - 1));
        float[][] positions = [.. Enumerable.Range(0, map.Dimensions).Select(c => Start(graph, map, c))];
        int steps = Math.Max(1, epochs / ShareOfEpochs);
        var layout = new MapLayout(graph, curve, steps, umap.NegativeSampleRate, umap.RepulsionStrength, umap.Seed, map.Count);
        layout.Run(positions, steps, umap.LearningRate / ShareOfLearningRate);
        return Umap.ToEmbedding(points.Landscape, [.. positions.Select(coordinate => coordinate[map.Count..])]);
    }

    /// <summary>One coordinate of all points: the old ones as they are, each new one at the weighted mean of its neighbours.</summary>
    private static float[] Start(FuzzyGraph graph, Embedding map, int component)
    {
        var coordinate = new float[graph.Count];
        for (int point = 0; point < map.Count; point++)
            coordinate[point] = (float)map[point][component];
        for (int point = map.Count; point < graph.Count; point++)
        {
            double sum = 0;
            double weights = 0;
            for (int i = graph.Starts[point]; i < graph.Starts[point + 1]; i++)
            {
                sum += graph.Weights[i] * map[graph.Targets[i]][component];
                weights += graph.Weights[i];
            }

            coordinate[point] = (float)(sum / weights);
        }

        return coordinate;
    }
}
