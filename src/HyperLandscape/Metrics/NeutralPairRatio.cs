namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the pairs of neighbours with |f(i) - f(j)| &lt;= tolerance, pooled over all pairs, where
/// <see cref="MeanNeutrality"/> averages over configurations. Range [0, 1]; higher = flatter. Unaffected by the objective.
/// </summary>
/// <remarks>
/// Set the tolerance to suit the scale of your fitness; it is independent of <see cref="Landscape.Tolerance"/>. NaN without
/// edges. O(edges). Sources: Reidys and Stadler (2001), "Neutrality in fitness landscapes"; pooled over pairs: GraphFLA.
/// </remarks>
public sealed record NeutralPairRatio : IMetric
{
    /// <summary>Up to which difference a neighbour is neutral.</summary>
    public Tolerance Tolerance { get; init; } = 0.001;

    /// <inheritdoc/>
    public string Name => $"Neutral pair ratio (tolerance {Tolerance})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        long neutral = 0;
        foreach (ushort degree in landscape.NeutralDegrees(Tolerance))
            neutral += degree;
        return neutral / (2.0 * landscape.Graph.EdgeCount);
    }
}
