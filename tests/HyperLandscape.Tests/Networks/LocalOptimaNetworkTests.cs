using HyperLandscape.Networks;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Networks;

/// <summary>Networks worked by hand, what must not matter, and what is refused.</summary>
public sealed class LocalOptimaNetworkTests
{
    // A row of eight: 5 1 4 3 2 6 0 7. Optima 0: x = 1 (f = 1), 1: x = 4 (f = 2), 2: x = 6 (f = 0).
    // Basins {0, 1, 2}, {3, 4}, {5, 6, 7}, see BasinMetricTests.
    private static readonly Landscape Row = Landscape.Create(
        new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4, 5, 6, 7)), [5, 1, 4, 3, 2, 6, 0, 7]);

    // Two steps away: from 1 is 3 (basin of 4); from 4 are 2 (of 1) and 6 (of 6); from 6 is 4 (of 4). No move stays.
    private static readonly LocalOptimaNetwork Escape = Row.Connect(new EscapeEdges());

    [Fact]
    public void Escape_edges_by_hand()
    {
        Assert.Equal([(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 1, 1)], Escape.Edges());
        Assert.Equal([1, 2, 1], Escape.Moves);
        Assert.Equal([0, 0, 0], Escape.Stays);
        Assert.Equal(0.5, Escape.Probability(1, 2));
        Assert.Equal(0, Escape.Probability(0, 2));
        Assert.Equal(0, Escape.Probability(0, 0));

        // 4 has f = 2, the others 1 and 0: only it can improve, and always does.
        Assert.Equal([0, 1, 0], Enumerable.Range(0, 3).Select(Escape.ImprovementRate));
        Assert.Equal([3, 3, 3], Escape.Accessibility());
        Assert.Empty(Escape.Sinks());
        Assert.Equal("3 local optima, 4 edges", Escape.ToString());
    }

    [Fact]
    public void The_monotonic_network_by_hand()
    {
        LocalOptimaNetwork monotonic = Escape.Monotonic();
        Assert.Equal([(1, 0, 1), (1, 2, 1)], monotonic.Edges());
        Assert.Equal([0, 2], monotonic.Sinks());
        Assert.Equal([2, 1, 2], monotonic.Accessibility());
        Assert.Equal([1], monotonic.Sources(0));
        Assert.Equal(1, monotonic.InStrength(2));
        Assert.Equal(2, monotonic.OutStrength(1));
        Assert.Equal([1, 2, 1], monotonic.Moves); // moves to worse optima are no edges, but still moves
        Assert.Equal(0.5, monotonic.Probability(1, 2));

        // Let a be the rank of node 1 and b that of the sinks, damping 0.5: a = (0.5 + 0.5 * 2b) / 3, b = a + 0.5 * a / 2 = 1.25 a,
        // and a + 2b = 1: a = 1 / 3.5.
        double[] rank = monotonic.PageRank(0.5);
        Assert.Equal([1.25 / 3.5, 1 / 3.5, 1.25 / 3.5], rank, (expected, actual) => Math.Abs(expected - actual) < 1e-14);
    }

    [Fact]
    public void Funnels_by_hand()
    {
        // Both sinks are reached from node 1, so both funnels have two optima; x = 6 is the global optimum; each sink receives 1 of 2.
        var funnels = Funnels.Of(Escape);
        Assert.Equal(2, funnels.Count);
        Assert.Equal(1, funnels.GlobalCount);
        Assert.Equal([2, 2], funnels.Sizes);
        Assert.Equal(2.0 / 3, funnels.GlobalShare);
        Assert.Equal(1.0 / 3, funnels.OverlapShare);
        Assert.Equal(0.5, funnels.GlobalStrength);
        Assert.Equal(0, funnels.CompressionRate);
    }

    [Fact]
    public void Funnels_of_hundreds_of_sinks_by_hand()
    {
        // Optima 0 1 2 0 1 2 ... 0 of a row, two steps apart with 5 between. Each 0 is a sink, which its own and the 1 and 2 after it reach, the 2 by way of
        // the 1; and the 2 before it, whose other side is the 1 of another sink: four, but three of the first and two of the last.
        const int Sinks = 301;
        double[] fitness = [.. Enumerable.Range(0, (6 * (Sinks - 1)) + 1).Select(x => x % 2 == 1 ? 5.0 : x / 2 % 3)];
        var funnels = Funnels.Of(Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", [.. fitness.Select((_, x) => (double)x)])), fitness).Connect(new EscapeEdges()));
        Assert.Equal([3, .. Enumerable.Repeat(4, Sinks - 2), 2], funnels.Sizes);
        Assert.Equal((Sinks - 1.0) / fitness.Count(value => value < 5), funnels.OverlapShare);
    }

    [Fact]
    public void Basin_transitions_by_hand()
    {
        // Improving arcs: 0 -> 1, 2 -> 1, 2 -> 3, 3 -> 4, 5 -> 4, 5 -> 6, 7 -> 6. Of these 2 -> 3 leads from basin 0 to 1, 5 -> 4
        // from 2 to 1; the others stay: 2, 1 and 2.
        LocalOptimaNetwork improving = Row.Connect(new BasinTransitions());
        Assert.Equal([(0, 1, 1), (2, 1, 1)], improving.Edges());
        Assert.Equal([2, 1, 2], improving.Stays);
        Assert.Equal(1.0 / 3, improving.Probability(0, 1));
        Assert.Equal([2.0 / 3, 1, 2.0 / 3], Enumerable.Range(0, 3).Select(improving.EscapeDifficulty));

        // All neighbour pairs in both orientations: between basins 2 - 3 and 4 - 5.
        LocalOptimaNetwork all = Row.Connect(new BasinTransitions { Worsening = true });
        Assert.Equal([(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 1, 1)], all.Edges());
        Assert.Equal([4, 2, 4], all.Stays);
    }

    [Fact]
    public void Equal_optima_that_are_connected_are_compressed()
    {
        // 0 3 0 5 1 9 1: optima at 0 (f = 0), 2 (f = 0), 4 (f = 1), 6 (f = 1). Basins: 1 (3) has 0 on both sides, smallest cell: of 0;
        // 3 (5) -> 2; 5 (9) -> 4. So {0, 1}, {2, 3}, {4, 5}, {6}. Two steps: 0: 2; 2: 0, 4; 4: 2, 6; 6: 4.
        var row = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4, 5, 6)), [0, 3, 0, 5, 1, 9, 1]);
        LocalOptimaNetwork compressed = row.Connect(new EscapeEdges()).Monotonic().Compressed();
        Assert.Equal([0, 0, 1, 1], compressed.Nodes);
        Assert.Equal([0, 4], compressed.Representatives);
        Assert.Equal([4, 3], compressed.BasinSizes);
        Assert.Equal([(1, 0, 1)], compressed.Edges());
        Assert.Equal([2, 2], compressed.Stays);
        Assert.Equal([3, 3], compressed.Moves);
        Assert.Equal("4 local optima in 2 nodes, 1 edge, 1 sink", compressed.ToString());
        var funnels = Funnels.Of(row.Connect(new EscapeEdges()));
        Assert.Equal([4], funnels.Sizes);
        Assert.Equal(0.5, funnels.CompressionRate);
        Assert.Equal(1, funnels.GlobalShare);
    }

    [Fact]
    public void The_heaviest_edges_remain_ties_to_the_smallest_targets()
    {
        var network = new LocalOptimaNetwork(Row, [(0, 1, 2), (0, 2, 5), (1, 0, 3), (1, 2, 3), (2, 2, 4), (0, 2, 1)]);
        Assert.Equal([(0, 1, 2), (0, 2, 6), (1, 0, 3), (1, 2, 3)], network.Edges());
        Assert.Equal([(0, 2, 6), (1, 0, 3)], network.Heaviest(1).Edges());
        Assert.Equal([8, 6, 4], network.Heaviest(1).Moves);
        Assert.Equal([(0, 2, 6)], network.Frequent(4).Edges());
        Assert.Equal([6, 0, 4], network.Frequent(4).Moves);
        Assert.Equal([(1, 1.0, 0.0)], new[] { 1 }.Select(node => (node, network.Frequent(4).EscapeDifficulty(node), network.Frequent(4).ImprovementRate(node))));
    }

    [Fact]
    public void A_single_optimum_is_a_network()
    {
        LocalOptimaNetwork single = Landscape.Create(new SearchSpace(Hyperparameter.Boolean("x")), [1, 0]).Connect(new EscapeEdges());
        Assert.Equal([1.0], single.PageRank());
        Assert.Equal(1, single.EscapeDifficulty(0));
        Assert.Equal([1], single.Accessibility());
        Assert.Equal(double.NaN, Funnels.Of(single).GlobalStrength);
        Assert.Equal(double.NaN, NetworkSummary.Of(single).Density);
        Assert.Equal(double.NaN, single.Probability(0, 0));
    }

    [Fact]
    public void The_summary_is_a_table()
    {
        var summary = NetworkSummary.Of(Escape);
        Assert.Equal(4.0 / 6, summary.Density);
        Assert.Equal(0, summary.MeanEscapeDifficulty);
        Assert.Equal(1.0 / 3, summary.MeanImprovementRate);
        Assert.Equal(1, summary.MeanAccessibility);
        Assert.Contains("global strength                   0.5000", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_by_hand()
    {
        var nodes = new StringWriter();
        Escape.Monotonic().WriteNodesCsv(nodes);
        Assert.StartsWith("node,vertex,x,fitness,basin_size,optima,moves,stays,escape_difficulty,improvement_rate,in_strength,out_strength,page_rank\n0,1,1,1,3,1,1,0,0,0,1,0,", nodes.ToString(), StringComparison.Ordinal);
        var edges = new StringWriter();
        Escape.WriteEdgesCsv(edges);
        Assert.Equal("source,target,count,probability\n0,1,1,1\n1,0,1,0.5\n1,2,1,0.5\n2,1,1,1\n", edges.ToString());
    }

    [Fact]
    public void The_direction_does_not_matter() => CsCheck.Check.Sample(LandscapeCases.Small, given =>
    {
        LocalOptimaNetwork network = given.ToLandscape().Connect(new EscapeEdges());
        LocalOptimaNetwork negated = given.Negated().ToLandscape().Connect(new EscapeEdges());
        Assert.Equal(network.Monotonic().Edges(), negated.Monotonic().Edges());
        Assert.Equal(network.PageRank(), negated.PageRank());
        Assert.Equal(Funnels.Of(network).ToString(), Funnels.Of(negated).ToString());
    }, iter: 100);

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        SearchSpace space = Grids.Of("o10 o9 c4 o7 b b");
        var random = new Random(1);
        var landscape = Landscape.Create(space, [.. Grids.AllCells(space).Select(_ => random.NextDouble())]);
        foreach (INetworkEdges edges in new INetworkEdges[] { new EscapeEdges(), new BasinTransitions() })
        {
            (string One, string Two, string Eight) = (Text(1), Text(2), Text(8));
            Assert.Equal(One, Two);
            Assert.Equal(One, Eight);

            string Text(int threads)
            {
                LocalOptimaNetwork network = landscape.Connect(edges, new ParallelOptions { MaxDegreeOfParallelism = threads });
                var text = new StringWriter();
                network.WriteNodesCsv(text);
                network.WriteEdgesCsv(text);
                text.Write(string.Join(',', network.Accessibility()));
                return text.ToString();
            }
        }
    }

    [Fact]
    public void Progress_ascends_to_the_end()
    {
        foreach (INetworkEdges edges in new INetworkEdges[] { new EscapeEdges(), new BasinTransitions() })
        {
            var reports = new Reports();
            Row.Connect(edges, null, reports);
            Assert.Equal([0.33, 0.66, 1], reports.Shares); // three optima
        }
    }

    [Fact]
    public void What_makes_no_network_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EscapeEdges { Distance = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalOptimaNetwork(Row, [(0, 3, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalOptimaNetwork(Row, [(-1, 0, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalOptimaNetwork(Row, [(0, 1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Escape.PageRank(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Escape.Heaviest(-1));
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Row.Connect(new EscapeEdges(), new ParallelOptions { CancellationToken = canceled.Token }));
    }

    private sealed class Reports : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
