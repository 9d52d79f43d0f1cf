using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// The gains along all climbs that end in a global optimum. Climbs that meet stay together, so they form trees with the
/// optima as roots; a walk through a tree adds and removes one gain per vertex, and rank sums change by what prefix sums tell.
/// </summary>
internal sealed class ClimbGains
{
    private readonly List<int> roots = [];
    private readonly int[] firstChild;
    private readonly int[] nextSibling;
    private readonly int[] gains; // per vertex the number of its gain among the distinct gains, ascending
    private readonly PrefixSums counts; // by gain, how many there are on the present climb
    private readonly PrefixSums depths; // and the sum of their depths
    private readonly long[] countOf; // the same for single gains
    private readonly long[] depthOf;

    public ClimbGains(Landscape landscape)
    {
        ReadOnlySpan<double> loss = landscape.Loss;
        double best = loss[landscape.GlobalOptima[0]];
        firstChild = new int[loss.Length];
        nextSibling = new int[loss.Length];
        Array.Fill(firstChild, -1);
        var values = new double[loss.Length];
        for (int vertex = loss.Length - 1; vertex >= 0; vertex--)
        {
            int successor = landscape.Successor(vertex);
            if (successor >= 0)
            {
                values[vertex] = loss[vertex] - loss[successor];
                nextSibling[vertex] = firstChild[successor];
                firstChild[successor] = vertex;
            }
            else if (loss[landscape.Optima[landscape.Basins[vertex]]] == best)
            {
                roots.Add(vertex);
            }
        }

        (gains, int distinct) = Ranking.Number(values, FitnessSpread.Rounding(loss));
        counts = new PrefixSums(distinct);
        depths = new PrefixSums(distinct);
        countOf = new long[distinct];
        depthOf = new long[distinct];
    }

    /// <summary>
    /// For every start the number of vertices on its climb, and Spearman's correlation of the depth of its steps (1 for the
    /// last one, so depth descends along a climb) and their gains; NaN if gains are equal. O(log n) each.
    /// </summary>
    public IEnumerable<(int Start, int Length, double Correlation)> Correlations()
    {
        var path = new Stack<(int Vertex, Sums Sums)>();
        foreach (int root in roots)
        {
            int vertex = firstChild[root];
            while (vertex >= 0 || path.Count > 0)
            {
                if (vertex < 0)
                {
                    int left = path.Pop().Vertex;
                    Change(left, path.Count + 1, -1);
                    vertex = nextSibling[left];
                    continue;
                }

                int depth = path.Count + 1;
                Sums sums = Extend(depth == 1 ? default : path.Peek().Sums, gains[vertex], depth);
                Change(vertex, depth, 1);
                path.Push((vertex, sums));
                yield return (vertex, depth + 1, sums.Correlation(depth));
                vertex = firstChild[vertex];
            }
        }
    }

    private void Change(int vertex, int depth, int sign)
    {
        int gain = gains[vertex];
        counts.Add(gain, sign);
        depths.Add(gain, sign * depth);
        countOf[gain] += sign;
        depthOf[gain] += sign * depth;
    }

    /// <summary>The sums with one more gain: larger ones rise by a rank, equal ones by half a rank.</summary>
    private Sums Extend(Sums sums, int gain, int depth)
    {
        double smaller = counts.Before(gain);
        double equal = countOf[gain];
        double largerDepths = ((double)depth * (depth - 1) / 2) - depths.Before(gain) - depthOf[gain];
        double rank = smaller + 1 + (equal / 2);
        return new Sums(sums.Products + largerDepths + (depthOf[gain] / 2.0) + (depth * rank), sums.Ties + (3 * equal * (equal + 1)));
    }

    /// <summary>Sum of depth * rank of the gain, and the sum of c^3 - c over groups of c equal gains.</summary>
    private readonly record struct Sums(double Products, double Ties)
    {
        public double Correlation(double steps)
        {
            double spread = ((steps * steps * steps) - steps) / 12;
            double rankSpread = spread - (Ties / 12);
            double mean = (steps + 1) / 2;
            return rankSpread > 0 ? Math.Clamp((Products - (steps * mean * mean)) / Math.Sqrt(spread * rankSpread), -1, 1) : double.NaN;
        }
    }
}
