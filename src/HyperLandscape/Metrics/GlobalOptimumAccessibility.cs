namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the vertices from which a global optimum can be reached over arcs: strict improvement (by more than
/// <see cref="Landscape.Tolerance"/>) at every step, to any better neighbour, not only the best. The global optima
/// themselves count. Range (0, 1]; higher = easier. Unaffected by the objective. Always defined. O(edges). Sources: GraphFLA;
/// Franke et al. (2011), "Evolutionary accessibility of mutational pathways".
/// </summary>
public sealed record GlobalOptimumAccessibility : IMetric
{
    /// <inheritdoc/>
    public string Name => "Global optimum accessibility";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => Accessibility.Of(landscape, landscape.GlobalOptima).Share;
}
