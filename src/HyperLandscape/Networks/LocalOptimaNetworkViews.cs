using HyperLandscape.Graphs;
using QuikGraph;

namespace HyperLandscape.Networks;

/// <summary>A local optima network for other programs: a view for QuikGraph, GraphML and DOT files.</summary>
public static class LocalOptimaNetworkViews
{
    /// <summary>
    /// The network as a directed QuikGraph graph, on which QuikGraph's algorithms run; the tag of an edge is its probability. A lazy
    /// view: edges are made when they are asked for.
    /// </summary>
    public static IBidirectionalGraph<int, SEquatableTaggedEdge<int, double>> AsQuikGraph(this LocalOptimaNetwork network) => new DirectedView<SEquatableTaggedEdge<int, double>>(
        network.Count,
        () => network.EdgeCount,
        node => [.. network.Targets(node).ToArray().Select(target => Edge(network, node, target))],
        node => [.. network.Sources(node).ToArray().Select(source => Edge(network, source, node))]);

    /// <summary>
    /// Writes the network as GraphML, which networkx, igraph and Gephi read. Nodes have the attributes <c>label</c> (the configuration of
    /// the representative), <c>fitness</c>, <c>basin_size</c>, <c>optima</c> (how many the node has), <c>escape_difficulty</c>,
    /// <c>improvement_rate</c>, and one per hyperparameter (a name that is taken, or that Gephi takes for looks or identity,
    /// as <c>size</c> and <c>id</c>, gets an underscore); edges have <c>weight</c>, the count of moves, and <c>probability</c>. Written as it
    /// goes along, O(edges).
    /// </summary>
    public static void WriteGraphML(this LocalOptimaNetwork network, TextWriter writer) => GraphMLFormat.Write(Describe(network), writer);

    /// <summary>Writes a GraphML file, see <see cref="WriteGraphML(LocalOptimaNetwork, TextWriter)"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    public static void WriteGraphML(this LocalOptimaNetwork network, string path) => GraphMLFormat.Write(Describe(network), path);

    /// <summary>Writes the network in Graphviz's DOT language, with the same attributes as <see cref="WriteGraphML(LocalOptimaNetwork, TextWriter)"/>, as texts: DOT has no types.</summary>
    public static void WriteDot(this LocalOptimaNetwork network, TextWriter writer) => DotFormat.Write(Describe(network), writer);

    /// <summary>Writes a DOT file, see <see cref="WriteDot(LocalOptimaNetwork, TextWriter)"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    public static void WriteDot(this LocalOptimaNetwork network, string path) => DotFormat.Write(Describe(network), path);

    private static SEquatableTaggedEdge<int, double> Edge(LocalOptimaNetwork network, int source, int target) => new(source, target, network.Probability(source, target));

    private static GraphDescription Describe(LocalOptimaNetwork network)
    {
        int[] optima = network.OptimaCounts();
        return new GraphDescription(
            true,
            network.Count,
            GraphDescription.ConfigurationAttributes(
                network.Landscape.Space,
                [new("fitness", "double"), new("basin_size", "long"), new("optima", "long"), new("escape_difficulty", "double"), new("improvement_rate", "double")]),
            node => GraphDescription.ConfigurationValues(
                network.Landscape[network.Representatives[node]],
                [
                    GraphDescription.Text(network.Fitness(node)),
                    GraphDescription.Text(network.BasinSizes[node]),
                    GraphDescription.Text(optima[node]),
                    GraphDescription.Text(network.EscapeDifficulty(node)),
                    GraphDescription.Text(network.ImprovementRate(node)),
                ]),
            [new("weight", "long"), new("probability", "double")],
            node => [.. network.Targets(node).ToArray().Zip(network.Counts(node).ToArray(), (target, count) =>
                (target, new[] { GraphDescription.Text(count), GraphDescription.Text(network.Probability(node, target)) }))]);
    }
}
