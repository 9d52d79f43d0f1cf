namespace HyperLandscape.Networks;

/// <content>Other networks made from a network; each leaves the original as it is.</content>
public sealed partial class LocalOptimaNetwork
{
    /// <summary>
    /// The monotonic network (M-LON): without the edges to worse nodes; those to equally good ones stay. <see cref="Moves"/>, and so
    /// probabilities, escape difficulty and improvement rate, are unchanged. O(edges).
    /// </summary>
    public LocalOptimaNetwork Monotonic() => With(Rows.Where((source, target, _) => Loss(target) <= Loss(source)), moves);

    /// <summary>
    /// The compressed network: nodes of exactly equal fitness that are connected by edges, in whichever direction, become one,
    /// which has the basins and moves of all; edges between them become moves that stay. Of a monotonic network it is the CMLON,
    /// which has no cycles. O(edges).
    /// </summary>
    public LocalOptimaNetwork Compressed()
    {
        int[] groups = new int[Count];
        Array.Fill(groups, -1);
        var members = new List<List<int>>();
        for (int node = 0; node < Count; node++)
        {
            if (groups[node] < 0)
                members.Add(EqualNodes(node, groups, members.Count));
        }

        if (members.Count == Count)
            return this;
        return new LocalOptimaNetwork(
            Landscape,
            Rows.Merged(groups, [.. members]),
            [.. nodes.Select(node => groups[node])],
            [.. members.Select(group => representatives[group[0]])],
            [.. members.Select(group => group.Sum(node => basinSizes[node]))],
            [.. members.Select(group => group.Sum(node => moves[node]))]);
    }

    /// <summary>
    /// The network without the edges, and without the moves that stay, that fewer than so many moves take; they are no moves any
    /// longer. GraphFLA leaves out edges of up to 3 by default, which is a least count of 4. Apply it before <see cref="Monotonic"/>
    /// to have it as GraphFLA has it. O(edges).
    /// </summary>
    /// <param name="leastCount">The smallest count that remains.</param>
    public LocalOptimaNetwork Frequent(long leastCount)
    {
        var remaining = moves.AsSpan().ToArray();
        for (int node = 0; node < Count; node++)
        {
            remaining[node] -= Stays[node] < leastCount ? Stays[node] : 0;
            foreach (long count in Counts(node))
                remaining[node] -= count < leastCount ? count : 0;
        }

        return With(Rows.Where((_, _, count) => count >= leastCount), remaining);
    }

    /// <summary>
    /// The network with only the heaviest edges of every node, ties to the smallest targets. <see cref="Moves"/> are unchanged.
    /// O(edges log edges of a node).
    /// </summary>
    /// <param name="edges">How many edges from a node remain at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public LocalOptimaNetwork Heaviest(int edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(edges);
        return With(Rows.Heaviest(edges), moves);
    }

    /// <summary>The nodes of equal fitness that a node is connected with, ascending, itself included.</summary>
    private List<int> EqualNodes(int start, int[] groups, int group)
    {
        var found = new List<int> { start };
        groups[start] = group;
        for (int next = 0; next < found.Count; next++)
        {
            int node = found[next];
            foreach (int other in (ReadOnlySpan<int>)[.. Targets(node), .. Sources(node)])
            {
                if (groups[other] >= 0 || Loss(other) != Loss(node))
                    continue;
                groups[other] = group;
                found.Add(other);
            }
        }

        found.Sort();
        return found;
    }

    private LocalOptimaNetwork With(NetworkRows rows, long[] remainingMoves) => new(Landscape, rows, nodes, representatives, basinSizes, remainingMoves);
}
