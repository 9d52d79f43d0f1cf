using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>Limits of axes that leave marks whole.</summary>
internal static class Ranges
{
    /// <summary>From the least to the most of the values with a margin; around a single value some room.</summary>
    public static (double Low, double High) Around(IReadOnlyCollection<double> values, double margin = 0.05)
    {
        double least = values.Min();
        double most = values.Max();
        double room = most > least ? margin * (most - least) : least == 0 ? 0.5 : 0.1 * Math.Abs(least);
        return (least - room, most + room);
    }

    /// <summary>Limits of the horizontal axis for values.</summary>
    public static void Widen(Plot plot, IReadOnlyCollection<double> values)
    {
        (double low, double high) = Around(values);
        plot.Axes.SetLimitsX(low, high);
    }
}
