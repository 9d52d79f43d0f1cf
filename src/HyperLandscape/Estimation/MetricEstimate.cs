using HyperLandscape.Tables;

namespace HyperLandscape.Estimation;

/// <summary>What a sample of a grid tells about one metric of the whole grid; see <see cref="GridEstimation"/>.</summary>
/// <param name="Name">The name of the metric, as in a profile.</param>
/// <param name="Value">The estimate; NaN where there is none, and <paramref name="Note"/> says why.</param>
/// <param name="Lower">The lower end of the interval, or a lower bound; NaN where there is none.</param>
/// <param name="Upper">The upper end of the interval, or an upper bound; NaN where there is none.</param>
/// <param name="Note">Why there is no estimate, and what is given instead; empty if there is one.</param>
public sealed record MetricEstimate(string Name, double Value, double Lower, double Upper, string Note)
{
    /// <summary>For example <c>0.7277 [0.6873, 0.7631]</c>.</summary>
    public override string ToString() => $"{TextTable.Number(Value)} [{TextTable.Number(Lower)}, {TextTable.Number(Upper)}]";

    internal static MetricEstimate None(string name, string reason) => new(name, double.NaN, double.NaN, double.NaN, reason);
}
