namespace HyperLandscape.Metrics;

/// <summary>
/// Correlation length, -1 / ln |rho|, where rho is the <see cref="Autocorrelation"/> of lag 1: after how many steps of a
/// random walk the correlation of an exponential decay falls to 1/e. Range [0, infinity]; higher = smoother.
/// </summary>
/// <remarks>
/// Unaffected by the objective, ties and tolerance. 0 where rho is 0, infinite where it is 1 or -1; NaN where rho is, without
/// edges or variation. O(edges) on first use, then O(1). Sources: Weinberger (1990), "Correlated and uncorrelated fitness
/// landscapes"; Stadler (1996), "Landscapes and their correlation functions".
/// </remarks>
public sealed record CorrelationLength : IMetric
{
    /// <inheritdoc/>
    public string Name => "Correlation length";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => 1 / Math.Abs(Math.Log(Math.Abs(landscape.Edges.Sums.EdgeCorrelation())));
}
