using HyperLandscape.Tables;

namespace HyperLandscape.Networks;

/// <summary>
/// A local optima network in a few numbers: its size, what is usual for its nodes, and its <see cref="Networks.Funnels"/>. For use
/// as metrics of a landscape: <c>Metric.From("Funnels", l => NetworkSummary.Of(l.Connect(new EscapeEdges())).Funnels.Count)</c>.
/// </summary>
public sealed class NetworkSummary
{
    private NetworkSummary(LocalOptimaNetwork network)
    {
        Network = network;
        Funnels = Funnels.Of(network);
        int[] nodes = [.. Enumerable.Range(0, network.Count)];
        MeanEscapeDifficulty = nodes.Average(network.EscapeDifficulty);
        MeanImprovementRate = nodes.Average(network.ImprovementRate);
        MeanAccessibility = network.Accessibility().Average(count => (double)count) / network.Count;
    }

    /// <summary>The network.</summary>
    public LocalOptimaNetwork Network { get; }

    /// <summary>Its funnels.</summary>
    public Funnels Funnels { get; }

    /// <summary>Mean of <see cref="LocalOptimaNetwork.EscapeDifficulty"/> over the nodes, in [0, 1]; higher = harder.</summary>
    public double MeanEscapeDifficulty { get; }

    /// <summary>Mean of <see cref="LocalOptimaNetwork.ImprovementRate"/> over the nodes, in [0, 1); higher = easier.</summary>
    public double MeanImprovementRate { get; }

    /// <summary>Mean of <see cref="LocalOptimaNetwork.Accessibility"/> over the nodes as a share of all nodes, in (0, 1].</summary>
    public double MeanAccessibility { get; }

    /// <summary>Edges as a share of all ordered pairs of nodes, in [0, 1]. NaN for a single node.</summary>
    public double Density => Network.EdgeCount / ((double)Network.Count * (Network.Count - 1));

    /// <summary>Summarizes a network. O(nodes * edges / 64).</summary>
    public static NetworkSummary Of(LocalOptimaNetwork network) => new(network);

    /// <summary>An aligned table, the funnels included; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable("local optima network", "value");
        table.Add("local optima", TextTable.Number(Network.Nodes.Length));
        table.Add("nodes", TextTable.Number(Network.Count));
        table.Add("edges", TextTable.Number(Network.EdgeCount));
        table.Add("density", TextTable.Number(Density));
        table.Add("sinks", TextTable.Number(Network.Sinks().Length));
        table.Add("mean escape difficulty", TextTable.Number(MeanEscapeDifficulty));
        table.Add("mean improvement rate", TextTable.Number(MeanImprovementRate));
        table.Add("mean accessibility", TextTable.Number(MeanAccessibility));
        return $"{table}\n{Funnels}";
    }
}
