namespace HyperLandscape.Metrics;

/// <summary>
/// epsilon_max, the smallest threshold of neutrality at which the information content of random walks is largest, in units of
/// the fitness. Range [0, infinity); higher = it is most rugged on a larger scale, by larger steps. Unaffected by the objective and shift.
/// </summary>
/// <remarks>Estimated from seeded walks, see <see cref="InformationContent"/> for the definition, ties, undefined cases, cost and sources.</remarks>
public sealed record MaximizingSensitivity : IMetric
{
    /// <summary>The walks.</summary>
    public WalkSample Walks { get; init; } = new();

    /// <inheritdoc/>
    public string Name => $"Maximizing sensitivity ({Walks})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => InformationContent.Of(landscape, Walks).MaximizingSensitivity;
}
