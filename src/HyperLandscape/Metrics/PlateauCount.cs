namespace HyperLandscape.Metrics;

/// <summary>
/// Number of plateaus: connected components, of two or more vertices, of the pairs of neighbours within
/// <see cref="Landscape.Tolerance"/>. Range [0, n / 2]; 0 = nowhere flat, but a single plateau may be everything: see
/// <see cref="LargestPlateauShare"/>. Unaffected by the objective. Always defined. O(edges) on first use, then O(1). Source:
/// Reidys and Stadler (2001), "Neutrality in fitness landscapes".
/// </summary>
public sealed record PlateauCount : IMetric
{
    /// <inheritdoc/>
    public string Name => "Plateaus";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => landscape.PlateauCount;
}
