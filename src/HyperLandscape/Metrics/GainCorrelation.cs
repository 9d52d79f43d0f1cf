using System.Numerics.Tensors;
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
        // Arcs arrive at a vertex from where the negated loss is better.
        double[] heights = landscape.Loss.ToArray();
        if (!leaving)
            TensorPrimitives.Negate(heights, heights);
        var gains = new double[heights.Length];
        var arcs = new double[heights.Length];
        GainSums.Fill(landscape.Graph, heights, landscape.Tolerance, gains, arcs);

        double[] quality = heights;
        int count = 0;
        for (int vertex = 0; vertex < quality.Length; vertex++)
        {
            if (arcs[vertex] > 0)
                (quality[count], gains[count++]) = (-landscape.Loss[vertex], gains[vertex] / arcs[vertex]);
        }

        if (method != CorrelationMethod.Pearson)
        {
            int[] numbers = Ranking.Number(gains.AsSpan(0, count), FitnessSpread.Rounding(landscape.Loss)).Numbers;
            TensorPrimitives.ConvertChecked<int, double>(numbers, gains);
        }

        return method.Of(quality.AsMemory(0, count), gains.AsMemory(0, count));
    }
}
