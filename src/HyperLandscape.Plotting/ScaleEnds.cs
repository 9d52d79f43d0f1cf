using ScottPlot;
using ScottPlot.Colormaps;

namespace HyperLandscape.Plotting;

/// <summary>Ends of a scale of colors, and so its middle, that are short numbers.</summary>
internal static class ScaleEnds
{
    /// <summary>The least and the largest value, rounded outward to hundredths of the power of ten below their distance; around a single value some room.</summary>
    public static (double Low, double High) Of(IReadOnlyCollection<double> values)
    {
        (double low, double high) = values.Max() > values.Min() ? (values.Min(), values.Max()) : Ranges.Around(values);
        int digits = 1 - (int)Math.Floor(Math.Log10(high - low));
        return (Rounded(low, digits, Math.Floor), Rounded(high, digits, Math.Ceiling));
    }

    /// <summary>Colors for values of the fitness, the better the darker.</summary>
    public static ColorScale OfFitness(Landscape landscape, IReadOnlyCollection<double> values, string meaning)
    {
        (double low, double high) = Of(values);
        return new ColorScale(landscape.Objective == Objective.Minimize ? new Viridis() : new Viridis().Reversed(), low, high, meaning);
    }

    private static double Rounded(double value, int digits, Func<double, double> round)
    {
        // Scaling by an integral power of ten, so that the result is the double nearest to a short decimal number.
        double power = Math.Pow(10, Math.Abs(digits));
        return digits >= 0 ? round(Math.Round(value * power, 6)) / power : round(Math.Round(value / power, 6)) * power;
    }
}
