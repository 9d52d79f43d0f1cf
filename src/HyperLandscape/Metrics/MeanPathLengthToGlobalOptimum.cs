namespace HyperLandscape.Metrics;

/// <summary>
/// Mean number of steps on the shortest path of strict improvements (by more than <see cref="Landscape.Tolerance"/>, to any
/// better neighbour) to a global optimum, over the configurations that have one; the global optima count with 0. Range
/// [0, n); higher = longer searches.
/// </summary>
/// <remarks>
/// Read it together with <see cref="GlobalOptimumAccessibility"/>, the share of configurations that it is a mean over. Unaffected
/// by the objective. Always defined. O(edges). Source: GraphFLA.
/// </remarks>
public sealed record MeanPathLengthToGlobalOptimum : IMetric
{
    /// <inheritdoc/>
    public string Name => "Mean path length to global optimum";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        var accessibility = Accessibility.Of(landscape, landscape.GlobalOptima);
        return (double)accessibility.Steps / accessibility.Count;
    }
}
