namespace HyperLandscape.Reference;

/// <summary>Plain two-pass statistics.</summary>
public static class ReferenceStatistics
{
    /// <summary>Pearson correlation; NaN with fewer than two pairs or if one side does not vary.</summary>
    public static double Pearson(double[] x, double[] y)
    {
        if (!Varies(x) || !Varies(y))
            return double.NaN;
        double meanX = Mean(x);
        double meanY = Mean(y);
        var xx = default(CompensatedSum);
        var yy = default(CompensatedSum);
        var xy = default(CompensatedSum);
        for (int i = 0; i < x.Length; i++)
        {
            xx.Add((x[i] - meanX) * (x[i] - meanX));
            yy.Add((y[i] - meanY) * (y[i] - meanY));
            xy.Add((x[i] - meanX) * (y[i] - meanY));
        }

        return xy.Value / Math.Sqrt(xx.Value * yy.Value);
    }

    public static double Mean(double[] x) => CompensatedSum.Of(x) / x.Length;

    /// <summary>Mean squared distance from the mean.</summary>
    public static double Variance(double[] x)
    {
        double mean = Mean(x);
        return Mean([.. x.Select(value => (value - mean) * (value - mean))]);
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
