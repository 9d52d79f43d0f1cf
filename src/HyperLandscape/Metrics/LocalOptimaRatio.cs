namespace HyperLandscape.Metrics;

/// <summary>
/// Number of local optima, see <see cref="Landscape.Optima"/>, per configuration: a plateau counts once, an isolated
/// vertex counts. Range (0, 1]; higher = more rugged. Unaffected by the objective. Ties and neutrality by
/// <see cref="Landscape.Tolerance"/>. Always defined. O(edges) on first use, then O(1). Source: Kauffman and Levin (1987), "Towards
/// a general theory of adaptive walks on rugged landscapes"; per configuration: GraphFLA.
/// </summary>
public sealed record LocalOptimaRatio : IMetric
{
    /// <inheritdoc/>
    public string Name => "Local optima ratio";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => (double)landscape.Optima.Length / landscape.Count;
}
