namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the configurations whose best-improvement climb ends in a global optimum: the basins of all local optima
/// whose fitness equals the best exactly. Range (0, 1]; higher = easier. Unaffected by the objective; ties on a climb as in
/// <see cref="Landscape.Basins"/>. Always defined. O(edges) on first use, then O(optima). Source: Ochoa et al. (2008), "A study of
/// NK landscapes' basins and local optima networks".
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
