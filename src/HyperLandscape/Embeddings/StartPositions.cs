using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Where the points of a map begin, an array per coordinate, each spread over [0, 10], or [0, sqrt(n) / 6] if that is
/// more: many points in a small square would burst apart, and what lies far from what would be lost.
/// </summary>
internal static class StartPositions
{
    private const float LeastSide = 10;
    private const float PointsPerSide = 6;
    private const float Noise = 1e-4f; // parts points that coincide

    /// <param name="graph">The fuzzy graph of the points.</param>
    /// <param name="coordinates">Their coordinates.</param>
    /// <param name="start">How to place them.</param>
    /// <param name="components">Dimensions of the map.</param>
    /// <param name="seed">Of random positions and the noise.</param>
    public static float[][] Of(FuzzyGraph graph, Embedding coordinates, UmapStart start, int components, int seed)
    {
        float[][] positions = start switch
        {
            UmapStart.PrincipalComponents => PrincipalComponents(coordinates, components),
            UmapStart.Spectral => Spectral(graph, coordinates, components, seed),
            _ => Anywhere(graph.Count, components, seed),
        };
        for (int c = 0; c < components; c++)
            Spread(positions[c], seed, -2 - c);
        return positions;
    }

    private static float[][] Spectral(FuzzyGraph graph, Embedding coordinates, int components, int seed)
    {
        int[] parts = graph.Parts(out int count);
        if (count == 1)
            return SpectralStart.Of(graph, components) ?? PrincipalComponents(coordinates, components);

        float[][] centers = PrincipalComponents(Means(coordinates, parts, count), components);
        float reach = Reach(centers);
        var positions = Anywhere(graph.Count, components, seed);
        foreach (IGrouping<int, int> part in Enumerable.Range(0, graph.Count).GroupBy(point => parts[point]))
        {
            int[] points = [.. part];
            float[][] own = SpectralStart.Of(graph.Of(points), components) ?? Anywhere(points.Length, components, seed);
            for (int c = 0; c < components; c++)
            {
                float middle = (own[c].Min() + own[c].Max()) / 2;
                float half = Math.Max(own[c].Max() - middle, float.Epsilon);
                for (int i = 0; i < points.Length; i++)
                    positions[c][points[i]] = centers[c][part.Key] + (reach * (own[c][i] - middle) / half);
            }
        }

        return positions;
    }

    /// <summary>Half the least distance of two centers that do not coincide, 1 if all do. O(n log n).</summary>
    internal static float Reach(float[][] centers)
    {
        double[] distinct =
        [
            .. Enumerable.Range(0, centers[0].Length)
                .DistinctBy(center => (centers[0][center], centers[1][center], centers[^1][center]))
                .SelectMany(center => centers.Select(coordinate => (double)coordinate[center])),
        ];
        int count = distinct.Length / centers.Length;
        if (count == 1)
            return 1;
        NeighborLists nearest = new KdTree(distinct, centers.Length).Nearest(1);
        return (float)Math.Sqrt(Enumerable.Range(0, count).Min(nearest.Limit)) / 2;
    }

    private static Embedding Means(Embedding coordinates, int[] parts, int count)
    {
        var sums = new double[count * coordinates.Dimensions];
        var sizes = new int[count];
        for (int point = 0; point < parts.Length; point++)
        {
            sizes[parts[point]]++;
            Span<double> sum = sums.AsSpan(parts[point] * coordinates.Dimensions, coordinates.Dimensions);
            System.Numerics.Tensors.TensorPrimitives.Add(sum, coordinates[point], sum);
        }

        for (int i = 0; i < sums.Length; i++)
            sums[i] /= sizes[i / coordinates.Dimensions];
        return new Embedding(coordinates.Dimensions, sums);
    }

    private static float[][] PrincipalComponents(Embedding coordinates, int components)
    {
        var positions = new float[components][];
        Embedding? reduced = coordinates.Count > 1 ? new Pca { Dimensions = Math.Min(components, coordinates.Dimensions) }.Reduce(coordinates) : null;
        for (int c = 0; c < components; c++)
        {
            positions[c] = new float[coordinates.Count];
            for (int point = 0; point < coordinates.Count && reduced is not null && c < reduced.Dimensions; point++)
                positions[c][point] = (float)reduced[point][c];
        }

        return positions;
    }

    private static float[][] Anywhere(int count, int components, int seed) => [.. Enumerable.Range(0, components).Select(c =>
    {
        var coordinate = new float[count];
        var random = new RandomStream(seed, -5 - c);
        for (int point = 0; point < count; point++)
            coordinate[point] = Uniform(ref random);
        return coordinate;
    })];

    private static void Spread(float[] coordinate, int seed, int item)
    {
        float side = Math.Max(LeastSide, MathF.Sqrt(coordinate.Length) / PointsPerSide);
        var random = new RandomStream(seed, item);
        float low = coordinate.Min();
        float range = coordinate.Max() - low;
        for (int point = 0; point < coordinate.Length; point++)
            coordinate[point] = (range > 0 ? side * (coordinate[point] - low) / range : side / 2) + (Noise * Uniform(ref random));
    }

    /// <summary>In [-1, 1].</summary>
    private static float Uniform(ref RandomStream random) => (int)random.Next() * (1f / int.MaxValue);
}
