using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Range of the fitness, largest minus smallest value, / |median|. Range [0, infinity); higher = more spread. Unaffected by the
/// objective; free of scale but not of shift. Ties and tolerance do not matter. NaN if the median is zero. O(n). Source: as in
/// GraphFLA.
/// </summary>
public sealed record RelativeRange : IMetric
{
    /// <inheritdoc/>
    public string Name => "Relative range";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double median = Selection.Quantile(landscape.Loss, 0.5);
        return median == 0 ? double.NaN : FitnessSpread.Range(landscape.Loss) / Math.Abs(median);
    }
}
