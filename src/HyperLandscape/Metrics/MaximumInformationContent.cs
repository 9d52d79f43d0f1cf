namespace HyperLandscape.Metrics;

/// <summary>
/// H_max, the largest entropy of two different steps in a row (rise, fall, neutral) on random walks, over all thresholds of
/// neutrality. Range [0, 1]; higher = more rugged. Unaffected by the objective, shift and scale.
/// </summary>
/// <remarks>Estimated from seeded walks, see <see cref="InformationContent"/> for the definition, ties, undefined cases, cost and sources.</remarks>
public sealed record MaximumInformationContent : IMetric
{
    /// <summary>The walks.</summary>
    public WalkSample Walks { get; init; } = new();

    /// <inheritdoc/>
    public string Name => $"Maximum information content ({Walks})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => InformationContent.Of(landscape, Walks).Maximum;
}
