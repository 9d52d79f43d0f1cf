namespace HyperLandscape.Metrics;

/// <summary>
/// Shannon entropy of the basin shares p, -sum p ln p, in nats. Range [0, ln(optima)]; 0 = a single basin, higher = the
/// configurations divide more evenly among more basins. Unaffected by the objective; ties as in <see cref="Landscape.Basins"/>.
/// Always defined. O(edges) on first use, then O(optima). Source: Shannon's entropy, of the basins that Ochoa et al. (2008)
/// study, "A study of NK landscapes' basins and local optima networks".
/// </summary>
public sealed record BasinEntropy : IMetric
{
    /// <inheritdoc/>
    public string Name => "Basin entropy";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double entropy = 0;
        foreach (int size in landscape.BasinSizes)
        {
            double share = (double)size / landscape.Count;
            entropy -= share * Math.Log(share);
        }

        return Math.Max(0, entropy);
    }
}
