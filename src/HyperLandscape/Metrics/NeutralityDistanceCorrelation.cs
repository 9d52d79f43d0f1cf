namespace HyperLandscape.Metrics;

/// <summary>
/// Neutrality distance correlation: minus the Pearson correlation, over vertices with neighbours, between the distance
/// to the nearest global optimum and the neutrality (the share of neighbours within the tolerance). Range [-1, 1];
/// positive = flatter near the optimum, as the paper reads it (the bare correlation has the other sign).
/// </summary>
/// <remarks>
/// Global optima are all configurations with exactly the best fitness. Unaffected by the objective. NaN if distance or neutrality does not vary, or
/// fewer than two vertices have neighbours. O(edges). Source: Huang and Li, arXiv 2311.14014.
/// </remarks>
public sealed record NeutralityDistanceCorrelation : IMetric
{
    /// <summary>Up to which difference a neighbour is neutral.</summary>
    public Tolerance Tolerance { get; init; } = 0.001;

    /// <inheritdoc/>
    public string Name => $"Neutrality distance correlation (tolerance {Tolerance})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => -landscape.Neutral(Tolerance).AgainstDistance.Correlation();
}
