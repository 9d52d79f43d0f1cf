namespace HyperLandscape.Tests;

/// <summary>When two numbers count as the same.</summary>
internal static class Closeness
{
    /// <summary>
    /// Equal to 1e-12 of the larger of 1 (correlations and shares have that scale) and the expected value, times the
    /// condition number if the problem has one; or both NaN.
    /// </summary>
    public static bool Near(double expected, double actual, double condition = 1) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= 1e-12 * condition * Math.Max(1, Math.Abs(expected));
}
