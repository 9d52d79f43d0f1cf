namespace HyperLandscape.Metrics;

/// <summary>
/// Median size of the basins of attraction (the mean of the two middle ones if even), see <see cref="Landscape.Basins"/>.
/// Range [1, n]; higher = fewer traps, far below <see cref="MeanBasinSize"/> = few basins hold most configurations. Unaffected by
/// the objective; ties as in <see cref="Landscape.Basins"/>. Always defined. O(edges) on first use, then O(optima log optima).
/// Source: sizes of basins as in Ochoa et al. (2008), "A study of NK landscapes' basins and local optima networks".
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
