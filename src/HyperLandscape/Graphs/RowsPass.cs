namespace HyperLandscape.Graphs;

/// <summary>The edge pass over any graph, vertex by vertex through its neighbours.</summary>
internal static class RowsPass
{
    public static EdgeSums Run(NeighborhoodGraph graph, ReadOnlySpan<double> loss, double center, double tolerance, Span<int> best, double neutralTolerance, Span<ushort> neutralDegrees)
    {
        var sums = default(EdgeSums);
        var buffer = new int[graph.MaxDegree];
        for (int vertex = 0; vertex < loss.Length; vertex++)
        {
            double value = loss[vertex];
            double neighborSum = 0;
            double betterSum = 0;
            int better = 0;
            int neutral = 0;
            int neutralDegree = 0;
            int bestNeighbor = -1;
            double bestLoss = double.PositiveInfinity;
            ReadOnlySpan<int> neighbors = graph.Neighbors(vertex, buffer);
            foreach (int neighbor in neighbors)
            {
                double other = loss[neighbor];
                double difference = value - other;
                neighborSum += other - center;
                neutral += Math.Abs(difference) <= tolerance ? 1 : 0;
                neutralDegree += Math.Abs(difference) <= neutralTolerance ? 1 : 0;
                if (difference > tolerance)
                {
                    better++;
                    betterSum += other - center;
                    if (other < bestLoss)
                    {
                        bestLoss = other;
                        bestNeighbor = neighbor;
                    }
                }
            }

            sums.Add(value - center, neighbors.Length, better, neutral, neighborSum, betterSum);
            best[vertex] = bestNeighbor;
            if (!neutralDegrees.IsEmpty)
                neutralDegrees[vertex] = (ushort)neutralDegree;
        }

        return sums;
    }
}
