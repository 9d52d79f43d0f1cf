using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Median of the fitness / its mean. Range (-infinity, infinity); 1 = symmetric; for a fitness above zero, lower = a tail of large values, higher = of
/// small ones, good or bad as the objective says. Unaffected by the objective itself; free of scale but not of shift. Ties
/// and tolerance do not matter. NaN if the mean is zero. O(n). Source: as in GraphFLA.
/// </summary>
public sealed record MedianMeanRatio : IMetric
{
    /// <inheritdoc/>
    public string Name => "Median to mean ratio";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double mean = Moments.MeanOf(landscape.LossMemory);
        return mean == 0 ? double.NaN : Selection.Quantile(landscape.Loss, 0.5) / mean;
    }
}
