using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Interquartile range of the fitness / |median|, quartiles and median interpolated linearly: the robust counterpart of
/// <see cref="CoefficientOfVariation"/>. Range [0, infinity); higher = more spread. Unaffected by the objective; free of scale but
/// not of shift. Ties and tolerance do not matter. NaN if the median is zero. O(n). Source: as in GraphFLA.
/// </summary>
public sealed record QuartileCoefficient : IMetric
{
    /// <inheritdoc/>
    public string Name => "Quartile coefficient";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double median = Selection.Quantile(landscape.Loss, 0.5);
        return median == 0 ? double.NaN : FitnessSpread.InterquartileRange(landscape.Loss) / Math.Abs(median);
    }
}
