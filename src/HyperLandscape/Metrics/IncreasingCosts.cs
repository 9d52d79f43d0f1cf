namespace HyperLandscape.Metrics;

/// <summary>
/// Whether deteriorations grow as the fitness gets better: correlation, over all configurations with a worse
/// neighbor, of their quality and the mean loss by moving to their worse neighbors. Range [-1, 1]; positive = the better a
/// configuration, the more a wrong step costs (increasing costs), negative = the less.
/// </summary>
/// <remarks>
/// Quality is the fitness if it is maximized and its negative if minimized, so that the objective does not matter. A
/// neighbor is worse if it is so by more than <see cref="Landscape.Tolerance"/>; configurations without one are left
/// out. Unaffected by shifting and scaling the fitness. NaN with fewer than two such configurations or if either side
/// does not vary. O(edges), with Kendall's method plus O(n log n). Source: Johnson et al. (2019), "Higher-fitness yeast
/// genotypes are less robust to deleterious mutations", on increasing costs; as a correlation over the landscape:
/// GraphFLA.
/// </remarks>
public sealed record IncreasingCosts : IMetric
{
    /// <summary>Which correlation.</summary>
    public CorrelationMethod Method { get; init; } = CorrelationMethod.Pearson;

    /// <inheritdoc/>
    public string Name => $"Increasing costs ({Method})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => GainCorrelation.Of(landscape, leaving: false, Method);
}
