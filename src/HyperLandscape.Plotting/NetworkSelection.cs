using HyperLandscape.Networks;

namespace HyperLandscape.Plotting;

/// <summary>
/// What of a local optima network is drawn: at most 500 nodes, the best one and then those with the largest basins, and of
/// the edges between them the heaviest from each node, as many per node as keep them below 1,200, at least one.
/// </summary>
internal sealed class NetworkSelection
{
    private const int MostNodes = 500;
    private const int MostEdges = 1_200;

    public NetworkSelection(LocalOptimaNetwork network)
    {
        Network = network;
        Nodes = Choose(network);
        Edges = Heaviest(network, Nodes);
        Funnels = FunnelsOf(network, Nodes);
    }

    public LocalOptimaNetwork Network { get; }

    /// <summary>The nodes that are drawn, ascending; the other members count in these.</summary>
    public int[] Nodes { get; }

    /// <summary>The edges that are drawn.</summary>
    public (int Source, int Target, long Count)[] Edges { get; }

    /// <summary>The funnels by their members, the one with the best sink first.</summary>
    public int[][] Funnels { get; }

    /// <summary>What the caption says if not all is drawn.</summary>
    public string Remark => (Nodes.Length < Network.Count ? FormattableString.Invariant($" The {Nodes.Length:N0} nodes with the largest basins are drawn, the best among them.") : "")
        + (Edges.Length < Network.EdgeCount ? FormattableString.Invariant($" Of the edges the {Edges.Length:N0} heaviest are drawn, as many from each node.") : "");

    public bool IsGlobal(int node)
    {
        ReadOnlySpan<int> best = Network.Landscape.GlobalOptima;
        return Network.Fitness(Nodes[node]) == Network.Landscape.Fitness[best[0]];
    }

    /// <summary>How far apart nodes are in steps along edges of either direction; if there is no path, a little farther than the farthest.</summary>
    public int[][] Steps(int[] members)
    {
        int[] places = new int[Nodes.Length];
        Array.Fill(places, -1);
        foreach ((int place, int node) in members.Index())
            places[node] = place;
        var neighbors = new List<int>[members.Length];
        for (int i = 0; i < members.Length; i++)
            neighbors[i] = [];
        foreach ((int source, int target, long _) in Edges.Where(edge => places[edge.Source] >= 0 && places[edge.Target] >= 0))
        {
            neighbors[places[source]].Add(places[target]);
            neighbors[places[target]].Add(places[source]);
        }

        return [.. Enumerable.Range(0, members.Length).Select(start => StepsFrom(start, neighbors))];
    }

    private static int[] StepsFrom(int start, List<int>[] neighbors)
    {
        int[] steps = new int[neighbors.Length];
        Array.Fill(steps, -1);
        steps[start] = 0;
        var queue = new Queue<int>([start]);
        int farthest = 0;
        while (queue.TryDequeue(out int node))
        {
            farthest = steps[node];
            foreach (int neighbor in neighbors[node].Where(neighbor => steps[neighbor] < 0))
            {
                steps[neighbor] = steps[node] + 1;
                queue.Enqueue(neighbor);
            }
        }

        return [.. steps.Select(step => step < 0 ? farthest + 2 : step)];
    }

    private static int[] Choose(LocalOptimaNetwork network)
    {
        int[] all = [.. Enumerable.Range(0, network.Count)];
        if (all.Length <= MostNodes)
            return all;
        int best = all.MinBy(node => Loss(network, node));
        return [.. all.OrderByDescending(node => node == best ? int.MaxValue : network.BasinSizes[node]).Take(MostNodes).Order()];
    }

    private static (int, int, long)[] Heaviest(LocalOptimaNetwork network, int[] nodes)
    {
        var places = nodes.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        (int Source, int Target, long Count)[][] bySource = [.. network.Edges()
            .Where(edge => places.ContainsKey(edge.Source) && places.ContainsKey(edge.Target))
            .GroupBy(edge => edge.Source, (_, edges) => edges.OrderByDescending(edge => edge.Count).Select(edge => (places[edge.Source], places[edge.Target], edge.Count)).ToArray())];
        int kept = bySource.Select(edges => edges.Length).DefaultIfEmpty(1).Max();
        while (kept > 1 && bySource.Sum(edges => Math.Min(kept, edges.Length)) > MostEdges)
            kept--;
        return [.. bySource.SelectMany(edges => edges.Take(kept))];
    }

    /// <summary>An optimum that reaches several sinks counts where its most frequent non-worsening moves lead.</summary>
    private static int[][] FunnelsOf(LocalOptimaNetwork network, int[] nodes)
    {
        LocalOptimaNetwork compressed = HyperLandscape.Networks.Funnels.Of(network).Network;
        int[] sinks = new int[compressed.Count];
        foreach (int node in Enumerable.Range(0, compressed.Count).OrderBy(node => Loss(compressed, node)))
        {
            ReadOnlySpan<int> targets = compressed.Targets(node);
            ReadOnlySpan<long> counts = compressed.Counts(node);
            int likeliest = 0;
            for (int edge = 1; edge < targets.Length; edge++)
                likeliest = counts[edge] > counts[likeliest] ? edge : likeliest;
            sinks[node] = targets.IsEmpty ? node : sinks[targets[likeliest]];
        }

        int[] sinkOfNode = new int[network.Count];
        for (int optimum = 0; optimum < network.Nodes.Length; optimum++)
            sinkOfNode[network.Nodes[optimum]] = sinks[compressed.Nodes[optimum]];
        return [.. nodes.Index().GroupBy(entry => sinkOfNode[entry.Item], entry => entry.Index)
            .OrderBy(funnel => Loss(compressed, funnel.Key)).ThenByDescending(funnel => funnel.Count())
            .Select(funnel => funnel.ToArray())];
    }

    private static double Loss(LocalOptimaNetwork network, int node) => network.Landscape.Objective == Objective.Minimize ? network.Fitness(node) : -network.Fitness(node);
}
