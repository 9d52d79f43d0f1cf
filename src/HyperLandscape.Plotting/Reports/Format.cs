using System.Globalization;

namespace HyperLandscape.Plotting.Reports;

/// <summary>Numbers as text, the same in all countries.</summary>
internal static class Format
{
    /// <summary>What stands where there is no number.</summary>
    public const string Undefined = "–";

    /// <summary>For reading: about four significant digits, counts and halves in full.</summary>
    public static string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size < 1e15 && value == Math.Round(value) ? "N0" : size is >= 1 and < 1e15 && 2 * value == Math.Round(2 * value) ? "N1" : size switch { >= 1000 => "N1", >= 10 => "F2", >= 1e-3 => "F4", _ => "G3" };
        return double.IsNaN(value) ? Undefined : Numbers.Sign(value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>For sentences: two digits after the point.</summary>
    public static string Short(double value) => double.IsNaN(value) ? Undefined : Numbers.Sign(value.ToString("F2", CultureInfo.InvariantCulture));

    /// <summary>A share, in whole percent; none and all are told from nearly none and nearly all.</summary>
    public static string Percent(double share) => share switch
    {
        double.NaN => Undefined,
        > 0 and < 0.005 => "less than 1 %",
        >= 0.995 and < 1 => "more than 99 %",
        _ => (100 * share).ToString("F0", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>For machines: the shortest form that reads back exactly.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>For example 1 landscape, 2 landscapes.</summary>
    public static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The median of the values that are defined; NaN if none is.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
