using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

internal static class CorrelationMethods
{
    /// <summary>The correlation of two variables.</summary>
    public static double Of(this CorrelationMethod method, ReadOnlyMemory<double> x, ReadOnlyMemory<double> y) => method switch
    {
        CorrelationMethod.Pearson => Correlations.Pearson(x, y),
        CorrelationMethod.Spearman => Correlations.Spearman(x, y),
        _ => Correlations.Kendall(x, y),
    };
}
