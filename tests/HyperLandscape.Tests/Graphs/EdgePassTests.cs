using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Numerics;

namespace HyperLandscape.Tests.Graphs;

/// <summary>The vectorized pass over grids, with and without holes, and the pass over rows yield what arcs one by one yield.</summary>
public sealed class EdgePassTests
{
    private static readonly int[] InnerLengths = [.. Enumerable.Range(1, 20), 31, 33, 63, 65, 127, 255, 256, 257];

    [Fact]
    public void Every_ordinal_axis_up_to_300_levels() => ForAll(Enumerable.Range(1, 300).Select(levels => $"o{levels}"));

    [Fact]
    public void Every_categorical_axis_up_to_80_values() => ForAll(Enumerable.Range(1, 80).Select(values => $"c{values}"));

    [Fact]
    public void A_categorical_axis_of_300_values() => ForAll(["c300"]);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    public void Two_axes_with_awkward_inner_blocks(int outer)
    {
        ForAll(InnerLengths.SelectMany(inner => new[] { $"o{outer} o{inner}", $"c{outer} o{inner}" }));
        ForAll(InnerLengths.Where(inner => inner <= 33).SelectMany(inner => new[] { $"o{outer} c{inner}", $"c{outer} c{inner}" }));
    }

    [Fact]
    public void Many_axes() => ForAll(["b b b b b b b b b b", "o10 o7 c3 b b", "c3 o1 c4 b o5 o1", "b c2 o2 o15", "b o3 o17 c5", "o2 o300", "o300 o2", "o3 c5 o7 b c3 b"]);

    [Fact]
    public void Values_that_stretch_the_range_of_doubles()
    {
        foreach (string layout in new[] { "o257", "c19", "o17 o19", "c3 o1 c4 b o5", "b b b b b b" })
        {
            SearchSpace space = Grids.Of(layout);
            Check(space, Grids.AllCells(space), Extremes.Of((int)space.CellCount, 1), 0, 0);
            Check(space, Grids.AllCells(space), Extremes.Of((int)space.CellCount, 2), double.Epsilon, 0.25);
        }
    }

    private static void ForAll(IEnumerable<string> layouts)
    {
        foreach (string layout in layouts)
        {
            SearchSpace space = Grids.Of(layout);
            int count = (int)space.CellCount;
            CheckAll(space, Grids.AllCells(space));
            CheckAll(space, [.. Grids.Sample(space, (count + 1) / 2, count).Order()]);
        }
    }

    /// <summary>Quarters, whose differences hit the tolerance exactly and whose ties are many, and numbers of any size.</summary>
    private static void CheckAll(SearchSpace space, long[] cells)
    {
        var random = new Random(cells.Length);
        double[] quarters = [.. cells.Select(_ => random.Next(-4, 5) / 4.0)];
        Check(space, cells, quarters, 0.25, 0.5);
        Check(space, cells, Extremes.Tame(cells.Length, cells.Length), 0, 0.25);
    }

    private static void Check(SearchSpace space, long[] cells, double[] loss, double tolerance, double neutralTolerance)
    {
        int[][] neighbors = ReferenceGraph.Neighbors(space, new GridNeighborhood(), cells);
        NeighborhoodGraph graph = NeighborhoodGraph.Sample(space, cells);
        // Any centers will do, so they may be the library's own.
        EdgePass.Run(graph, loss, tolerance, new int[loss.Length], 0, [], [], out EdgeCenters centers);
        var expected = new ReferencePass(neighbors, loss, centers, tolerance, neutralTolerance);

        foreach ((bool facts, bool neutral) in new[] { (true, true), (true, false), (false, true) })
        {
            int[] best = new int[facts ? loss.Length : 0];
            ushort[] neutralDegrees = new ushort[neutral ? loss.Length : 0];
            ushort[] degrees = new ushort[graph.IsComplete ? 0 : loss.Length];
            EdgeSums sums = EdgePass.Run(graph, loss, tolerance, best, neutralTolerance, neutralDegrees, degrees, out _);
            RequireEqual(space, expected, facts ? sums : null, best, neutralDegrees, degrees);
        }

        var work = new GridPass.Work(loss, false, centers, tolerance, new int[loss.Length], neutralTolerance, new ushort[loss.Length], new ushort[loss.Length]);
        RequireEqual(space, expected, RowsPass.Run(graph, work), work.Best, work.NeutralDegrees, work.Degrees);
    }

    private static void RequireEqual(SearchSpace space, ReferencePass expected, EdgeSums? sums, int[] best, ushort[] neutralDegrees, ushort[] degrees)
    {
        Assert.True(best.Length == 0 || expected.Best.AsSpan().SequenceEqual(best), $"best neighbors of {space}");
        Assert.True(neutralDegrees.Length == 0 || expected.NeutralDegrees.AsSpan().SequenceEqual(neutralDegrees), $"neutral degrees of {space}");
        Assert.True(degrees.Length == 0 || expected.Degrees.AsSpan().SequenceEqual(degrees), $"degrees of {space}");
        if (sums is not { } found)
            return;
        Assert.Equal(expected.DegreeCount, found.Degrees);
        Assert.Equal(expected.ArcCount, found.Arcs);
        Assert.Equal(expected.NeutralCount, found.Neutral);
        double[] actual = [found.DegreeX, found.DegreeXX, found.XY, found.Source, found.SourceSquared, found.Target, found.TargetSquared, found.SourceTarget];
        for (int i = 0; i < actual.Length; i++)
        {
            if (double.IsFinite(expected.Sums[1])) // squares of the largest values overflow, whoever computes
                Assert.True(Closeness.Near(expected.Sums[i], actual[i], Math.Max(1, expected.DegreeCount)), $"sum {i} of {space}: the reference has {expected.Sums[i]:R}, the pass {actual[i]:R}");
        }
    }
}
