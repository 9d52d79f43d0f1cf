using System.Numerics;
using HyperLandscape.Networks;
using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests;

public sealed class NetworkDrawingTests
{
    // Optima 0 and 2 are sinks; 3 reaches both, 2 more often.
    private static readonly LocalOptimaNetwork Valleys = new(Examples.Valleys, [(1, 0, 4), (3, 2, 5), (3, 0, 2), (0, 1, 1)]);

    [Fact]
    public void An_optimum_is_in_the_funnel_where_its_most_frequent_moves_lead()
    {
        var selection = new NetworkSelection(Valleys);
        Assert.Equal([[0, 1], [2, 3]], selection.Funnels);
        Assert.True(selection.IsGlobal(0));
        Assert.False(selection.IsGlobal(1));
        Assert.Equal("", selection.Remark);
    }

    [Fact]
    public void Steps_are_along_edges_of_either_direction()
    {
        int[][] steps = new NetworkSelection(Valleys).Steps([0, 1, 2, 3]);
        Assert.Equal([2, 3, 0, 1], steps[2]); // 2 - 3 - 0 - 1
        Assert.Equal([2, 0], new NetworkSelection(Valleys).Steps([2, 1])[1]); // no path
    }

    [Fact]
    public void Of_a_large_network_the_best_and_the_largest_basins_are_drawn()
    {
        LocalOptimaNetwork network = Large();
        var selection = new NetworkSelection(network);
        Assert.Equal(500, selection.Nodes.Length);
        Assert.Contains(Enumerable.Range(0, 500), selection.IsGlobal);
        int[] left = [.. Enumerable.Range(0, network.Count).Except(selection.Nodes)];
        Assert.True(left.Max(node => network.BasinSizes[node]) <= selection.Nodes.Where((_, i) => !selection.IsGlobal(i)).Min(node => network.BasinSizes[node]));
        Assert.InRange(selection.Edges.Length, 500, 1_200);
        Assert.Equal(Enumerable.Range(0, 500), selection.Funnels.SelectMany(funnel => funnel).Order());
        HashSet<int> nodes = [.. selection.Nodes];
        ILookup<int, long> all = network.Edges().Where(edge => nodes.Contains(edge.Source) && nodes.Contains(edge.Target)).ToLookup(edge => edge.Source, edge => edge.Count);
        foreach (IGrouping<int, long> drawn in selection.Edges.GroupBy(edge => selection.Nodes[edge.Source], edge => edge.Count))
            Assert.Equal(all[drawn.Key].OrderDescending().Take(drawn.Count()), drawn.OrderDescending());
    }

    [Fact]
    public void Circles_do_not_overlap_and_rings_hold_their_funnels_and_nothing_else()
    {
        foreach (LocalOptimaNetwork network in (LocalOptimaNetwork[])[Valleys, Large()])
        {
            var selection = new NetworkSelection(network);
            var layout = NetworkLayout.ByForces(selection, 870, 420);
            for (int a = 0; a < layout.Centers.Length; a++)
            {
                for (int b = 0; b < a; b++)
                    Assert.True(Vector2.Distance(layout.Centers[a], layout.Centers[b]) > layout.Radii[a] + layout.Radii[b]);
                for (int funnel = 0; funnel < layout.Rings.Length; funnel++)
                {
                    // A ring is a circle that is stretched along one axis.
                    (Vector2 center, Vector2 radii) = layout.Rings[funnel];
                    Assert.Equal(selection.Funnels[funnel].Contains(a), ((layout.Centers[a] - center) / radii).Length() < 1);
                }
            }
        }
    }

    [Fact]
    public void Layers_are_in_the_order_of_the_fitness_and_inside_the_panel()
    {
        LocalOptimaNetwork network = Large();
        var selection = new NetworkSelection(network);
        var layout = NetworkLayout.ByFitness(selection, 800, 400, fitness => fitness / 1_000);
        for (int node = 0; node < layout.Centers.Length; node++)
        {
            // Between the largest circle with half the gap of 7 pixels below, and the same above.
            double margin = layout.Radii.Max() + 3.5;
            Assert.Equal(margin + ((400 - (2 * margin)) * network.Fitness(selection.Nodes[node]) / 1_000), layout.Centers[node].Y, 1e-3);
            Assert.InRange(layout.Centers[node].Y, layout.Radii[node], 400 - layout.Radii[node]);
            Assert.InRange(layout.Centers[node].X, layout.Radii[node], 800 - layout.Radii[node]);
        }
    }

    [Fact]
    public void The_drawing_shows_something_and_changes_with_the_data()
    {
        foreach (bool layered in (bool[])[false, true])
        {
            var drawing = new NetworkDrawing(Valleys) { Layered = layered };
            Examples.RequireDrawn(drawing);
            Examples.RequireDifferent(drawing, new NetworkDrawing(new LocalOptimaNetwork(Examples.Valleys, [(1, 0, 1)])) { Layered = layered });
            Examples.RequireDrawn(new NetworkDrawing(Examples.Constant.Connect(new EscapeEdges())) { Layered = layered });
            Examples.RequireDrawn(new NetworkDrawing(Examples.Single.Connect(new EscapeEdges())) { Layered = layered });
        }

        Examples.RequireDifferent(new NetworkDrawing(Valleys), new NetworkDrawing(Valleys) { Layered = true });
        byte[] large = new NetworkDrawing(Large()).ToPng();
        Assert.InRange(Pixels.Inked(large), 0.2, 0.9);
        Assert.Equal(large, new NetworkDrawing(Large()).ToPng());
    }

    [Fact]
    public void Worse_is_worse_for_either_objective()
    {
        var maximized = Examples.Valleys.WithFitness([.. Examples.Valleys.Fitness.ToArray().Select(fitness => -fitness)], Objective.Maximize);
        var network = new LocalOptimaNetwork(maximized, [.. Valleys.Edges()]);
        Assert.Equal(new NetworkSelection(Valleys).Funnels, new NetworkSelection(network).Funnels);
        Assert.Contains("to a worse one", new NetworkDrawing(network).ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain("to a worse one", new NetworkDrawing(network.Monotonic()).ToSvg(), StringComparison.Ordinal);
    }

    /// <summary>800 optima: a chessboard whose white fields are high, with random moves.</summary>
    private static LocalOptimaNetwork Large()
    {
        var random = new Random(1);
        var levels = Hyperparameter.Ordinal("x", [.. Enumerable.Range(0, 40).Select(level => (double)level)]);
        var space = new SearchSpace(levels, Hyperparameter.Ordinal("y", levels.Values));
        var landscape = Landscape.Create(space, [.. Enumerable.Range(0, 1_600).Select(cell => ((cell / 40) + (cell % 40)) % 2 == 0 ? random.Next(1_000) : 5_000.0)]);
        Assert.Equal(800, landscape.Optima.Length);
        return new LocalOptimaNetwork(landscape, [.. Enumerable.Range(0, 9_000).Select(_ => (random.Next(800), random.Next(800), (long)random.Next(1, 9)))]);
    }
}
