namespace HyperLandscape.Reference;

/// <summary>The fuzzy set of edges between points by its definition, dense, for a few hundred points.</summary>
public static class ReferenceFuzzySet
{
    /// <summary>The nearest other points of every point, ties by number, with their Euclidean distances.</summary>
    public static (int Other, double Distance)[][] Nearest(double[][] points, int count) =>
    [
        .. points.Select((point, i) => Enumerable.Range(0, points.Length)
            .Where(other => other != i)
            .Select(other => (other, Math.Sqrt(point.Zip(points[other], (a, b) => (a - b) * (a - b)).Sum())))
            .OrderBy(pair => pair.Item2).ThenBy(pair => pair.other)
            .Take(count)
            .ToArray()),
    ];

    /// <summary>The memberships, joined over both directions: mix (a + b - a b) + (1 - mix) a b.</summary>
    public static double[,] Of((int Other, double Distance)[][] nearest, double localConnectivity, double mix)
    {
        int n = nearest.Length;
        var directed = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            double[] memberships = Memberships([.. nearest[i].Select(pair => pair.Distance)], localConnectivity);
            for (int k = 0; k < memberships.Length; k++)
                directed[i, nearest[i][k].Other] = memberships[k];
        }

        var joined = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double both = directed[i, j] * directed[j, i];
                joined[i, j] = (mix * (directed[i, j] + directed[j, i] - both)) + ((1 - mix) * both);
            }
        }

        return joined;
    }

    /// <summary>exp(-max(0, d - rho) / sigma), where sigma makes the sum log2(neighbours with the point itself), but is at least a thousandth of their mean distance.</summary>
    private static double[] Memberships(double[] distances, double localConnectivity)
    {
        double rho = Rho([.. distances.Where(distance => distance > 0).Order()], localConnectivity);
        double[] beyond = [.. distances.Select(distance => Math.Max(0, distance - rho))];
        double target = Math.Log2(distances.Length + 1);
        double low = 0;
        double high = 1e6 * distances.Max();
        for (int step = 0; step < 200; step++)
        {
            double middle = (low + high) / 2;
            if (beyond.Sum(distance => Membership(distance, middle)) > target)
                high = middle;
            else
                low = middle;
        }

        double sigma = Math.Max(high, 1e-3 * distances.Sum() / (distances.Length + 1));
        return [.. beyond.Select(distance => Membership(distance, sigma))];
    }

    private static double Membership(double beyond, double sigma) => beyond == 0 ? 1 : Math.Exp(-beyond / sigma);

    /// <summary>The positive distances as a broken line through (0, 0), (1, the first), (2, the second), ... at the local connectivity; the last beyond it.</summary>
    private static double Rho(double[] positive, double localConnectivity)
    {
        if (positive.Length == 0)
            return 0;
        double[] line = [0, .. positive];
        int whole = (int)Math.Floor(localConnectivity);
        return whole >= positive.Length ? positive[^1] : line[whole] + ((localConnectivity - whole) * (line[whole + 1] - line[whole]));
    }
}
