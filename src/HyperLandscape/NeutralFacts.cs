using System.Buffers;
using System.Runtime.CompilerServices;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape;

/// <summary>For one tolerance, how many neighbours of every vertex are neutral, and how that relates to the distance to the optimum.</summary>
internal sealed class NeutralFacts
{
    private readonly ushort[] graphDegrees; // of a sample; empty on a complete grid, where degrees follow from the levels
    private readonly Lazy<PairSums> againstDistance;

    public NeutralFacts(Landscape landscape, double tolerance, ushort[] neutralDegrees, ushort[] graphDegrees)
    {
        Tolerance = tolerance;
        NeutralDegrees = neutralDegrees;
        this.graphDegrees = graphDegrees;
        // Not the default mode, which would keep the exception of a canceled caller for every later one.
        againstDistance = new Lazy<PairSums>(() => SumAgainstDistance(landscape), LazyThreadSafetyMode.PublicationOnly);
    }

    public double Tolerance { get; }

    /// <summary>Number of neighbours within the tolerance, per vertex.</summary>
    public ushort[] NeutralDegrees { get; }

    /// <summary>
    /// Sums over all vertices with neighbours: x = distance to the nearest global optimum, y = neutrality, the share of
    /// neutral neighbours.
    /// </summary>
    public PairSums AgainstDistance => againstDistance.Value;

    private PairSums SumAgainstDistance(Landscape landscape)
    {
        var map = new DistanceMap(landscape.Graph, landscape.GlobalOptima);
        Span<int> firstDegree = stackalloc int[1];
        FillDegrees(landscape.Graph, 0, firstDegree);
        var origin = new PairSums(map.Distance(0), Share(NeutralDegrees[0], firstDegree[0]));
        var blocks = new PairSums[Workers.BlockCount(landscape.Count)];
        Workers.ForBlocks(landscape.Count, (start, length) =>
        {
            int[] buffer = ArrayPool<int>.Shared.Rent(2 * length);
            try
            {
                Span<int> distances = buffer.AsSpan(0, length);
                Span<int> degrees = buffer.AsSpan(length, length);
                map.Fill(start, distances);
                FillDegrees(landscape.Graph, start, degrees);
                blocks[start / Workers.BlockSize] = Sum(origin, distances, degrees, NeutralDegrees.AsSpan(start, length));
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

    private void FillDegrees(NeighborhoodGraph graph, int start, Span<int> degrees)
    {
        if (graphDegrees.Length == 0)
        {
            graph.FillDegrees(start, degrees);
            return;
        }

        for (int i = 0; i < degrees.Length; i++)
            degrees[i] = graphDegrees[start + i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    private static PairSums Sum(PairSums sums, ReadOnlySpan<int> distances, ReadOnlySpan<int> degrees, ReadOnlySpan<ushort> neutral)
    {
        for (int i = 0; i < distances.Length; i++)
        {
            if (degrees[i] > 0)
                sums.Add(distances[i], Share(neutral[i], degrees[i]));
        }

        return sums;
    }

    private static double Share(int neutral, int degree) => degree > 0 ? (double)neutral / degree : 0;
}
