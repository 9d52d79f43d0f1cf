namespace HyperLandscape.Reference;

/// <summary>Plain two-pass statistics.</summary>
public static class ReferenceStatistics
{
    /// <summary>Pearson correlation; NaN with fewer than two pairs or if one side does not vary.</summary>
    public static double Pearson(double[] x, double[] y)
    {
        if (!Varies(x) || !Varies(y))
            return double.NaN;
        double meanX = x.Average();
        double meanY = y.Average();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }

        return xy / Math.Sqrt(xx * yy);
    }

    /// <summary>Mean squared distance from the mean.</summary>
    public static double Variance(double[] x)
    {
        double mean = x.Average();
        return x.Average(value => (value - mean) * (value - mean));
    }

    public static bool Varies(double[] x) => Array.Exists(x, value => value != x[0]);

    /// <summary>Ranks from 1 for the smallest; ties get the average of their ranks.</summary>
    public static double[] AverageRanks(double[] values)
    {
        var ranks = new Dictionary<double, double>();
        int smaller = 0;
        foreach (IGrouping<double, double> ties in values.GroupBy(value => value).OrderBy(ties => ties.Key))
        {
            ranks.Add(ties.Key, smaller + ((1 + ties.Count()) / 2.0));
            smaller += ties.Count();
        }

        return [.. values.Select(value => ranks[value])];
    }
}
