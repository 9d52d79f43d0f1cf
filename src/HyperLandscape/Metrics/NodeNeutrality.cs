using System.Buffers;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>The neutrality of every vertex, the share of its neighbours within a tolerance, against its distance to the nearest global optimum.</summary>
internal static class NodeNeutrality
{
    private const int BlockSize = 1 << 14;

    public static Tolerance PaperTolerance => Tolerance.Absolute(0.001);

    /// <summary>Sums over all vertices with neighbours; x = distance, y = neutrality. Blocks are added up in order, so threads change nothing.</summary>
    public static PairSums AgainstDistance(Landscape landscape, Tolerance tolerance)
    {
        ushort[] neutral = landscape.NeutralDegreeArray(tolerance);
        var map = new DistanceMap(landscape.Graph, landscape.GlobalOptima);
        var origin = new PairSums(map.Distance(0), Share(neutral[0], landscape.Graph.Degree(0)));

        var blocks = new PairSums[(landscape.Count + BlockSize - 1) / BlockSize];
        Workers.For(blocks.Length, block =>
        {
            int start = block * BlockSize;
            int length = Math.Min(BlockSize, landscape.Count - start);
            int[] buffer = ArrayPool<int>.Shared.Rent(2 * length);
            try
            {
                Span<int> distances = buffer.AsSpan(0, length);
                Span<int> degree = buffer.AsSpan(length, length);
                map.Fill(start, distances);
                landscape.Graph.FillDegrees(start, degree);
                PairSums sums = origin;
                for (int i = 0; i < length; i++)
                {
                    if (degree[i] > 0)
                        sums.Add(distances[i], Share(neutral[start + i], degree[i]));
                }

                blocks[block] = sums;
            }
            finally
            {
                ArrayPool<int>.Shared.Return(buffer);
            }
        });

        PairSums total = origin;
        foreach (PairSums block in blocks)
            total.Add(block);
        return total;
    }

    private static double Share(int neutral, int degree) => degree > 0 ? (double)neutral / degree : 0;
}
