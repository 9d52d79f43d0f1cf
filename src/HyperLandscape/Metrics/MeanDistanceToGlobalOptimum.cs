namespace HyperLandscape.Metrics;

/// <summary>
/// Mean distance of the configurations to the nearest global optimum, see <see cref="Landscape.DistancesToGlobalOptimum"/>;
/// global optima count with 0. Range [0, diameter of the space]; higher = farther away on average, toward a corner. It tells where the optimum lies, not how to get there.
/// </summary>
/// <remarks>
/// Global optima are all configurations with exactly the best fitness. Unaffected by the objective. Always defined. O(n) when
/// global optima are few or the sample fills an eighth of the grid. Source: GraphFLA.
/// </remarks>
public sealed record MeanDistanceToGlobalOptimum : IMetric
{
    /// <inheritdoc/>
    public string Name => "Mean distance to global optimum";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        long sum = 0;
        foreach (int distance in landscape.DistancesToGlobalOptimum())
            sum += distance;
        return (double)sum / landscape.Count;
    }
}
