using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Graphs;

public sealed class DistanceMapTests
{
    /// <summary>Layout and share of the cells; the last sample is too sparse for a table over its grid, those before it take several columns and tiles.</summary>
    public static TheoryData<string, double> Graphs => new()
    {
        { "o30", 1 },
        { "o6 c4 o5 b", 1 },
        { "c7 b o1 o9 c3", 1 },
        { "o6 c4 o5 b", 0.6 },
        { "c20 o30", 0.2 },
        { "o9 c90 o70", 0.2 },
        { "c9 o90 o70", 0.2 },
        { "o60 c60 o30", 0.005 },
    };

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Distances_agree_with_a_search_over_all_targets(string layout, double share)
    {
        SearchSpace space = Grids.Of(layout);
        long[] cells = [.. Grids.Sample(space, (int)(share * space.CellCount), 1).Order()];
        foreach (INeighborhood neighborhood in new INeighborhood[] { new GridNeighborhood(), new HammingNeighborhood() })
        {
            NeighborhoodGraph graph = NeighborhoodGraph.Sample(space, cells, neighborhood);
            foreach (int count in new[] { 1, 2, 16, 17, 30 })
            {
                int[] targets = [.. Grids.Sample(space, (int)space.CellCount, count).Select(cell => Array.IndexOf(cells, cell)).Where(vertex => vertex >= 0).Take(count).Order()];
                int[] expected = [.. cells.Select(cell => targets.Min(target => ReferenceGraph.Distance(space, neighborhood, cell, cells[target])))];
                var map = new DistanceMap(graph, targets);
                var all = new int[cells.Length];
                map.Fill(0, all);
                Assert.Equal(expected, all);
                int third = cells.Length / 3;
                var part = new int[third];
                map.Fill(third, part);
                Assert.Equal(expected[third..(2 * third)], part);
                Assert.Equal(expected[third], map.Distance(third));
            }
        }
    }

    /// <summary>All cells at the first level of one hyperparameter: every line along it matters, whichever column or tile it is in.</summary>
    [Theory]
    [InlineData("o40 c30 o60 b")]
    [InlineData("c41 o29 c7 o13")]
    [InlineData("b o33000")]
    public void Distances_to_a_face_are_those_along_its_axis(string layout)
    {
        SearchSpace space = Grids.Of(layout);
        long[] cells = Grids.AllCells(space);
        for (int h = 0; h < space.Dimension; h++)
        {
            int axis = h;
            int[] face = [.. cells.Where(cell => space.Level(cell, axis) == 0).Select(cell => (int)cell)];
            bool isOrdinal = space.Hyperparameters[h].Kind == HyperparameterKind.Ordinal;
            foreach (int threads in new[] { 1, 2, 8 })
            {
                int[] found = Workers.With(new ParallelOptions { MaxDegreeOfParallelism = threads }, () =>
                {
                    var distances = new int[cells.Length];
                    new DistanceMap(NeighborhoodGraph.Complete(space), face).Fill(0, distances);
                    return distances;
                });
                Assert.Equal(cells.Select(cell => isOrdinal ? space.Level(cell, axis) : Math.Min(1, space.Level(cell, axis))), found);
            }
        }
    }
}
