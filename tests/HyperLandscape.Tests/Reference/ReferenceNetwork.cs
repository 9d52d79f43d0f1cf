namespace HyperLandscape.Reference;

/// <summary>
/// A local optima network as its definitions say, with dictionaries and a search per node, without regard to speed. Nodes are
/// lists of optima; moves are kept by pairs of nodes, those that stay included.
/// </summary>
public sealed class ReferenceNetwork
{
    private readonly ReferenceLandscape landscape;
    private readonly Dictionary<(int Source, int Target), long> moves;
    private readonly long[] leftOut;

    private ReferenceNetwork(ReferenceLandscape landscape, int[][] nodes, Dictionary<(int Source, int Target), long> moves, long[] leftOut)
    {
        this.landscape = landscape;
        Nodes = nodes;
        this.moves = moves;
        this.leftOut = leftOut;
        Edges = [.. moves.Where(move => move.Key.Source != move.Key.Target).Select(move => (move.Key.Source, move.Key.Target, move.Value)).Order()];
    }

    /// <summary>The optima of every node, by their representative vertices.</summary>
    public int[][] Nodes { get; }

    public (int Source, int Target, long Count)[] Edges { get; }

    /// <summary>Every configuration at the distance from an optimum is a move to where its climb ends.</summary>
    public static ReferenceNetwork Escape(ReferenceLandscape landscape, Func<int, int, bool> isMove) =>
        Of(landscape, landscape.Optima.SelectMany(optimum => Enumerable.Range(0, landscape.Count).Where(vertex => isMove(optimum, vertex)).Select(vertex => (optimum, landscape.Basins[vertex]))));

    /// <summary>Every arc is a move from the basin where it starts to the basin where it ends; with worsening, every neighbour.</summary>
    public static ReferenceNetwork Transitions(ReferenceLandscape landscape, bool worsening) =>
        Of(landscape, Enumerable.Range(0, landscape.Count).SelectMany(vertex => landscape.Neighbors[vertex].Where(other => worsening || landscape.IsBetter(other, vertex)).Select(other => (landscape.Basins[vertex], landscape.Basins[other]))));

    public long Stays(int node) => moves.GetValueOrDefault((node, node));

    public long Moves(int node) => leftOut[node] + moves.Where(move => move.Key.Source == node).Sum(move => move.Value);

    public double EscapeDifficulty(int node) => Moves(node) == 0 ? 1 : (double)Stays(node) / Moves(node);

    public double ImprovementRate(int node) =>
        Moves(node) == Stays(node) ? 0 : (double)Edges.Where(edge => edge.Source == node && Loss(edge.Target) < Loss(node)).Sum(edge => edge.Count) / (Moves(node) - Stays(node));

    public long InStrength(int node) => Edges.Where(edge => edge.Target == node).Sum(edge => edge.Count);

    public int[] Sinks() => [.. Enumerable.Range(0, Nodes.Length).Where(node => !Array.Exists(Edges, edge => edge.Source == node))];

    /// <summary>All nodes with a path to a node, itself included.</summary>
    public HashSet<int> Ancestors(int node)
    {
        var found = new HashSet<int> { node };
        while (Array.Find(Edges, edge => found.Contains(edge.Target) && !found.Contains(edge.Source)) is { Count: > 0 } edge)
            found.Add(edge.Source);
        return found;
    }

    public ReferenceNetwork Monotonic() => Without((source, target, _) => Loss(target) > Loss(source), true);

    public ReferenceNetwork Frequent(long leastCount) => Without((_, _, count) => count < leastCount, false);

    /// <summary>United are the first two connected nodes of equal fitness, again and again until there are none.</summary>
    public ReferenceNetwork Compressed()
    {
        (int Source, int Target, long Count) equal = Array.Find(Edges, edge => Loss(edge.Source) == Loss(edge.Target));
        if (equal.Count == 0)
            return this;
        int kept = Math.Min(equal.Source, equal.Target);
        int gone = Math.Max(equal.Source, equal.Target);
        var united = new Dictionary<(int, int), long>();
        foreach (((int source, int target), long count) in moves)
            united[(Number(source), Number(target))] = united.GetValueOrDefault((Number(source), Number(target))) + count;
        int[][] nodes = [.. Nodes.Select((node, i) => i == kept ? [.. node.Concat(Nodes[gone]).Order()] : node).Where((_, i) => i != gone)];
        long[] left = [.. leftOut.Select((count, i) => i == kept ? count + leftOut[gone] : count).Where((_, i) => i != gone)];
        return new ReferenceNetwork(landscape, nodes, united, left).Compressed();

        int Number(int node) => node == gone ? kept : node > gone ? node - 1 : node;
    }

    /// <summary>The walk's distribution after so many steps that nothing changes any longer.</summary>
    public double[] PageRank(double damping)
    {
        int count = Nodes.Length;
        double[] rank = [.. Nodes.Select(_ => 1.0 / count)];
        double[] strengths = [.. Enumerable.Range(0, count).Select(node => (double)Edges.Where(edge => edge.Source == node).Sum(edge => edge.Count))];
        for (int step = 0; step < 300; step++)
        {
            double lost = Enumerable.Range(0, count).Where(node => strengths[node] == 0).Sum(node => rank[node]);
            double[] next = [.. rank.Select(_ => ((1 - damping) + (damping * lost)) / count)];
            foreach ((int source, int target, long edgeCount) in Edges)
                next[target] += damping * rank[source] * edgeCount / strengths[source];
            rank = next;
        }

        return rank;
    }

    public double Loss(int node) => landscape.Loss[Nodes[node][0]];

    private static ReferenceNetwork Of(ReferenceLandscape landscape, IEnumerable<(int Source, int Target)> moves)
    {
        var counts = new Dictionary<(int, int), long>();
        foreach ((int source, int target) in moves)
        {
            (int, int) pair = (Array.IndexOf(landscape.Optima, source), Array.IndexOf(landscape.Optima, target));
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        return new ReferenceNetwork(landscape, [.. landscape.Optima.Select(optimum => new[] { optimum })], counts, new long[landscape.Optima.Length]);
    }

    private ReferenceNetwork Without(Func<int, int, long, bool> leavesOut, bool remembers)
    {
        var kept = new Dictionary<(int, int), long>();
        long[] left = [.. leftOut];
        foreach (((int source, int target), long count) in moves)
        {
            if (!leavesOut(source, target, count))
                kept.Add((source, target), count);
            else if (remembers)
                left[source] += count;
        }

        return new ReferenceNetwork(landscape, Nodes, kept, left);
    }
}
