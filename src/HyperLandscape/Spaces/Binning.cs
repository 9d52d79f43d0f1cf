using System.Globalization;

namespace HyperLandscape.Spaces;

/// <summary>
/// Makes levels of a continuous hyperparameter: its range, from the smallest to the largest value that occurs, is cut in
/// bins of equal width, and a value stands for the middle of its bin, to three digits or as many as put it within a tenth
/// of the width. The result is a grid, in which several runs may fall into one cell; <see cref="Duplicates"/> says how their
/// fitness is combined, and <see cref="Landscape.RunCounts"/> how many they were.
/// </summary>
/// <remarks>
/// Bins are half open, [from, to), the last one closed. One without a value is a level nonetheless, which keeps the
/// distance of those beside it. Fewer bins: more runs per cell and less noise, but what happens within a bin is averaged
/// away: the landscape gets smoother, and its optima fewer. The fitness of a cell says where in it the runs happened to lie, too.
/// </remarks>
/// <param name="Hyperparameter">The name of the hyperparameter.</param>
/// <param name="Count">The number of bins, at least 1.</param>
public sealed record Binning(string Hyperparameter, int Count)
{
    /// <summary>The number of bins, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Count { get; init; } = Count >= 1 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "There must be at least one bin.");

    /// <summary>Whether bins are of equal width on a logarithmic scale; values must then be positive.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>The hyperparameter whose levels are the bins that span some values, and the bin of each.</summary>
    internal (Hyperparameter Hyperparameter, int[] Bins) Of(double[] values)
    {
        double[] scaled = [.. values.Select(Scale)];
        double smallest = scaled.Min();
        double width = (scaled.Max() - smallest) / Count;
        if (width == 0)
            return (Spaces.Hyperparameter.Ordinal(Hyperparameter, values[0]), new int[values.Length]);
        double[] middles = [.. Enumerable.Range(0, Count).Select(bin => Rounded(smallest + ((bin + 0.5) * width), width / 10))];
        return (Spaces.Hyperparameter.Ordinal(Hyperparameter, middles), [.. scaled.Select(value => Math.Min((int)((value - smallest) / width), Count - 1))]);
    }

    /// <summary>The shortest value, of three digits at least, that is as near on the scale; the value itself if rounding cannot come as near.</summary>
    private double Rounded(double scaled, double near)
    {
        double value = Unscale(scaled);
        if (!Logarithmic && Math.Abs(value) <= near)
            return 0;
        for (int digits = 3; digits <= 17; digits++)
        {
            double rounded = double.Parse(value.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (Math.Abs(Scale(rounded) - scaled) <= near)
                return rounded;
        }

        return value;
    }

    private double Scale(double value) => Logarithmic ? Math.Log(value) : value;

    private double Unscale(double value) => Logarithmic ? Math.Exp(value) : value;
}
