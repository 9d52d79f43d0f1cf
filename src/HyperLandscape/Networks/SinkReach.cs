using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>How much of a network without cycles leads to each of its sinks.</summary>
internal static class SinkReach
{
    private const int Bits = 256;

    /// <summary>
    /// For every sink the weight of all nodes that reach it, itself included. Sinks have a bit each; 256 at a time are gathered against the
    /// edges in one sweep, so that only what the network has of sinks counts, not of nodes.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="order">Its nodes, each after all that edges lead to from it.</param>
    /// <param name="sinks">The nodes that no edge leaves, ascending.</param>
    /// <param name="weights">A weight per node.</param>
    public static int[] Weights(LocalOptimaNetwork network, int[] order, int[] sinks, int[] weights)
    {
        var totals = new int[sinks.Length];
        Workers.For((sinks.Length + Bits - 1) / Bits, batch =>
        {
            int first = batch * Bits;
            int count = Math.Min(Bits, sinks.Length - first);
            var reaches = new Vector256<ulong>[network.Count];
            for (int bit = 0; bit < count; bit++)
                reaches[sinks[first + bit]] = Vector256<ulong>.Zero.WithElement(bit / 64, 1UL << (bit % 64));
            var counts = new BitCounts();
            foreach (int node in order)
            {
                Vector256<ulong> reached = reaches[node];
                foreach (int target in network.Targets(node))
                    reached |= reaches[target];
                reaches[node] = reached;
                for (int unit = 0; unit < weights[node]; unit++)
                    counts.Add(reached);
            }

            for (int bit = 0; bit < count; bit++)
                totals[first + bit] = counts[bit];
        });
        return totals;
    }
}
