using System.Numerics.Tensors;

namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the configurations that lie on the largest plateau, see <see cref="Landscape.Plateaus"/>; 0 if there is none.
/// Range [0, 1]; higher = flatter. Neutrality by <see cref="Landscape.Tolerance"/>; unaffected by the objective. Always
/// defined. O(edges) on first use, then O(n). Source: Reidys and Stadler (2001), "Neutrality in fitness landscapes".
/// </summary>
public sealed record LargestPlateauShare : IMetric
{
    /// <inheritdoc/>
    public string Name => "Largest plateau share";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        var sizes = new int[landscape.PlateauCount];
        foreach (int plateau in landscape.Plateaus)
        {
            if (plateau >= 0)
                sizes[plateau]++;
        }

        return sizes.Length == 0 ? 0 : (double)TensorPrimitives.Max<int>(sizes) / landscape.Count;
    }
}
