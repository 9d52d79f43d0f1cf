namespace HyperLandscape.Metrics;

/// <summary>
/// Number of plateaus: connected components, of two or more vertices, of the pairs of neighbours within
/// <see cref="Landscape.Tolerance"/>. Range [0, n / 2]. Unaffected by the objective. Always defined. O(edges) on first use,
/// then O(1).
/// </summary>
public sealed record PlateauCount : IMetric
{
    /// <inheritdoc/>
    public string Name => "Plateaus";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => landscape.PlateauCount;
}
