using System.Globalization;
using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>
/// A local optima network (LON): a node per local optimum of a landscape, and an edge a -> b where moves from a end in the basin
/// of b, weighted by their number. Which moves those are is the choice of <see cref="INetworkEdges"/>. Immutable and
/// thread-safe; stored sparsely, O(nodes + edges).
/// </summary>
/// <remarks>
/// A plateau that is an optimum is one node. Moves that end where they started are no edges; they are counted in
/// <see cref="Stays"/>. "Better" among nodes compares the fitness of their representatives exactly, whatever the tolerance of the
/// landscape, so that <see cref="Monotonic"/> networks have cycles among equally good nodes only. Maximizing -f gives the same
/// network. Sources: Ochoa, Tomassini, Verel and Darabos (2008), "A study of NK landscapes' basins and local optima networks";
/// Ochoa, Veerapen, Daolio and Tomassini (2017), "Understanding phase transitions with local optima networks: number
/// partitioning as a case study" (monotonic and compressed networks).
/// </remarks>
public sealed partial class LocalOptimaNetwork
{
    private readonly int[] nodes;
    private readonly int[] representatives;
    private readonly int[] basinSizes;
    private readonly long[] moves;
    private readonly Lazy<NetworkRows> incoming;

    /// <summary>A network of all local optima of a landscape from moves of your own.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="moves">Moves between optima, as indices into <see cref="Landscape.Optima"/>, with how often each was made; the counts of equal moves are added.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such optimum, or a count is not positive.</exception>
    public LocalOptimaNetwork(Landscape landscape, IEnumerable<(int Source, int Target, long Count)> moves)
        : this(landscape, RowsOf(landscape.Optima.Length, moves))
    {
    }

    internal LocalOptimaNetwork(Landscape landscape, NetworkRows rows)
        : this(landscape, rows, [.. Enumerable.Range(0, rows.NodeCount)], landscape.Optima.ToArray(), landscape.BasinSizes.ToArray(), [.. Enumerable.Range(0, rows.NodeCount).Select(node => rows.Sum(node) + rows.Stays[node])])
    {
    }

    private LocalOptimaNetwork(Landscape landscape, NetworkRows rows, int[] nodes, int[] representatives, int[] basinSizes, long[] moves)
    {
        Landscape = landscape;
        Rows = rows;
        this.nodes = nodes;
        this.representatives = representatives;
        this.basinSizes = basinSizes;
        this.moves = moves;
        incoming = new Lazy<NetworkRows>(rows.Transposed);
    }

    /// <summary>The landscape whose local optima these are.</summary>
    public Landscape Landscape { get; }

    /// <summary>Number of nodes: of local optima, less those that <see cref="Compressed"/> has united with others.</summary>
    public int Count => representatives.Length;

    /// <summary>Number of edges, not counting moves that stay.</summary>
    public int EdgeCount => Rows.EdgeCount;

    /// <summary>The node of every local optimum, in the order of <see cref="Landscape.Optima"/>; 0, 1, 2, ... unless compressed.</summary>
    public ReadOnlySpan<int> Nodes => nodes;

    /// <summary>The vertex of the landscape that stands for each node: of its optima the one with the smallest cell.</summary>
    public ReadOnlySpan<int> Representatives => representatives;

    /// <summary>Number of vertices in the basin of each node.</summary>
    public ReadOnlySpan<int> BasinSizes => basinSizes;

    /// <summary>How many moves from each node end in its own basin.</summary>
    public ReadOnlySpan<long> Stays => Rows.Stays;

    /// <summary>
    /// How many moves each node has: those that stay, those of its edges, and those of edges that <see cref="Monotonic"/> or
    /// <see cref="Heaviest"/> left out. Probabilities and rates refer to them.
    /// </summary>
    public ReadOnlySpan<long> Moves => moves;

    internal NetworkRows Rows { get; }

    internal NetworkRows Incoming => incoming.Value;

    /// <summary>The fitness of a node, as given in the landscape.</summary>
    public double Fitness(int node) => Landscape.Fitness[representatives[node]];

    /// <summary>The nodes that edges from a node lead to, ascending.</summary>
    public ReadOnlySpan<int> Targets(int node) => Rows.Targets(node);

    /// <summary>The weights of the edges from a node as counts of moves, in the order of <see cref="Targets"/>.</summary>
    public ReadOnlySpan<long> Counts(int node) => Rows.Counts(node);

    /// <summary>All edges with their counts, ascending by source and target.</summary>
    public IEnumerable<(int Source, int Target, long Count)> Edges()
    {
        for (int node = 0; node < Count; node++)
        {
            for (int edge = 0; edge < Targets(node).Length; edge++)
                yield return (node, Targets(node)[edge], Counts(node)[edge]);
        }
    }

    /// <summary>The nodes that edges to a node come from, ascending. First use O(edges).</summary>
    public ReadOnlySpan<int> Sources(int node) => Incoming.Targets(node);

    /// <summary>
    /// The weight of an edge as a probability: the share of the source's moves that end in the basin of the target, in [0, 1]; of a
    /// node to itself, the share of moves that stay. 0 where there is no edge, NaN for a node without moves. O(log edges of the node).
    /// </summary>
    public double Probability(int source, int target)
    {
        if (source == target)
            return (double)Stays[source] / moves[source];
        int edge = Targets(source).BinarySearch(target);
        return (edge < 0 ? 0 : (double)Counts(source)[edge]) / moves[source];
    }

    /// <summary>For example <c>64 local optima in 61 nodes, 241 edges, 7 sinks</c>; without sinks if each optimum has a move out.</summary>
    public override string ToString()
    {
        string united = Count == nodes.Length ? "" : $" in {Counted.Of(Count, "node")}";
        string sinks = Sinks().Length is > 0 and var count ? $", {Counted.Of(count, "sink")}" : "";
        return $"{Counted.Of(nodes.Length, "local optimum", "local optima")}{united}, {Counted.Of(EdgeCount, "edge")}{sinks}";
    }

    /// <summary>The fitness of a node with the objective resolved: smaller is better.</summary>
    internal double Loss(int node) => Landscape.Loss[representatives[node]];

    private static NetworkRows RowsOf(int optima, IEnumerable<(int Source, int Target, long Count)> moves)
    {
        var rows = new List<(int Target, long Count)>[optima];
        foreach ((int source, int target, long count) in moves)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)source, (uint)optima, nameof(moves));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)target, (uint)optima, nameof(moves));
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, nameof(moves));
            (rows[source] ??= []).Add((target, count));
        }

        return NetworkRows.Count(optima, () => (node, counter) =>
        {
            foreach ((int target, long count) in rows[node] ?? [])
                counter.Add(target, count);
        });
    }
}
