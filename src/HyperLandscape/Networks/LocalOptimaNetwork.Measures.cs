namespace HyperLandscape.Networks;

/// <content>What is measured of the nodes.</content>
public sealed partial class LocalOptimaNetwork
{
    /// <summary>
    /// How hard a node is to leave: the share of its moves that stay, in [0, 1]; higher = harder. 1 for a node without moves, which
    /// cannot be left.
    /// </summary>
    public double EscapeDifficulty(int node) => moves[node] == 0 ? 1 : (double)Stays[node] / moves[node];

    /// <summary>
    /// How often leaving a node is an improvement: among its moves that do not stay, the share that lead to better nodes, in [0, 1];
    /// higher = easier to improve. 0 for a node that no move leaves.
    /// </summary>
    public double ImprovementRate(int node)
    {
        long leaving = moves[node] - Stays[node];
        long improving = 0;
        for (int edge = 0; edge < Targets(node).Length; edge++)
            improving += Loss(Targets(node)[edge]) < Loss(node) ? Counts(node)[edge] : 0;
        return leaving == 0 ? 0 : (double)improving / leaving;
    }

    /// <summary>The sum of the counts of all edges from a node.</summary>
    public long OutStrength(int node) => Rows.Sum(node);

    /// <summary>The sum of the counts of all edges to a node: how strongly it attracts.</summary>
    public long InStrength(int node) => Incoming.Sum(node);

    /// <summary>The nodes that no edge leaves, ascending. O(nodes).</summary>
    public int[] Sinks() => [.. Enumerable.Range(0, Count).Where(node => Targets(node).IsEmpty)];

    /// <summary>
    /// The accessibility of every node: the number of nodes from which edges lead to it, over whatever many steps, itself included;
    /// from 1 to <see cref="Count"/>. Exact; O(nodes * edges / 64), where edges within a strongly connected component do not count.
    /// </summary>
    public int[] Accessibility()
    {
        var weights = new int[Count];
        Array.Fill(weights, 1);
        return Ancestors.Count(Rows, weights);
    }

    /// <summary>
    /// PageRank: the stationary probability of every node under a walk that follows an edge with a probability proportional to its
    /// count, and with the probability 1 - damping, or from a node without edges, starts anew at any node. Sums to 1. Accurate to
    /// about 1e-14 in all; O(edges * ln(1e-14) / ln(damping)).
    /// </summary>
    /// <param name="damping">The probability of going on, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The damping is not in [0, 1).</exception>
    /// <remarks>Source: Brin and Page (1998), "The anatomy of a large-scale hypertextual web search engine".</remarks>
    public double[] PageRank(double damping = 0.85)
    {
        if (!(damping is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(damping), damping, "The damping is a probability below 1, 0.85 by custom.");
        return Networks.PageRank.Of(this, damping);
    }
}
