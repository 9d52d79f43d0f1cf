using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>How the gain of improving arcs goes with the quality of the vertices at one of their ends.</summary>
internal static class GainCorrelation
{
    /// <summary>
    /// Correlation, over the vertices with such arcs, of quality (larger is better) and mean gain; NaN with fewer
    /// than two such vertices or if one of the two does not vary.
    /// </summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="leaving">Whether of the arcs that leave a vertex, or of those that arrive at it.</param>
    /// <param name="method">Which correlation.</param>
    public static double Of(Landscape landscape, bool leaving, CorrelationMethod method)
    {
        var gains = new double[landscape.Count];
        MeanGains.Fill(landscape.Graph, landscape.LossMemory, landscape.Tolerance, leaving, gains);
        var quality = new double[gains.Length];
        int count = Gather(landscape.Loss, quality, gains);
        if (method != CorrelationMethod.Pearson)
        {
            int[] numbers = Ranking.Number(gains.AsSpan(0, count), FitnessSpread.Rounding(landscape.Loss)).Numbers;
            TensorPrimitives.ConvertChecked<int, double>(numbers, gains);
        }

        return method.Of(quality.AsMemory(0, count), gains.AsMemory(0, count));
    }

    /// <summary>Moves quality and mean gain of the vertices with arcs to the front, and returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    private static int Gather(ReadOnlySpan<double> loss, Span<double> quality, Span<double> gains)
    {
        int count = 0;
        for (int vertex = 0; vertex < loss.Length; vertex++)
        {
            if (!double.IsNaN(gains[vertex]))
                (quality[count], gains[count++]) = (-loss[vertex], gains[vertex]);
        }

        return count;
    }
}
