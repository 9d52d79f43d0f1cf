namespace HyperLandscape.Metrics;

/// <summary>
/// Newman's assortativity for a number: the Pearson correlation of the fitness at the two ends of an edge. Range
/// [-1, 1]; higher = similar fitness lies together, a smoother landscape. Unaffected by the objective.
/// </summary>
/// <remarks>
/// Neutral pairs (within <see cref="Landscape.Tolerance"/>) have no improving arc; they count under
/// <see cref="AssortativityEdges.All"/> only. NaN with fewer than two arcs (or no edge), or if the fitness does not vary
/// over the ends. O(edges) on first use, then O(1). Sources: Newman (2003), "Mixing patterns in networks"; Huang and Li,
/// arXiv 2311.14014 (performance assortativity).
/// </remarks>
public sealed record FitnessAssortativity : IMetric
{
    /// <summary>Along which edges.</summary>
    public AssortativityEdges Edges { get; init; } = AssortativityEdges.Improving;

    /// <inheritdoc/>
    public string Name => Edges == AssortativityEdges.Improving ? "Fitness assortativity" : "Fitness assortativity (all edges)";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) =>
        Edges == AssortativityEdges.Improving ? landscape.Edges.Sums.ArcCorrelation() : landscape.Edges.Sums.EdgeCorrelation();
}
