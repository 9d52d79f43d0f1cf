using System.Numerics.Tensors;

namespace HyperLandscape.Graphs;

/// <summary>
/// One pass over all neighbour pairs of a graph: sums over edges, the best neighbour and the neutral degree of every
/// vertex. Values are losses: smaller is better.
/// </summary>
internal static class EdgePass
{
    /// <summary>Sums over edges and arcs, and for every vertex its best neighbour if better by more than the tolerance, else -1.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="loss">A finite value per vertex, smaller is better.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral.</param>
    /// <param name="best">Filled with the best neighbour of every vertex, ties to the smallest.</param>
    /// <param name="neutralTolerance">The tolerance of the neutral degrees, which may be another.</param>
    /// <param name="neutralDegrees">Filled with the number of neighbours within that tolerance; empty if not wanted.</param>
    public static EdgeSums Run(NeighborhoodGraph graph, ReadOnlySpan<double> loss, double tolerance, int[] best, double neutralTolerance, ushort[] neutralDegrees)
    {
        double center = TensorPrimitives.Sum(loss) / loss.Length;
        return RowsPass.Run(graph, loss, center, tolerance, best, neutralTolerance, neutralDegrees);
    }

    /// <summary>For every vertex the number of its neighbours within a tolerance.</summary>
    public static void NeutralDegrees(NeighborhoodGraph graph, ReadOnlySpan<double> loss, double tolerance, ushort[] neutralDegrees) =>
        Run(graph, loss, 0, new int[loss.Length], tolerance, neutralDegrees);
}
