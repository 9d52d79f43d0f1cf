using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Skewness of the distribution of the fitness as a loss (smaller is better): third central moment / standard deviation^3,
/// population form. Range (-infinity, infinity); positive = a long tail of bad configurations, negative = of good ones, whichever the objective: maximizing f
/// gives minus the skewness of f itself. Free of shift and scale; ties and tolerance do not matter. NaN if all values are
/// equal. O(n). Source: Pearson's moment coefficient, as used for landscapes by GraphFLA.
/// </summary>
public sealed record Skewness : IMetric
{
    /// <inheritdoc/>
    public string Name => "Skewness";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        var moments = Moments.Of(landscape.LossMemory);
        return moments.Third / (moments.Second * Math.Sqrt(moments.Second));
    }
}
