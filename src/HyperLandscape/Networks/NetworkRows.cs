using System.Collections.Concurrent;
using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>
/// Counted moves between nodes as compressed sparse rows: for every node the ascending targets of its moves with their counts,
/// and apart from them how many moves stay.
/// </summary>
internal sealed class NetworkRows
{
    private const int MostBlocks = 64;

    private readonly int[] offsets;
    private readonly int[] targets;
    private readonly long[] counts;
    private readonly long[] stays;

    private NetworkRows(int[] offsets, int[] targets, long[] counts, long[] stays)
    {
        this.offsets = offsets;
        this.targets = targets;
        this.counts = counts;
        this.stays = stays;
    }

    public int NodeCount => stays.Length;

    public int EdgeCount => targets.Length;

    /// <summary>For every node how many moves lead back to it.</summary>
    public ReadOnlySpan<long> Stays => stays;

    public ReadOnlySpan<int> Targets(int node) => targets.AsSpan(offsets[node]..offsets[node + 1]);

    public ReadOnlySpan<long> Counts(int node) => counts.AsSpan(offsets[node]..offsets[node + 1]);

    public long Sum(int node)
    {
        long sum = 0;
        foreach (long count in Counts(node))
            sum += count;
        return sum;
    }

    /// <summary>
    /// Counts the moves of every node. Nodes are split into blocks, each done by one worker that may keep buffers; rows are put
    /// together in the order of nodes, so the result does not depend on the number of threads.
    /// </summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="newWorker">Makes a worker, which adds all moves of a node to a counter.</param>
    /// <param name="progress">Told the share of finished blocks.</param>
    public static NetworkRows Count(int nodes, Func<Action<int, RowCounter>> newWorker, IProgress<double>? progress = null)
    {
        int blocks = Math.Min(MostBlocks, nodes);
        var stays = new long[nodes];
        var offsets = new int[nodes + 1];
        var blockTargets = new List<int>[blocks];
        var blockCounts = new List<long>[blocks];
        var counters = new ConcurrentBag<RowCounter>();
        Workers.For(blocks, null, progress, block =>
        {
            List<int> targets = blockTargets[block] = [];
            List<long> counts = blockCounts[block] = [];
            Action<int, RowCounter> worker = newWorker();
            if (!counters.TryTake(out RowCounter? counter))
                counter = new RowCounter(nodes);
            for (int node = Start(block); node < Start(block + 1); node++)
            {
                worker(node, counter);
                int before = targets.Count;
                counter.Drain((target, count) =>
                {
                    if (target == node)
                    {
                        stays[node] = count;
                        return;
                    }

                    targets.Add(target);
                    counts.Add(count);
                });
                offsets[node + 1] = targets.Count - before;
            }

            counters.Add(counter);
        });

        for (int node = 0; node < nodes; node++)
            offsets[node + 1] = checked(offsets[node] + offsets[node + 1]);
        return new NetworkRows(offsets, [.. blockTargets.SelectMany(list => list)], [.. blockCounts.SelectMany(list => list)], stays);

        int Start(int block) => (int)((long)nodes * block / blocks);
    }

    /// <summary>The rows with only those counts that a condition on node, target and count keeps; where the target is the node itself, the moves that stay.</summary>
    public NetworkRows Where(Func<int, int, long, bool> keeps) => Count(NodeCount, () => (node, counter) =>
    {
        if (stays[node] > 0 && keeps(node, node, stays[node]))
            counter.Add(node, stays[node]);
        for (int edge = offsets[node]; edge < offsets[node + 1]; edge++)
        {
            if (keeps(node, targets[edge], counts[edge]))
                counter.Add(targets[edge], counts[edge]);
        }
    });

    /// <summary>The rows with at most so many edges per node: those with the largest counts, ties to the smallest targets.</summary>
    public NetworkRows Heaviest(int edges) => Count(NodeCount, () => (node, counter) =>
    {
        if (stays[node] > 0)
            counter.Add(node, stays[node]);
        foreach (int edge in Enumerable.Range(offsets[node], offsets[node + 1] - offsets[node]).OrderByDescending(edge => counts[edge]).Take(edges))
            counter.Add(targets[edge], counts[edge]);
    });

    /// <summary>The rows between groups of nodes: counts of members are added, moves within a group stay.</summary>
    /// <param name="groups">The group of every node.</param>
    /// <param name="members">The nodes of every group.</param>
    public NetworkRows Merged(int[] groups, List<int>[] members) => Count(members.Length, () => (group, counter) =>
    {
        foreach (int node in members[group])
        {
            if (stays[node] > 0)
                counter.Add(group, stays[node]);
            for (int edge = offsets[node]; edge < offsets[node + 1]; edge++)
                counter.Add(groups[targets[edge]], counts[edge]);
        }
    });

    /// <summary>The rows with every edge turned round; O(edges + nodes).</summary>
    public NetworkRows Transposed()
    {
        var turnedOffsets = new int[offsets.Length];
        foreach (int target in targets)
            turnedOffsets[target + 1]++;
        for (int node = 0; node < NodeCount; node++)
            turnedOffsets[node + 1] += turnedOffsets[node];
        int[] next = turnedOffsets[..^1];
        var sources = new int[targets.Length];
        var turnedCounts = new long[targets.Length];
        for (int node = 0; node < NodeCount; node++)
        {
            for (int edge = offsets[node]; edge < offsets[node + 1]; edge++)
            {
                int place = next[targets[edge]]++;
                sources[place] = node;
                turnedCounts[place] = counts[edge];
            }
        }

        return new NetworkRows(turnedOffsets, sources, turnedCounts, stays);
    }
}
