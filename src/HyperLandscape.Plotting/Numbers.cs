using System.Globalization;

namespace HyperLandscape.Plotting;

/// <summary>Numbers as texts, in every culture alike.</summary>
internal static class Numbers
{
    /// <summary>For an axis: as short as it is exact, with groups of three digits.</summary>
    public static string Tick(double value)
    {
        double size = Math.Abs(value);
        string format = size is > 0 and < 1e-4 or >= 1e7 ? "0.###e0" : "#,0.#######";
        return Sign(value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>For a caption: four significant digits, a dash where undefined.</summary>
    public static string Text(double value) => double.IsNaN(value) ? "undefined" : Sign(value.ToString("G4", CultureInfo.InvariantCulture));

    /// <summary>A correlation or a share: two decimals.</summary>
    public static string Score(double value) => double.IsNaN(value) ? "undefined" : Sign(value.ToString("F2", CultureInfo.InvariantCulture));

    /// <summary>A share of 1 in percent.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "undefined" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    /// <summary>How many of what, with the plural in s.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>The axis of a fitness, with its direction.</summary>
    public static string FitnessOf(Landscape landscape) => landscape.Objective == Objective.Minimize ? "fitness (lower is better)" : "fitness (higher is better)";

    /// <summary>With a minus sign as wide as a digit, and none before a zero that only rounding made.</summary>
    public static string Sign(string text) => text.AsSpan().IndexOfAnyExcept("-0.") < 0 ? text.TrimStart('-') : text.Replace('-', '−');
}
