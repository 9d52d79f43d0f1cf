namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the configurations whose best-improvement climb ends in a global optimum: the basins of all local optima
/// whose fitness equals the best exactly. Range (0, 1]; higher = easier. Always defined. O(edges) on first use, then
/// O(optima).
/// </summary>
public sealed record GlobalBasinShare : IMetric
{
    /// <inheritdoc/>
    public string Name => "Global basin share";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double best = landscape.Loss[landscape.GlobalOptima[0]];
        long held = 0;
        for (int basin = 0; basin < landscape.Optima.Length; basin++)
            held += landscape.Loss[landscape.Optima[basin]] == best ? landscape.BasinSizes[basin] : 0;
        return (double)held / landscape.Count;
    }
}
