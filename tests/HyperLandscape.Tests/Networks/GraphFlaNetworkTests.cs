using System.Text.Json;
using HyperLandscape.Networks;

namespace HyperLandscape.Tests.Networks;

/// <summary>
/// Escape networks edge by edge against GraphFLA 0.3.0. It counts steps along different hyperparameters only, drops isolated
/// vertices and leaves plateaus by their first exit; Goldens/README.md says more.
/// </summary>
public sealed class GraphFlaNetworkTests
{
    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_whole_network(string name) => Compare(name, "mlon=False,min_edge_freq=0", network => network);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_monotonic_network_of_frequent_edges(string name) => Compare(name, "default", network => network.Frequent(4).Monotonic());

    private static void Compare(string name, string call, Func<LocalOptimaNetwork, LocalOptimaNetwork> form)
    {
        var golden = GraphFlaGolden.Of(name);
        if (golden.Networks is not { } networks)
            return; // more than 400 optima: it made none
        Landscape landscape = golden.Connected;
        LocalOptimaNetwork network = form(landscape.Connect(new EscapeEdges { DifferentHyperparameters = true }));
        JsonElement expected = networks.GetProperty(call);

        // Its nodes are rows without the isolated ones; a plateau is its smallest member, here its best.
        int[] vertices = [.. golden.Vertices.Select(vertex => landscape.Graph.Vertex(golden.Landscape.Graph.Cell(vertex)))];
        JsonElement[] nodes = [.. expected.GetProperty("nodes").EnumerateArray()];
        Dictionary<int, int> nodeOfIndex = nodes.Select(Index).ToDictionary(index => index, index => landscape.Basins[vertices[index]]);
        Assert.Equal(Enumerable.Range(0, network.Count), nodeOfIndex.Values.Order());

        // Optima that both leave from the same member, and none of whose moves lands where the two climb to different optima.
        int[] basins = [.. golden.Basins().Select(member => landscape.Basins[landscape.Graph.Vertex(golden.Landscape.Graph.Cell(member))])];
        int[] different = [.. vertices.Where((vertex, index) => basins[index] != landscape.Basins[vertex])];
        HashSet<int> same = [.. nodeOfIndex.Where(entry => vertices[entry.Key] == network.Representatives[entry.Value]).Select(entry => entry.Value)
            .Where(node => !Array.Exists(different, vertex => landscape.Graph.Distance(vertex, network.Representatives[node]) == 2))];
        if (name != "10_cat_full_max_ties") // three optima, each with such a move
            Assert.True(landscape.PlateauCount > 0 ? same.Count > network.Count / 10 : same.Count == network.Count, $"{same.Count} of {network.Count}");

        var expectedEdges = expected.GetProperty("edges").EnumerateArray().Select(edge => (Source: nodeOfIndex[edge[0].GetInt32()], Target: nodeOfIndex[edge[1].GetInt32()], Count: edge[2].GetInt64())).ToArray();
        Assert.Equal(expectedEdges.Where(edge => same.Contains(edge.Source)).Order(), network.Edges().Where(edge => same.Contains(edge.Source)).Order());
        int[] accessibility = network.Accessibility();
        double[] pageRank = new LocalOptimaNetwork(landscape, network.Edges().Select(edge => (edge.Source, edge.Target, 1L))).PageRank(); // its own ignores weights
        foreach (JsonElement node in nodes)
        {
            int own = nodeOfIndex[Index(node)];
            if (same.Contains(own))
            {
                Near(node, "escape_difficulty", network.EscapeDifficulty(own));
                Near(node, "improve_rate", network.ImprovementRate(own));
            }

            if (same.Count == network.Count)
            {
                Near(node, "accessibility", accessibility[own]);
                Near(node, "pagerank", pageRank[own]);
            }
        }
    }

    private static int Index(JsonElement node) => node.GetProperty("index").GetInt32();

    private static void Near(JsonElement node, string name, double actual) =>
        Assert.True(Closeness.Near(node.GetProperty(name).GetDouble(), actual, 100), $"{name} of node {node.GetProperty("index")}: the golden has {node.GetProperty(name)}, the library {actual:R}.");
}
