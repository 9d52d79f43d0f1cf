namespace HyperLandscape.Plotting;

/// <summary>Quantiles, linear between the order statistics.</summary>
internal static class Quantiles
{
    /// <summary>The quantile of ascending values.</summary>
    public static double Of(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? double.Lerp(sorted[below], sorted[below + 1], place - below) : sorted[below];
    }
}
