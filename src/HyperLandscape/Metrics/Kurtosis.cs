using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Kurtosis of the distribution of the fitness, after Pearson: fourth central moment / variance^2, population form. Range
/// [1, infinity); 3 for a normal distribution, higher = heavier tails. Unaffected by the objective, shift and scale. NaN if all
/// values are equal. Ties and tolerance do not matter. O(n). Source: Pearson (1905).
/// </summary>
public sealed record Kurtosis : IMetric
{
    /// <inheritdoc/>
    public string Name => "Kurtosis";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        var moments = Moments.Of(landscape.LossMemory);
        return moments.Fourth / (moments.Second * moments.Second);
    }
}
