using HyperLandscape.Embeddings;

namespace HyperLandscape.Benchmarks.Plain;

/// <summary>UMAP's fuzzy set of edges as one writes it down: exp(-(d - rho) / sigma) from each point, both directions joined by a dictionary.</summary>
internal static class PlainFuzzySet
{
    private const int Bisections = 100;
    private const double SmallestWidth = 1e-3;

    /// <summary>The fuzzy union over both directions, by the two ends of each edge.</summary>
    public static Dictionary<(int From, int To), double> Of(NeighborTable neighbors)
    {
        var oneWay = new Dictionary<(int From, int To), double>();
        double mean = neighbors.Distances.Average(distance => (double)distance);
        for (int point = 0; point < neighbors.Count; point++)
        {
            double[] distances = [.. neighbors.DistancesOf(point).ToArray().Select(distance => (double)distance)];
            double rho = distances.FirstOrDefault(distance => distance > 0);
            double sigma = Math.Max(Width(distances, rho), SmallestWidth * (rho > 0 ? distances.Sum() / (distances.Length + 1) : mean));
            for (int i = 0; i < distances.Length; i++)
                oneWay[(point, neighbors.Of(point)[i])] = Math.Exp(-Math.Max(0, distances[i] - rho) / sigma);
        }

        var union = new Dictionary<(int From, int To), double>();
        foreach (((int from, int to), double there) in oneWay)
        {
            double back = oneWay.GetValueOrDefault((to, from));
            union[(from, to)] = union[(to, from)] = there + back - (there * back);
        }

        return union;
    }

    /// <summary>The sigma at which the memberships sum to log2 of the neighbours, the point itself included.</summary>
    private static double Width(double[] distances, double rho)
    {
        double low = 0;
        double high = 1e6;
        for (int step = 0; step < Bisections; step++)
        {
            double sigma = (low + high) / 2;
            if (distances.Sum(distance => Math.Exp(-Math.Max(0, distance - rho) / sigma)) > Math.Log2(distances.Length + 1))
                high = sigma;
            else
                low = sigma;
        }

        return high;
    }
}
