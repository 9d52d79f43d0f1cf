using HyperLandscape.Reference;

namespace HyperLandscape.Tests;

/// <summary>When two numbers count as the same.</summary>
internal static class Closeness
{
    /// <summary>
    /// Equal to 1e-12 of the larger of 1 (correlations and shares have that scale) and the expected value, times the
    /// condition number of the problem; or both NaN.
    /// </summary>
    public static bool Near(double expected, double actual, double condition = 1) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= 1e-12 * condition * Math.Max(1, Math.Abs(expected));

    /// <summary>
    /// How much larger the variance of all fitness values is than that at the ends of the arcs, at least 1. The library
    /// sums squares in one pass, which costs that factor in accuracy; it is large only where a sample has very few arcs.
    /// </summary>
    public static double Condition(ReferenceLandscape reference, Func<int, int, bool> isWanted)
    {
        (double[] sources, double[] targets) = ReferenceMetrics.Arcs(reference, isWanted);
        return ReferenceStatistics.Varies(sources) && ReferenceStatistics.Varies(targets)
            ? Math.Max(1, ReferenceStatistics.Variance(reference.Fitness) / Math.Min(ReferenceStatistics.Variance(sources), ReferenceStatistics.Variance(targets)))
            : 1;
    }
}
