using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;
using HyperLandscape.Tests.Numerics;

namespace HyperLandscape.Tests.Metrics;

/// <summary>Sets of 256 starts or optima, of landscapes of every size up to 256 and some beyond, against a search from every vertex.</summary>
public sealed class ArcOrderTests
{
    [Fact]
    public void Landscapes_of_every_size_agree_with_a_search_from_every_vertex()
    {
        for (int length = 1; length <= 256; length++)
            Check($"o{length}");
        foreach (string layout in new[] { "o3 o257", "c2 o400 b", "o5 o7 o11 b" })
            Check(layout);
    }

    private static void Check(string layout)
    {
        SearchSpace space = Grids.Of(layout);
        long[] cells = Grids.AllCells(space);
        double[] fitness = Extremes.Of(cells.Length, cells.Length);
        var reference = new ReferenceLandscape(space, new GridNeighborhood(), cells, fitness, Objective.Minimize, 0);
        int[] expected = [.. reference.Optima.Select(optimum => reference.AccessibleCount(reference.Members(optimum)))];
        var order = new ArcOrder(Landscape.Create(space, fitness));
        Assert.Equal(expected.Length, order.OptimumCount);
        Assert.Equal(expected, order.CountsOfOptima(null));
        Assert.Equal(expected, order.CountsOfStarts([.. Enumerable.Range(0, cells.Length)], null));
    }
}
