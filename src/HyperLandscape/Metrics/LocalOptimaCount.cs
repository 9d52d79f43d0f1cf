namespace HyperLandscape.Metrics;

/// <summary>
/// Number of local optima, see <see cref="Landscape.Optima"/>: a plateau counts once, an isolated vertex counts. Range
/// [1, n]; higher = more rugged. Unaffected by the objective. Ties and neutrality by <see cref="Landscape.Tolerance"/>. Always defined. O(edges) on
/// first use, then O(1). Source: Huang and Li, arXiv 2311.14014.
/// </summary>
public sealed record LocalOptimaCount : IMetric
{
    /// <inheritdoc/>
    public string Name => "Local optima";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => landscape.Optima.Length;
}
