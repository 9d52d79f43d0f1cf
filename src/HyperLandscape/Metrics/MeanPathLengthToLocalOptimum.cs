namespace HyperLandscape.Metrics;

/// <summary>
/// Mean number of steps on the shortest path of strict improvements (by more than <see cref="Landscape.Tolerance"/>, to any
/// better neighbor) to one local optimum, over the configurations that have one. If the optimum is a plateau, reaching any
/// member counts; its members count with 0. Range [0, n); higher = longer searches.
/// </summary>
/// <remarks>
/// Read it together with <see cref="LocalOptimumAccessibility"/>, the share of configurations that it is a mean over.
/// Unaffected by the objective, shift and scale. Always defined. O(edges). Source: GraphFLA.
/// </remarks>
public sealed record MeanPathLengthToLocalOptimum : IMetric
{
    /// <summary>Which optimum, as an index into <see cref="Landscape.Optima"/>.</summary>
    public required int Optimum { get; init; }

    /// <inheritdoc/>
    public string Name => $"Mean path length to local optimum {Optimum}";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The landscape has no such optimum.</exception>
    public double Measure(Landscape landscape)
    {
        var accessibility = Accessibility.Of(landscape, Accessibility.Members(landscape, Optimum));
        return (double)accessibility.Steps / accessibility.Count;
    }
}
