namespace HyperLandscape.Metrics;

/// <summary>
/// Whether improvements shrink as the fitness gets better: correlation, over all configurations with a better
/// neighbor, of their quality and the mean improvement by their better neighbors. Range [-1, 1]; negative = the better a
/// configuration, the less a further step gains (diminishing returns), positive = the more.
/// </summary>
/// <remarks>
/// Quality is the fitness if it is maximized and its negative if minimized, so that the objective does not matter. A
/// neighbor is better if it is so by more than <see cref="Landscape.Tolerance"/>; configurations without one are left
/// out. Unaffected by shifting and scaling the fitness. NaN with fewer than two such configurations or if either side
/// does not vary. O(edges), with Kendall's method plus O(n log n). Source: Wiser, Ribeck and Lenski (2013), "Long-term
/// dynamics of adaptation in asexual populations", on diminishing returns; as a correlation over the landscape:
/// GraphFLA.
/// </remarks>
public sealed record DiminishingReturns : IMetric
{
    /// <summary>Which correlation.</summary>
    public CorrelationMethod Method { get; init; } = CorrelationMethod.Pearson;

    /// <inheritdoc/>
    public string Name => $"Diminishing returns ({Method})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => GainCorrelation.Of(landscape, leaving: true, Method);
}
