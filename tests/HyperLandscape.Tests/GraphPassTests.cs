using CsCheck;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

/// <summary>Passes over runs of edges, on grids of more than one block of vertices.</summary>
public sealed class GraphPassTests
{
    private static readonly Gen<NeighborhoodGraph> Graphs = Gen.Select(
        Gen.OneOf<int[]>([70, 7, 150], [3, 20_000], [20_000, 3], [2, 2, 9, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], [33_000, 2]),
        Gen.Bool.Array[15],
        Gen.Bool,
        (levels, ordinal, complete) =>
        {
            var space = new SearchSpace([.. levels.Select((count, h) => Axis($"h{h}", count, ordinal[h] || count > 100))]);
            return complete
                ? NeighborhoodGraph.Complete(space)
                : NeighborhoodGraph.Sample(space, [.. Enumerable.Range(0, (int)space.CellCount).Where(cell => cell % 7 != 3).Select(cell => (long)cell)]);
        });

    [Fact]
    public void Every_edge_is_visited_once() => Graphs.Sample(
        graph =>
        {
            var edges = new HashSet<(int, int)>();
            foreach (Collector block in EdgeRuns.Visit(graph, new Collector([])))
                edges = block.Edges; // one list, guarded
            Assert.Equal(graph.EdgeCount, edges.Count);
            var buffer = new int[graph.MaxDegree];
            for (int vertex = 0; vertex < graph.VertexCount; vertex++)
            {
                foreach (int neighbor in graph.Neighbors(vertex, buffer))
                    Assert.True(neighbor < vertex || edges.Contains((vertex, neighbor)));
            }
        },
        iter: 12);

    [Fact]
    public void Sums_over_neighbors_are_those_of_the_neighbors() => Graphs.Sample(
        graph =>
        {
            double[] values = [.. Enumerable.Range(0, graph.VertexCount).Select(vertex => (double)(vertex * 7919L % 1009))];
            var sums = new double[values.Length];
            NeighborSums.Fill(graph, values, sums);
            var buffer = new int[graph.MaxDegree + 3];
            for (int vertex = 0; vertex < values.Length; vertex++)
            {
                double sum = 0;
                foreach (int neighbor in graph.Neighbors(vertex, buffer))
                    sum += values[neighbor];
                Assert.Equal(sum, sums[vertex]);
            }
        },
        iter: 12);

    [Fact]
    public void Neighbors_of_a_grid_ascend_and_have_distance_one() => Graphs.Where(graph => graph.IsComplete).Sample(
        graph =>
        {
            var buffer = new int[graph.MaxDegree];
            for (int vertex = 0; vertex < graph.VertexCount; vertex += 97)
            {
                int[] neighbors = graph.Neighbors(vertex, buffer).ToArray();
                Assert.Equal(neighbors.Order(), neighbors);
                Assert.Equal(graph.Degree(vertex), neighbors.Length);
                Assert.All(neighbors, neighbor => Assert.Equal(1, graph.Distance(vertex, neighbor)));
            }
        },
        iter: 12);

    private static Hyperparameter Axis(string name, int levels, bool ordinal)
    {
        string[] labels = [.. Enumerable.Range(0, levels).Select(level => $"{level}")];
        return ordinal ? Hyperparameter.Ordinal(name, labels) : Hyperparameter.Categorical(name, labels);
    }

    private readonly struct Collector(HashSet<(int Low, int High)> edges) : IEdgeVisitor
    {
        public HashSet<(int Low, int High)> Edges => edges;

        public void Visit(int low, int high, int length)
        {
            lock (edges)
            {
                for (int i = 0; i < length; i++)
                    Assert.True(edges.Add((low + i, high + i)));
            }
        }
    }
}
