using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the improving arcs i -> j whose target also has better surroundings: the mean fitness of the other neighbours of
/// j (without i) is better than that of the other neighbours of i (without j). Range [0, 1]; higher = improvements lead to
/// where further improvements are likely.
/// </summary>
/// <remarks>
/// The two ends are left out on both sides, since the arc itself would decide otherwise. Arcs are improvements by more than
/// <see cref="Landscape.Tolerance"/>; an arc with an end that has no other neighbour is left out. Means that differ by no more
/// than 2^-46 of the range of the fitness count as equal, so that rounding does not decide. Unaffected by the objective. NaN if
/// no arc is left. O(edges). Source: after Wagner (2023), "Evolvability-enhancing mutations in the fitness landscapes of an RNA
/// and a protein".
/// </remarks>
public sealed record EvolvabilityEnhancingRatio : IMetric
{
    /// <inheritdoc/>
    public string Name => "Evolvability-enhancing ratio";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double mean = Moments.MeanOf(landscape.LossMemory);
        var loss = new double[landscape.Count];
        TensorPrimitives.Subtract(landscape.Loss, mean, loss);
        var sums = new double[loss.Length];
        NeighborSums.Fill(landscape.Graph, loss, sums);
        var degrees = new int[loss.Length];
        landscape.Graph.FillDegrees(0, degrees);
        var counts = new ArcCounts(landscape.LossMemory, landscape.Tolerance, loss, sums, degrees, FitnessSpread.Rounding(loss));
        long arcs = 0;
        long enhancing = 0;
        foreach (ArcCounts block in EdgeRuns.Visit(landscape.Graph, counts))
        {
            arcs += block.Arcs;
            enhancing += block.Enhancing;
        }

        return (double)enhancing / arcs;
    }

    private struct ArcCounts(ReadOnlyMemory<double> loss, double tolerance, double[] centered, double[] sums, int[] degrees, double slack) : IEdgeVisitor
    {
        public long Arcs { get; private set; }

        public long Enhancing { get; private set; }

        public void Visit(int low, int high, int length)
        {
            ReadOnlySpan<double> values = loss.Span;
            for (int a = low, b = high; a < low + length; a++, b++)
            {
                double gain = values[a] - values[b];
                if (Math.Abs(gain) <= tolerance || degrees[a] == 1 || degrees[b] == 1)
                    continue;
                double difference = ((sums[a] - centered[b]) / (degrees[a] - 1)) - ((sums[b] - centered[a]) / (degrees[b] - 1));
                Arcs++;
                Enhancing += (gain > 0 ? difference : -difference) > slack ? 1 : 0;
            }
        }
    }
}
