namespace HyperLandscape.Metrics;

/// <summary>
/// epsilon_s, the decimal logarithm of the smallest threshold of neutrality at which the information content of random
/// walks is below 0.05. Range [-infinity, log10 of the largest difference]; higher = larger differences between neighbors, in units of the fitness. Negative infinity if it
/// is below at threshold 0 already. Unaffected by the objective and shift.
/// </summary>
/// <remarks>Estimated from seeded walks, see <see cref="InformationContent"/> for the definition, ties, undefined cases, cost and sources.</remarks>
public sealed record SettlingSensitivity : IMetric
{
    /// <summary>The walks.</summary>
    public WalkSample Walks { get; init; } = new();

    /// <inheritdoc/>
    public string Name => $"Settling sensitivity (log10) ({Walks})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => InformationContent.Of(landscape, Walks).SettlingSensitivity;
}
