namespace HyperLandscape.Plotting;

/// <summary>Points that a picture can hold: beyond some thousands they only cover each other.</summary>
internal static class Thinning
{
    public const int Most = 6_000;

    /// <summary>At most <see cref="Most"/> of 0 .. count - 1, scattered evenly and always the same.</summary>
    public static int[] Rows(int count) =>
        count <= Most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, Most).Select(i => (int)((i + Scatter(i)) * count / Most))];

    /// <summary>What the caption says about it; empty if all points are drawn.</summary>
    public static string Remark(int count) => count <= Most ? "" : FormattableString.Invariant($" {Most:N0} of the points are drawn; all figures are of all.");

    /// <summary>A number in [0, 1) per index, evenly spread (multiples of the golden ratio).</summary>
    public static double Scatter(int index) => index * 0.6180339887498949 % 1;
}
