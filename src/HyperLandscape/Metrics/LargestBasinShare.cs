using System.Numerics.Tensors;

namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the configurations that the largest basin of attraction holds, see <see cref="Landscape.Basins"/>. Range
/// (0, 1]; higher = one basin holds more, 1 = a single basin. Unaffected by the objective; ties as in <see cref="Landscape.Basins"/>. Always defined. O(edges)
/// on first use, then O(optima). Source: Ochoa et al. (2008), "A study of NK landscapes' basins and local optima networks".
/// </summary>
public sealed record LargestBasinShare : IMetric
{
    /// <inheritdoc/>
    public string Name => "Largest basin share";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => (double)TensorPrimitives.Max(landscape.BasinSizes) / landscape.Count;
}
