using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape.Networks;

/// <summary>
/// The funnels of a local optima network. A funnel is all local optima from which a path of non-worsening edges leads to one
/// sink, a node of the compressed monotonic network (CMLON) that no edge leaves: where iterated local search, which never
/// accepts worse optima, gets stuck. Funnels overlap where an optimum reaches several sinks. Immutable.
/// </summary>
/// <remarks>
/// A funnel is global if its sink has the best fitness of the landscape exactly. Always at least one funnel, and at least one
/// global one. O(sinks * edges / 256) for the sizes, O(edges) for the rest. Sources: Ochoa, Veerapen, Daolio and Tomassini (2017),
/// "Understanding phase transitions with local optima networks: number partitioning as a case study"; Ochoa and Veerapen (2018),
/// "Mapping the global structure of TSP fitness landscapes".
/// </remarks>
public sealed class Funnels
{
    private const int Several = -1;

    private readonly int[] sinks;
    private readonly int[] sizes;
    private readonly int[] bestFirst;

    private Funnels(LocalOptimaNetwork original)
    {
        LocalOptimaNetwork monotonic = original.Monotonic();
        Network = monotonic.Compressed();
        sinks = Network.Sinks();
        int[] weights = Network.OptimaCounts();
        bestFirst = BestFirst();
        sizes = SinkReach.Weights(Network, bestFirst, sinks, weights);

        int optima = Network.Nodes.Length;
        CompressionRate = 1 - ((double)Network.Count / monotonic.Count);
        OverlapShare = (double)Sum(Network, OnlySinks(), sink => sink == Several, weights) / optima;
        GlobalShare = (double)Sum(Network, GlobalReach(), isReached => isReached, weights) / optima;
        long all = sinks.Sum(Network.InStrength);
        GlobalStrength = (double)sinks.Where(IsGlobal).Sum(Network.InStrength) / all;
    }

    /// <summary>The compressed monotonic network (CMLON), to whose nodes the other members refer.</summary>
    public LocalOptimaNetwork Network { get; }

    /// <summary>Number of funnels, which is the number of sinks.</summary>
    public int Count => sinks.Length;

    /// <summary>Number of funnels whose sink has the best fitness of the landscape.</summary>
    public int GlobalCount => sinks.Count(IsGlobal);

    /// <summary>The sinks, as nodes of <see cref="Network"/>, ascending.</summary>
    public ReadOnlySpan<int> Sinks => sinks;

    /// <summary>Number of local optima in the funnel of each sink, the sink's own included; they add up to more than all where funnels overlap.</summary>
    public ReadOnlySpan<int> Sizes => sizes;

    /// <summary>Share of the local optima that reach a global sink, in (0, 1]; higher = easier.</summary>
    public double GlobalShare { get; }

    /// <summary>Share of the local optima that reach several sinks, in [0, 1).</summary>
    public double OverlapShare { get; }

    /// <summary>
    /// Global strength: the share of the global sinks in the incoming strength (sum of the counts of edges) of all sinks, in [0, 1];
    /// higher = easier. NaN if no edge leads to any sink.
    /// </summary>
    public double GlobalStrength { get; }

    /// <summary>The share of nodes that compression saves, in [0, 1): how neutral the network is. 0 = no equal optima are connected.</summary>
    public double CompressionRate { get; }

    /// <summary>The funnels of a network; its monotonic and compressed form is taken here.</summary>
    public static Funnels Of(LocalOptimaNetwork network) => new(network);

    /// <summary>Whether the funnel of a sink is global.</summary>
    public bool IsGlobal(int sink) => Network.Loss(sink) == Network.Landscape.Loss[Network.Landscape.GlobalOptima[0]];

    /// <summary>An aligned table; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable("funnels", "value");
        table.Add("count", TextTable.Number(Count));
        table.Add("global", TextTable.Number(GlobalCount));
        table.Add("largest, local optima", TextTable.Number(sizes.Max()));
        table.Add("share that reaches a global sink", TextTable.Number(GlobalShare));
        table.Add("share that reaches several sinks", TextTable.Number(OverlapShare));
        table.Add("global strength", TextTable.Number(GlobalStrength));
        table.Add("compression rate", TextTable.Number(CompressionRate));
        return table.ToString();
    }

    private static long Sum<T>(LocalOptimaNetwork network, T[] values, Func<T, bool> counts, int[] weights) =>
        Enumerable.Range(0, network.Count).Where(node => counts(values[node])).Sum(node => (long)weights[node]);

    /// <summary>For every node the sink that it reaches, or <see cref="Several"/>.</summary>
    private int[] OnlySinks()
    {
        var only = new int[Network.Count];
        foreach (int node in bestFirst)
        {
            ReadOnlySpan<int> targets = Network.Targets(node);
            only[node] = targets.IsEmpty ? node : only[targets[0]];
            foreach (int target in targets)
                only[node] = only[target] == only[node] ? only[node] : Several;
        }

        return only;
    }

    /// <summary>For every node whether it reaches a global sink.</summary>
    private bool[] GlobalReach()
    {
        var reaches = new bool[Network.Count];
        foreach (int node in bestFirst)
        {
            reaches[node] = Network.Targets(node).IsEmpty && IsGlobal(node);
            foreach (int target in Network.Targets(node))
                reaches[node] |= reaches[target];
        }

        return reaches;
    }

    /// <summary>All edges lead to better nodes, so that every node comes after its targets.</summary>
    private int[] BestFirst()
    {
        double[] loss = [.. Enumerable.Range(0, Network.Count).Select(Network.Loss)];
        var order = new int[loss.Length];
        RadixSort.SortedOrder(loss, order);
        return order;
    }
}
