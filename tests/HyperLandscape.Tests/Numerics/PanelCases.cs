using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

/// <summary>Panels of given and of random values.</summary>
internal static class PanelCases
{
    /// <summary>A panel of these values, row by row.</summary>
    public static Panel<T> Of<T>(this PanelPool<T> pool, ReadOnlySpan<T> values)
        where T : struct, INumber<T>
    {
        Panel<T> panel = pool.Take();
        values.CopyTo(panel.Values);
        return panel;
    }

    /// <summary>A panel of values in [-0.5, 0.5].</summary>
    public static Panel<T> Random<T>(this PanelPool<T> pool, int seed)
        where T : struct, INumber<T>
    {
        var random = new Random(seed);
        Panel<T> panel = pool.Take();
        foreach (ref T value in panel.Values)
            value = T.CreateChecked(random.NextDouble() - 0.5);
        return panel;
    }
}
