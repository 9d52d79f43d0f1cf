namespace HyperLandscape.Reference;

/// <summary>Measures of a map from their definitions, by sorting all distances from every point.</summary>
public static class ReferenceEmbeddingQuality
{
    public static double SquaredDistance(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    /// <summary>The k nearest rows of a row, equally near ones in their order.</summary>
    public static int[] Nearest(double[][] points, int row, int neighbors) =>
        [.. Enumerable.Range(0, points.Length).Where(other => other != row).OrderBy(other => SquaredDistance(points[row], points[other])).ThenBy(other => other).Take(neighbors)];

    public static double Trustworthiness(double[][] original, double[][] map, int[] queries, int neighbors)
    {
        double penalty = 0;
        foreach (int row in queries)
        {
            foreach (int near in Nearest(map, row, neighbors))
            {
                double distance = SquaredDistance(original[row], original[near]);
                int rank = 1 + Enumerable.Range(0, original.Length).Count(other => other != row && SquaredDistance(original[row], original[other]) < distance);
                penalty += Math.Max(0, rank - neighbors);
            }
        }

        return Normalized(penalty, original.Length, queries.Length, neighbors);
    }

    public static double NeighborRecall(double[][] original, double[][] map, int[] queries, int neighbors) =>
        queries.Average(row => (double)Nearest(original, row, neighbors).Intersect(Nearest(map, row, neighbors)).Count() / neighbors);

    public static double GraphTrust(Func<int, int, int> distance, double[][] map, int[] queries, int neighbors)
    {
        double penalty = 0;
        foreach (int row in queries)
        {
            double[] ranks = ReferenceStatistics.AverageRanks([.. Enumerable.Range(0, map.Length).Select(other => other == row ? -1.0 : distance(row, other))]);
            double[] excess = [.. ranks.Select(rank => Math.Max(0, rank - 1 - neighbors))];
            penalty += Nearest(map, row, neighbors).Sum(near => excess[near]);
            penalty -= excess.Where((_, other) => other != row).Order().Take(neighbors).Sum();
        }

        return Normalized(penalty, map.Length, queries.Length, neighbors);
    }

    public static double GraphRecall(Func<int, int[]> neighbors, double[][] map)
    {
        int[][] lists = [.. Enumerable.Range(0, map.Length).Select(neighbors)];
        return (double)lists.Select((list, row) => list.Intersect(Nearest(map, row, list.Length)).Count()).Sum() / lists.Sum(list => list.Length);
    }

    public static double MoranI(double[] values, double[][] map, int neighbors)
    {
        double mean = ReferenceStatistics.Mean(values);
        double products = values.Select((value, row) => (value - mean) * Nearest(map, row, neighbors).Average(near => values[near] - mean)).Sum();
        return ReferenceStatistics.Varies(values) ? products / values.Sum(value => (value - mean) * (value - mean)) : double.NaN;
    }

    private static double Normalized(double penalty, int count, int queries, int neighbors) =>
        1 - (2 * penalty / (queries * (double)neighbors * ((2 * count) - (3 * neighbors) - 1)));
}
