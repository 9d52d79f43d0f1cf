using HyperLandscape.Graphs;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Graphs;

/// <summary>Small grids take one table, the larger ones several.</summary>
public sealed class AxisSumsTests
{
    public static TheoryData<string> Layouts => ["o1", "b", "o5 c3 b", "c4 o7 o1 b c2", "o130 o130 b"];

    public static TheoryData<string> LongLayouts => ["o3 o200 o100", "o20000", "b o16384 b"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Degrees_are_counted_neighbors(string layout)
    {
        SearchSpace space = Grids.Of(layout);
        int[][] neighbors = ReferenceGraph.Neighbors(space, new GridNeighborhood(), Grids.AllCells(space));
        RequireEqual([.. neighbors.Select(others => others.Length)], AxisSums.Degrees(Axis.Of(space, new GridNeighborhood())!));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    [MemberData(nameof(LongLayouts))]
    public void Distances_are_summed_differences_of_levels(string layout)
    {
        SearchSpace space = Grids.Of(layout);
        foreach (INeighborhood neighborhood in new INeighborhood[] { new GridNeighborhood(), new HammingNeighborhood() })
        {
            foreach (long target in new[] { 0, space.CellCount / 3, space.CellCount - 1 })
            {
                int[] expected = [.. Grids.AllCells(space).Select(cell => ReferenceGraph.Distance(space, neighborhood, cell, target))];
                RequireEqual(expected, AxisSums.Distances(Axis.Of(space, neighborhood)!, target));
            }
        }
    }

    /// <summary>Cell by cell, and in runs that start and end anywhere.</summary>
    private static void RequireEqual(int[] expected, AxisSums<int> actual)
    {
        for (int cell = 0; cell < expected.Length; cell++)
            Assert.True(expected[cell] == actual[cell], $"cell {cell}");
        for (int start = 0; start < expected.Length; start += 1 + (expected.Length / 7))
        {
            var run = new int[(expected.Length - start + 1) / 2];
            actual.Fill(start, run);
            Assert.Equal(expected[start..(start + run.Length)], run);
        }
    }
}
