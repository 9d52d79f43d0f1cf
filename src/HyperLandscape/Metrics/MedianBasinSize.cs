namespace HyperLandscape.Metrics;

/// <summary>
/// Median size of the basins of attraction (the mean of the two middle ones if even), see <see cref="Landscape.Basins"/>.
/// Range [1, n]; far below <see cref="MeanBasinSize"/> = few basins hold most configurations. Always defined.
/// O(edges) on first use, then O(optima log optima).
/// </summary>
public sealed record MedianBasinSize : IMetric
{
    /// <inheritdoc/>
    public string Name => "Median basin size";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        int[] sizes = landscape.BasinSizes.ToArray();
        Array.Sort(sizes);
        return (sizes[(sizes.Length - 1) / 2] + (double)sizes[sizes.Length / 2]) / 2;
    }
}
