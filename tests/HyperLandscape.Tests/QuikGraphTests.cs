using CsCheck;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Networks;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.ConnectedComponents;
using QuikGraph.Algorithms.ShortestPath;

namespace HyperLandscape.Tests;

/// <summary>QuikGraph's own algorithms run on the views, and find what the library and the reference say.</summary>
public sealed class QuikGraphTests
{
    [Fact]
    public void Views_have_the_edges_of_the_reference() => LandscapeCases.Small.Sample(
        given =>
        {
            ReferenceLandscape reference = given.ToReference();
            Landscape landscape = given.ToLandscape();
            (int, int)[] neighbors = [.. Enumerable.Range(0, reference.Count).SelectMany(vertex => reference.Neighbors[vertex].Select(other => (vertex, other)))];
            IUndirectedGraph<int, SEquatableEdge<int>> undirected = landscape.Graph.AsQuikGraph();
            Assert.Equal(neighbors.Where(pair => pair.Item1 < pair.Item2), undirected.Edges.Select(edge => (edge.Source, edge.Target)));
            Assert.Equal(neighbors.Length / 2, undirected.EdgeCount);
            Assert.Equal(reference.Neighbors.Select(others => others.Length), undirected.Vertices.Select(undirected.AdjacentDegree));
            Assert.All(undirected.Vertices, vertex => Assert.Equal(reference.Neighbors[vertex], undirected.AdjacentEdges(vertex).Select(edge => edge.Source == vertex ? edge.Target : edge.Source)));

            (int, int)[] arcs = [.. neighbors.Where(pair => reference.IsBetter(pair.Item2, pair.Item1))];
            IBidirectionalGraph<int, SEquatableEdge<int>> directed = landscape.AsQuikGraph();
            Assert.Equal(arcs, directed.Edges.Select(edge => (edge.Source, edge.Target)));
            Assert.Equal(arcs.Length, directed.EdgeCount);
            Assert.Equal(arcs.Order(), directed.Vertices.SelectMany(directed.InEdges).Select(edge => (edge.Source, edge.Target)).Order());
            Assert.All(neighbors, pair => Assert.Equal(arcs.Contains(pair), directed.ContainsEdge(pair.Item1, pair.Item2)));

            LocalOptimaNetwork network = landscape.Connect(new EscapeEdges());
            IBidirectionalGraph<int, SEquatableTaggedEdge<int, double>> view = network.AsQuikGraph();
            Assert.Equal(network.Edges().Select(edge => (edge.Source, edge.Target, (double)edge.Count / network.Moves[edge.Source])), view.Edges.Select(edge => (edge.Source, edge.Target, edge.Tag)));
            Assert.Equal(view.Edges.Select(edge => (edge.Source, edge.Target, edge.Tag)).Order(), view.Vertices.SelectMany(view.InEdges).Select(edge => (edge.Source, edge.Target, edge.Tag)).Order());
        },
        iter: 30);

    [Fact]
    public void Shortest_paths_give_path_lengths_and_accessibility() => LandscapeCases.Small.Sample(
        given =>
        {
            Landscape landscape = given.ToLandscape();
            var algorithm = new DijkstraShortestPathAlgorithm<int, SReversedEdge<int, SEquatableEdge<int>>>(new ReversedBidirectionalGraph<int, SEquatableEdge<int>>(landscape.AsQuikGraph()), _ => 1);
            double[] steps = new double[landscape.Count];
            Array.Fill(steps, double.PositiveInfinity);
            foreach (int optimum in landscape.GlobalOptima.ToArray())
            {
                algorithm.Compute(optimum);
                foreach ((int vertex, double distance) in algorithm.GetDistances().Where(entry => entry.Value < double.MaxValue))
                    steps[vertex] = Math.Min(steps[vertex], distance);
            }

            double[] reached = [.. steps.Where(double.IsFinite)];
            Assert.Equal(new GlobalOptimumAccessibility().Measure(landscape), (double)reached.Length / landscape.Count);
            Assert.Equal(new MeanPathLengthToGlobalOptimum().Measure(landscape), reached.Average(), 1e-12);
        },
        iter: 30);

    [Fact]
    public void Connected_components_are_found() => LandscapeCases.Small.Sample(
        given =>
        {
            ReferenceLandscape reference = given.ToReference();
            var algorithm = new ConnectedComponentsAlgorithm<int, SEquatableEdge<int>>(given.ToLandscape().Graph.AsQuikGraph());
            algorithm.Compute();
            for (int vertex = 0; vertex < reference.Count; vertex++)
                Assert.All(reference.Neighbors[vertex], other => Assert.Equal(algorithm.Components[vertex], algorithm.Components[other]));

            var seen = new HashSet<int>(); // as many components as searches that meet nothing known
            int count = 0;
            for (int start = 0; start < reference.Count; start++)
            {
                var queue = new Queue<int>(seen.Add(start) ? [start] : []);
                count += queue.Count;
                while (queue.TryDequeue(out int vertex))
                {
                    foreach (int other in reference.Neighbors[vertex].Where(seen.Add))
                        queue.Enqueue(other);
                }
            }

            Assert.Equal(count, algorithm.ComponentCount);
        },
        iter: 30);

    [Fact]
    public void Improving_arcs_sort_topologically() => LandscapeCases.Small.Sample(
        given =>
        {
            IBidirectionalGraph<int, SEquatableEdge<int>> arcs = given.ToLandscape().AsQuikGraph();
            int[] order = [.. arcs.TopologicalSort()]; // throws if there is a cycle
            int[] position = new int[order.Length];
            for (int i = 0; i < order.Length; i++)
                position[order[i]] = i;
            Assert.Equal(arcs.VertexCount, order.Distinct().Count());
            Assert.All(arcs.Edges, edge => Assert.True(position[edge.Source] < position[edge.Target]));
        },
        iter: 30);

    [Fact]
    public void Compressed_monotonic_networks_have_no_cycle_and_components_as_the_library_counts_them() => LandscapeCases.Small.Sample(
        given =>
        {
            LocalOptimaNetwork network = given.ToLandscape().Connect(new EscapeEdges());
            Assert.True(network.Monotonic().Compressed().AsQuikGraph().IsDirectedAcyclicGraph());

            // Accessible are the ancestors: strongly connected nodes have the same.
            var components = new Dictionary<int, int>();
            network.AsQuikGraph().StronglyConnectedComponents(components);
            int[] accessibility = network.Accessibility();
            Assert.All(components.GroupBy(entry => entry.Value), group => Assert.Single(group.Select(entry => accessibility[entry.Key]).Distinct()));
        },
        iter: 30);

    [Fact]
    public void Unknown_vertices_are_refused()
    {
        var landscape = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2)), [2, 1, 3]);
        IBidirectionalGraph<int, SEquatableEdge<int>> arcs = landscape.AsQuikGraph();
        Assert.Throws<VertexNotFoundException>(() => arcs.OutEdges(3));
        Assert.False(arcs.TryGetOutEdges(-1, out _));
        Assert.False(arcs.TryGetEdge(1, 0, out _));
        Assert.True(arcs.TryGetEdge(0, 1, out SEquatableEdge<int> edge));
        Assert.Equal((0, 1), (edge.Source, edge.Target));
        Assert.Equal([0, 2], arcs.InEdges(1).Select(arc => arc.Source));
        Assert.Throws<VertexNotFoundException>(() => landscape.Graph.AsQuikGraph().AdjacentDegree(3));
        Assert.True(landscape.Graph.AsQuikGraph().TryGetEdge(2, 1, out edge));
        Assert.Equal((1, 2), (edge.Source, edge.Target));
    }
}
