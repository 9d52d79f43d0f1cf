namespace HyperLandscape.Metrics;

/// <summary>
/// Correlation, over local optima (a plateau is one), of the size of the basin and the quality, minus the loss, of the
/// optimum. Range [-1, 1]; positive = better optima have larger basins, whichever the objective.
/// </summary>
/// <remarks>
/// Optima, ties, representatives and basins as in <see cref="Landscape.Optima"/> and <see cref="Landscape.Basins"/>. NaN with
/// fewer than two optima, or if sizes or qualities are all equal. O(edges) on first use, then O(optima), with Kendall's method
/// O(optima log optima). Source: Ochoa et al. (2008), "A study of NK landscapes' basins and local optima networks".
/// </remarks>
public sealed record BasinFitnessCorrelation : IMetric
{
    /// <summary>Which correlation.</summary>
    public CorrelationMethod Method { get; init; } = CorrelationMethod.Spearman;

    /// <inheritdoc/>
    public string Name => $"Basin fitness correlation ({Method})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        var sizes = new double[landscape.Optima.Length];
        var losses = new double[sizes.Length];
        for (int optimum = 0; optimum < sizes.Length; optimum++)
        {
            sizes[optimum] = landscape.BasinSizes[optimum];
            losses[optimum] = landscape.Loss[landscape.Optima[optimum]];
        }

        return -Method.Of(sizes, losses);
    }
}
