using CsCheck;
using HyperLandscape.Graphs;
using HyperLandscape.Networks;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Networks;

/// <summary>Networks of random landscapes agree with <see cref="ReferenceNetwork"/> in everything.</summary>
public sealed class NetworkAgreementTests
{
    [Fact]
    public void Escape_edges() => Gen.Select(LandscapeCases.Small, Gen.Int[1, 4], Gen.Bool).Sample(
        (given, distance, different) =>
        {
            ReferenceLandscape reference = given.ToReference();
            LocalOptimaNetwork network = given.ToLandscape().Connect(new EscapeEdges { Distance = distance, DifferentHyperparameters = different });
            Agree(ReferenceNetwork.Escape(reference, (a, b) => IsMove(given, reference.Cells[a], reference.Cells[b], distance, different)), network);
        },
        iter: 50);

    [Fact]
    public void Basin_transitions() => Gen.Select(LandscapeCases.Small, Gen.Bool).Sample(
        (given, worsening) => Agree(ReferenceNetwork.Transitions(given.ToReference(), worsening), given.ToLandscape().Connect(new BasinTransitions { Worsening = worsening })),
        iter: 50);

    private static void Agree(ReferenceNetwork reference, LocalOptimaNetwork network)
    {
        Same(reference, network);
        Same(reference.Frequent(3), network.Frequent(3));
        Same(reference.Monotonic(), network.Monotonic());
        Same(reference.Compressed(), network.Compressed());
        ReferenceNetwork compressed = reference.Monotonic().Compressed();
        Same(compressed, network.Monotonic().Compressed());
        SameFunnels(compressed, reference.Nodes.Length, Funnels.Of(network));
    }

    private static void Same(ReferenceNetwork expected, LocalOptimaNetwork actual)
    {
        Assert.Equal(expected.Nodes.Select(node => node[0]), actual.Representatives.ToArray());
        Assert.Equal(expected.Nodes.SelectMany((node, i) => node.Select(optimum => (optimum, i))).Order().Select(entry => entry.i), actual.Nodes.ToArray());
        Assert.Equal(expected.Edges, actual.Edges());
        Assert.Equal(expected.Edges.Length, actual.EdgeCount);
        Assert.Equal(expected.Sinks(), actual.Sinks());
        int[] accessibility = actual.Accessibility();
        double[] pageRank = actual.PageRank(0.7);
        double[] expectedRank = expected.PageRank(0.7);
        for (int node = 0; node < actual.Count; node++)
        {
            Assert.Equal(expected.Stays(node), actual.Stays[node]);
            Assert.Equal(expected.Moves(node), actual.Moves[node]);
            Assert.Equal(expected.EscapeDifficulty(node), actual.EscapeDifficulty(node));
            Assert.Equal(expected.ImprovementRate(node), actual.ImprovementRate(node));
            Assert.Equal(expected.InStrength(node), actual.InStrength(node));
            Assert.Equal(expected.Ancestors(node).Count, accessibility[node]);
            Assert.True(Closeness.Near(expectedRank[node], pageRank[node]), $"{expectedRank[node]:R} {pageRank[node]:R}");
            Assert.Equal(expected.Nodes[node].Sum(optimum => actual.Landscape.BasinSizes[actual.Landscape.Optima.IndexOf(optimum)]), actual.BasinSizes[node]);
        }
    }

    private static void SameFunnels(ReferenceNetwork expected, int optima, Funnels actual)
    {
        int[] sinks = expected.Sinks();
        HashSet<int>[] reaching = [.. sinks.Select(expected.Ancestors)];
        double best = Enumerable.Range(0, expected.Nodes.Length).Min(expected.Loss);
        int[] global = [.. sinks.Where(sink => expected.Loss(sink) == best)];
        Assert.Equal(sinks, actual.Sinks.ToArray());
        Assert.Equal(global.Length, actual.GlobalCount);
        Assert.Equal(reaching.Select(Optima), actual.Sizes.ToArray());
        Assert.Equal((double)Optima(reaching.Where((_, i) => global.Contains(sinks[i])).SelectMany(nodes => nodes).Distinct()) / optima, actual.GlobalShare);
        Assert.Equal((double)Optima(Enumerable.Range(0, expected.Nodes.Length).Where(node => reaching.Count(nodes => nodes.Contains(node)) > 1)) / optima, actual.OverlapShare);
        Assert.Equal((double)global.Sum(expected.InStrength) / sinks.Sum(expected.InStrength), actual.GlobalStrength);
        Assert.Equal(1 - ((double)expected.Nodes.Length / optima), actual.CompressionRate);

        int Optima(IEnumerable<int> nodes) => nodes.Sum(node => expected.Nodes[node].Length);
    }

    private static bool IsMove(LandscapeCase given, long a, long b, int distance, bool different)
    {
        int changed = Enumerable.Range(0, given.Space.Dimension).Count(h => given.Space.Level(a, h) != given.Space.Level(b, h));
        return ReferenceGraph.Distance(given.Space, given.Neighborhood, a, b) == distance && (!different || changed == distance);
    }
}
