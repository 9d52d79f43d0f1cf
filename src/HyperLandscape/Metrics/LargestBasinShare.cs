using System.Numerics.Tensors;

namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the configurations that the largest basin of attraction holds, see <see cref="Landscape.Basins"/>. Range
/// (0, 1]; 1 = a single basin. Always defined. O(edges) on first use, then O(optima).
/// </summary>
public sealed record LargestBasinShare : IMetric
{
    /// <inheritdoc/>
    public string Name => "Largest basin share";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => (double)TensorPrimitives.Max(landscape.BasinSizes) / landscape.Count;
}
