using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Mean |difference of fitness| over all pairs of neighbours, neutral ones included, divided by the population standard
/// deviation of the fitness. Range [0, infinity); higher = steeper, more rugged. Free of shift and scale; unaffected by
/// the objective, ties and tolerance.
/// </summary>
/// <remarks>
/// About 2 / sqrt(pi) = 1.13 where neighbours are independent and normal. GraphFLA divides by the mean fitness instead, which
/// depends on where the scale has its zero. NaN without edges or if all values are equal. O(edges). Source: the mean
/// |difference| is that of GraphFLA.
/// </remarks>
public sealed record GradientIntensity : IMetric
{
    /// <inheritdoc/>
    public string Name => "Gradient intensity";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double deviation = Math.Sqrt(Moments.Of(landscape.LossMemory).Second);
        if (landscape.Graph.EdgeCount == 0 || deviation == 0)
            return double.NaN;
        double sum = 0;
        foreach (AbsoluteSum block in EdgeRuns.Visit(landscape.Graph, new AbsoluteSum(landscape.LossMemory)))
            sum += block.Sum;
        return sum / landscape.Graph.EdgeCount / deviation;
    }

    private struct AbsoluteSum(ReadOnlyMemory<double> loss) : IEdgeVisitor
    {
        public double Sum { get; private set; }

        public void Visit(int low, int high, int length) =>
            Sum += AbsoluteDifferences.Sum(loss.Span.Slice(low, length), loss.Span.Slice(high, length));
    }
}
