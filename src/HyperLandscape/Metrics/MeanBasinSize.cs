namespace HyperLandscape.Metrics;

/// <summary>
/// Mean number of configurations whose best-improvement climb ends in the same local optimum, see
/// <see cref="Landscape.Basins"/>. Range [1, n]; higher = fewer traps. Basins partition the n vertices, so this equals
/// n / <see cref="LocalOptimaCount"/> identically and says nothing beyond it; see <see cref="Metric.Basins"/> for what
/// does. Unaffected by the objective; ties and neutrality by <see cref="Landscape.Tolerance"/>. Always defined. O(edges) on
/// first use, then O(optima). Source: Huang and Li, arXiv 2311.14014.
/// </summary>
public sealed record MeanBasinSize : IMetric
{
    /// <inheritdoc/>
    public string Name => "Mean basin size";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => (double)landscape.Count / landscape.Optima.Length;
}
