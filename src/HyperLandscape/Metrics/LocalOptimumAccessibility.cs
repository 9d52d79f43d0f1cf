namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the vertices from which one local optimum can be reached over arcs: strict improvement (by more than
/// <see cref="Landscape.Tolerance"/>) at every step, to any better neighbour, not only the best. If the optimum is a
/// plateau, reaching any member counts; its members count themselves. Range (0, 1]; higher = easier to reach. Unaffected by the
/// objective. Always defined. O(edges). Sources: GraphFLA; Franke et al. (2011), "Evolutionary accessibility of mutational
/// pathways".
/// </summary>
public sealed record LocalOptimumAccessibility : IMetric
{
    /// <summary>Which optimum, as an index into <see cref="Landscape.Optima"/>.</summary>
    public required int Optimum { get; init; }

    /// <inheritdoc/>
    public string Name => $"Local optimum accessibility (optimum {Optimum})";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The landscape has no such optimum.</exception>
    public double Measure(Landscape landscape) => Accessibility.Of(landscape, Accessibility.Members(landscape, Optimum)).Share;
}
