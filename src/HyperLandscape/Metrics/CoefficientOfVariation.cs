using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Coefficient of variation of the fitness: sample standard deviation (n - 1) / |mean|. Range [0, infinity); higher = more
/// spread. Unaffected by the objective; free of scale but not of shift, so it suits a fitness with a natural zero. NaN with one
/// configuration or a mean of zero. Ties and tolerance do not matter. O(n). Source: Pearson (1896).
/// </summary>
public sealed record CoefficientOfVariation : IMetric
{
    /// <inheritdoc/>
    public string Name => "Coefficient of variation";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        var moments = Moments.Of(landscape.LossMemory);
        double deviation = Math.Sqrt(moments.Second * landscape.Count / (landscape.Count - 1));
        return moments.Mean == 0 ? double.NaN : deviation / Math.Abs(moments.Mean);
    }
}
