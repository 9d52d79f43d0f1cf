using System.Globalization;

namespace HyperLandscape.Numerics;

/// <summary>A number of things, in words.</summary>
internal static class Counted
{
    /// <summary>For example <c>1 edge</c> or <c>7,216 edges</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">What one of them is called.</param>
    /// <param name="several">What several are called; an s more if null.</param>
    public static string Of(long count, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : several ?? one + "s")}");
}
