using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>The edge pass over any graph, vertex by vertex through its neighbours.</summary>
internal static class RowsPass
{
    public static EdgeSums Run(NeighborhoodGraph graph, GridPass.Work work)
    {
        var blocks = new EdgeSums[Workers.BlockCount(graph.VertexCount)];
        Workers.ForBlocks(graph.VertexCount, (start, length) => blocks[start / Workers.BlockSize] = RunVertices(graph, work, start, start + length));

        EdgeSums total = default;
        foreach (EdgeSums block in blocks)
            total += block;
        return total;
    }

    private static EdgeSums RunVertices(NeighborhoodGraph graph, GridPass.Work work, int start, int end)
    {
        var sums = default(EdgeSums);
        ReadOnlySpan<double> loss = work.Loss.Span;
        var buffer = new int[graph.MaxDegree];
        for (int vertex = start; vertex < end; vertex++)
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
                neighborSum += other - work.Centers.Target;
                neutral += Math.Abs(difference) <= work.Tolerance ? 1 : 0;
                neutralDegree += Math.Abs(difference) <= work.NeutralTolerance ? 1 : 0;
                if (difference > work.Tolerance)
                {
                    better++;
                    betterSum += other - work.Centers.Target;
                    if (other < bestLoss)
                    {
                        bestLoss = other;
                        bestNeighbor = neighbor;
                    }
                }
            }

            sums.Add(value, work.Centers, neighbors.Length, better, neutral, neighborSum, betterSum);
            if (work.Best.Length > 0)
                work.Best[vertex] = bestNeighbor;
            if (work.NeutralDegrees.Length > 0)
                work.NeutralDegrees[vertex] = (ushort)neutralDegree;
            if (work.Degrees.Length > 0)
                work.Degrees[vertex] = (ushort)neighbors.Length;
        }

        return sums;
    }
}
