namespace HyperLandscape.Metrics;

/// <summary>
/// M_0, how often random walks turn between rises and falls: the share of the steps that is left without neutral ones and
/// repetitions. Range [0, 1]; 0 = flat, higher = more rugged. Unaffected by the objective, shift and scale.
/// </summary>
/// <remarks>Estimated from seeded walks, see <see cref="InformationContent"/> for the definition, ties, undefined cases, cost and sources.</remarks>
public sealed record InitialPartialInformation : IMetric
{
    /// <summary>The walks.</summary>
    public WalkSample Walks { get; init; } = new();

    /// <inheritdoc/>
    public string Name => $"Initial partial information ({Walks})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => InformationContent.Of(landscape, Walks).InitialPartialInformation;
}
