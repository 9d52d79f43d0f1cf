using HyperLandscape.Graphs;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Graphs;

/// <summary>What a pass over the edges yields, arc by arc from the definitions.</summary>
internal sealed class ReferencePass
{
    private readonly CompensatedSum[] sums = new CompensatedSum[8];

    public ReferencePass(int[][] neighbors, double[] loss, EdgeCenters centers, double tolerance, double neutralTolerance)
    {
        Best = new int[loss.Length];
        NeutralDegrees = new ushort[loss.Length];
        Degrees = [.. neighbors.Select(others => (ushort)others.Length)];
        for (int vertex = 0; vertex < loss.Length; vertex++)
        {
            int[] better = [.. neighbors[vertex].Where(other => loss[vertex] - loss[other] > tolerance)];
            int[] worse = [.. neighbors[vertex].Where(other => loss[other] - loss[vertex] > tolerance)];
            Best[vertex] = better.Length == 0 ? -1 : better.OrderBy(other => loss[other]).ThenBy(other => other).First();
            NeutralDegrees[vertex] = (ushort)neighbors[vertex].Count(other => Math.Abs(loss[vertex] - loss[other]) <= neutralTolerance);
            DegreeCount += neighbors[vertex].Length;
            ArcCount += better.Length;
            NeutralCount += neighbors[vertex].Length - better.Length - worse.Length;
            (double x, double source) = (loss[vertex] - centers.Edge, loss[vertex] - centers.Source);
            foreach (int other in neighbors[vertex])
            {
                (double y, double target) = (loss[other] - centers.Edge, loss[other] - centers.Target);
                bool isBetter = loss[vertex] - loss[other] > tolerance;
                double[] arc = isBetter ? [source, source * source, target, target * target, source * target] : new double[5];
                double[] terms = [x, x * x, x * y, .. arc];
                for (int i = 0; i < terms.Length; i++)
                    sums[i].Add(terms[i]);
            }
        }
    }

    public int[] Best { get; }

    public ushort[] NeutralDegrees { get; }

    public ushort[] Degrees { get; }

    public long DegreeCount { get; }

    public long ArcCount { get; }

    public long NeutralCount { get; }

    /// <summary>Over all edges from both ends: x, x^2, x y; over arcs: source, source^2, target, target^2, source target.</summary>
    public double[] Sums => [.. sums.Select(sum => sum.Value)];
}
