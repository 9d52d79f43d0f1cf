using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>How the gain of improving arcs goes with the quality of the vertices at one of their ends.</summary>
internal static class GainCorrelation
{
    /// <summary>
    /// Pearson correlation, over the vertices with such arcs, of quality (larger is better) and mean gain; NaN with fewer
    /// than two such vertices or if one of the two does not vary.
    /// </summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="leaving">Whether of the arcs that leave a vertex, or of those that arrive at it.</param>
    public static double Of(Landscape landscape, bool leaving)
    {
        ReadOnlySpan<double> loss = landscape.Loss;
        var buffer = new int[landscape.Graph.MaxDegree];
        var sums = default(PairSums);
        for (int vertex = 0; vertex < loss.Length; vertex++)
        {
            double total = 0;
            int arcs = 0;
            foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
            {
                double gain = leaving ? loss[vertex] - loss[neighbor] : loss[neighbor] - loss[vertex];
                if (gain > landscape.Tolerance)
                {
                    total += gain;
                    arcs++;
                }
            }

            if (arcs == 0)
                continue;
            if (sums.Count == 0)
                sums = new PairSums(-loss[vertex], total / arcs);
            sums.Add(-loss[vertex], total / arcs);
        }

        return sums.Correlation();
    }
}
