using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Numerics;

namespace HyperLandscape.Tests.Graphs;

/// <summary>
/// Vector loops over runs of neighbours, of every length up to 256, alone and below another hyperparameter, on values
/// with extremes: each against a scalar loop over neighbours that are found level by level.
/// </summary>
public sealed class GraphKernelTests
{
    private const double Tolerance = 0.25;

    private static readonly Case[] Cases = [.. Enumerable.Range(1, 256).SelectMany(Layouts).Select(layout => new Case(layout))];

    [Fact]
    public void Sums_over_neighbors() => ForAll((graph, neighbors, values, name) =>
    {
        double[] tame = Extremes.Tame(values.Length, values.Length);
        var sums = new double[values.Length];
        NeighborSums.Fill(graph, tame, sums);
        for (int vertex = 0; vertex < sums.Length; vertex++)
            Assert.True(Closeness.Near(neighbors[vertex].Sum(neighbor => tame[neighbor]), sums[vertex]), $"vertex {vertex} of {name}");
    });

    [Fact]
    public void Mean_gains_over_arcs() => ForAll((graph, neighbors, values, name) =>
    {
        double[] tame = Extremes.Tame(values.Length, values.Length);
        foreach (bool leaving in new[] { true, false })
        {
            var means = new double[values.Length];
            MeanGains.Fill(graph, tame, Tolerance, leaving, means);
            for (int vertex = 0; vertex < means.Length; vertex++)
            {
                double[] gains = [.. neighbors[vertex].Select(neighbor => (leaving ? 1 : -1) * (tame[vertex] - tame[neighbor])).Where(gain => gain > Tolerance)];
                Assert.True(Closeness.Near(gains.Length == 0 ? double.NaN : gains.Average(), means[vertex]), $"vertex {vertex} of {name}");
            }
        }
    });

    /// <summary>One cell at a time: the set that it spreads to are its worse neighbours, and nothing else.</summary>
    [Fact]
    public void Sets_of_worse_neighbors() => ForAll((graph, neighbors, values, name) =>
    {
        if (WorseNeighbors.TryOf(graph, values, Tolerance) is not { } worse)
            return;
        for (int vertex = 0; vertex < values.Length; vertex++)
        {
            var set = new ulong[worse.Words + (2 * worse.Reach) + 2];
            worse.Spread(1UL << (vertex % 64), vertex / 64, set);
            int[] expected = [.. neighbors[vertex].Where(neighbor => values[neighbor] - values[vertex] > Tolerance)];
            int[] found = [.. Enumerable.Range(0, set.Length * 64).Where(bit => (set[bit / 64] >> (bit % 64) & 1) != 0).Select(bit => bit - 64)];
            Assert.True(expected.SequenceEqual(found), $"vertex {vertex} of {name}");
        }
    });

    /// <summary>Every vertex leads to the smallest that a search over neutral pairs finds.</summary>
    [Fact]
    public void Components_of_neutral_pairs() => ForAll(CheckComponents);

    /// <summary>Pairs that lie in different blocks of vertices, within reach and far apart; and the numbers of plateaus, which go on from block to block.</summary>
    [Theory]
    [InlineData("o70 o7 o150")]
    [InlineData("c3 o120 o150 b")]
    public void Components_across_blocks(string layout)
    {
        var one = new Case(layout);
        double[] quarters = [.. Enumerable.Range(0, one.Values.Length).Select(i => new RandomStream(1, i).Next() % 7 / 4.0)];
        foreach (int threads in new[] { 1, 2, 8 })
        {
            Workers.With(new ParallelOptions { MaxDegreeOfParallelism = threads }, () =>
            {
                CheckComponents(one.Graph, one.Neighbors, quarters, layout);
                Assert.Equal(NumbersOf(ReferenceRoots(one.Neighbors, quarters, 0)), Landscape.Create(one.Graph.Space, quarters).Plateaus.ToArray());
                return threads;
            });
        }
    }

    /// <summary>Several targets are found by sweeps along the axes, one by lookup.</summary>
    [Fact]
    public void Distances_to_several_targets() => ForAll((graph, neighbors, values, name) =>
    {
        int[] targets = [.. Enumerable.Range(0, values.Length).Where(vertex => vertex % 11 == values.Length % 11)];
        if (targets.Length == 0)
            return;
        var distances = new int[values.Length];
        new DistanceMap(graph, targets).Fill(0, distances);
        for (int vertex = 0; vertex < distances.Length; vertex++)
            Assert.True(targets.Min(target => ReferenceGraph.Distance(graph.Space, new GridNeighborhood(), vertex, target)) == distances[vertex], $"vertex {vertex} of {name}");
    });

    private static IEnumerable<string> Layouts(int length)
    {
        yield return $"o{length}";
        if (length <= 33)
            yield return $"c{length}";
        if (length % 5 == 1)
            yield return $"o3 o{length}";
        if (length <= 20)
            yield return $"c3 o{length} b";
    }

    private static void ForAll(Action<NeighborhoodGraph, int[][], double[], string> check)
    {
        foreach (Case one in Cases)
            check(one.Graph, one.Neighbors, one.Values, one.Layout);
    }

    private static void CheckComponents(NeighborhoodGraph graph, int[][] neighbors, double[] values, string name)
    {
        foreach (double tolerance in new[] { 0, Tolerance })
        {
            int[] parents = NeutralComponents.Find(graph, values, tolerance);
            int[] expected = ReferenceRoots(neighbors, values, tolerance);
            for (int vertex = 0; vertex < parents.Length; vertex++)
            {
                int root = vertex;
                while (parents[root] != root)
                    root = parents[root];
                Assert.True(expected[vertex] == root, $"vertex {vertex} of {name}");
            }
        }
    }

    /// <summary>Components of several vertices in the order of their roots, -1 for those of one.</summary>
    private static int[] NumbersOf(int[] roots)
    {
        var numbers = roots.GroupBy(root => root).Where(members => members.Count() > 1).Select(members => members.Key).Order().Select((root, number) => (root, number)).ToDictionary(pair => pair.root, pair => pair.number);
        return [.. roots.Select(root => numbers.GetValueOrDefault(root, -1))];
    }

    private static int[] ReferenceRoots(int[][] neighbors, double[] values, double tolerance)
    {
        int[] roots = [.. Enumerable.Repeat(-1, values.Length)];
        var open = new Stack<int>();
        for (int root = 0; root < roots.Length; root++)
        {
            if (roots[root] >= 0)
                continue;
            roots[root] = root;
            open.Push(root);
            while (open.TryPop(out int vertex))
            {
                foreach (int neighbor in neighbors[vertex].Where(neighbor => roots[neighbor] < 0 && Math.Abs(values[vertex] - values[neighbor]) <= tolerance))
                {
                    roots[neighbor] = root;
                    open.Push(neighbor);
                }
            }
        }

        return roots;
    }

    private sealed class Case
    {
        public Case(string layout)
        {
            Layout = layout;
            SearchSpace space = Grids.Of(layout);
            Graph = NeighborhoodGraph.Complete(space);
            Neighbors = ReferenceGraph.Neighbors(space, new GridNeighborhood(), Grids.AllCells(space));
            Values = Extremes.Of(Neighbors.Length, Neighbors.Length);
        }

        public string Layout { get; }

        public NeighborhoodGraph Graph { get; }

        public int[][] Neighbors { get; }

        public double[] Values { get; }
    }
}
