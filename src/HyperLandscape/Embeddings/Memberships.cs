using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// How much each point's nearest neighbours belong to it: exp(-(d - rho) / sigma), with rho the distance to its nearest
/// neighbours and sigma such that they sum to log2(neighbours).
/// </summary>
internal static class Memberships
{
    private const int MostBisections = 64;
    private const double BisectionTolerance = 1e-5;

    /// <summary>Widths are at least this share of the mean distance.</summary>
    private const double SmallestWidth = 1e-3;

    /// <summary>The memberships of each point's neighbours, in the order of the lists.</summary>
    public static float[] Of(NeighborTable neighbors, double localConnectivity)
    {
        var memberships = new float[neighbors.Indices.Length];
        double mean = neighbors.Distances.Average(distance => (double)distance);
        double target = Math.Log2(neighbors.Length + 1);
        Panel.ForRows(neighbors.Count, (start, end) =>
        {
            for (int point = start; point < end; point++)
            {
                ReadOnlySpan<float> distances = neighbors.DistancesOf(point);
                double rho = Nearest(distances, localConnectivity);
                double sigma = Width(distances, rho, target);
                double own = 0;
                foreach (float distance in distances)
                    own += distance;
                sigma = Math.Max(sigma, SmallestWidth * (rho > 0 ? own / (distances.Length + 1) : mean));
                for (int i = 0; i < distances.Length; i++)
                    memberships[(point * neighbors.Length) + i] = distances[i] <= rho || sigma == 0 ? 1 : (float)Math.Exp(-(distances[i] - rho) / sigma);
            }
        });
        return memberships;
    }

    /// <summary>The distance within which membership is full: that to the neighbour numbered localConnectivity among those that are not at distance 0.</summary>
    private static double Nearest(ReadOnlySpan<float> distances, double localConnectivity)
    {
        int zeros = 0;
        while (zeros < distances.Length && distances[zeros] == 0)
            zeros++;
        ReadOnlySpan<float> positive = distances[zeros..];
        if (positive.IsEmpty)
            return 0;
        int index = (int)localConnectivity;
        double fraction = localConnectivity - index;
        if (positive.Length < localConnectivity)
            return positive[^1];
        double lower = index > 0 ? positive[index - 1] : 0;
        return fraction > BisectionTolerance && index < positive.Length ? lower + (fraction * (positive[index] - lower)) : lower;
    }

    /// <summary>The sigma at which the memberships sum to the target.</summary>
    private static double Width(ReadOnlySpan<float> distances, double rho, double target)
    {
        double low = 0;
        double high = double.PositiveInfinity;
        double sigma = 1;
        for (int step = 0; step < MostBisections; step++)
        {
            double sum = 0;
            foreach (float distance in distances)
                sum += distance > rho ? Math.Exp(-(distance - rho) / sigma) : 1;
            if (Math.Abs(sum - target) < BisectionTolerance)
                break;
            if (sum > target)
                high = sigma;
            else
                low = sigma;
            sigma = double.IsPositiveInfinity(high) ? sigma * 2 : (low + high) / 2;
        }

        return sigma;
    }
}
