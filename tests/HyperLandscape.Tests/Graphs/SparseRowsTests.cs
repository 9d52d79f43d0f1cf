using HyperLandscape.Graphs;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Graphs;

public sealed class SparseRowsTests
{
    [Fact]
    public void Samples_of_every_length_have_the_ascending_neighbors()
    {
        SearchSpace space = Grids.Of("o8 c5 b o4");
        for (int count = 1; count <= 256; count++)
        {
            long[] cells = Grids.Sample(space, count, count);
            SparseRows rows = NeighborhoodGraph.Sample(space, cells).Rows!;
            int[][] expected = ReferenceGraph.Neighbors(space, new GridNeighborhood(), [.. cells.Order()]);
            for (int vertex = 0; vertex < count; vertex++)
                Assert.Equal(expected[vertex], rows.Neighbors(vertex).ToArray());
        }
    }

    [Theory]
    [InlineData("o300")]
    [InlineData("c40")]
    [InlineData("o17 c5 b")]
    [InlineData("c3 o1 c4 b o5")]
    [InlineData("b b b b b b b")]
    public void Rows_are_the_ascending_neighbors_at_every_size(string layout)
    {
        SearchSpace space = Grids.Of(layout);
        foreach (INeighborhood neighborhood in new INeighborhood[] { new GridNeighborhood(), new HammingNeighborhood() })
        {
            for (int count = 1; count < space.CellCount; count += 1 + (count / 8))
            {
                long[] cells = Grids.Sample(space, count, count);
                SparseRows rows = NeighborhoodGraph.Sample(space, cells, neighborhood).Rows!;
                int[][] expected = ReferenceGraph.Neighbors(space, neighborhood, [.. cells.Order()]);
                for (int vertex = 0; vertex < count; vertex++)
                    Assert.Equal(expected[vertex], rows.Neighbors(vertex).ToArray());
                Assert.Equal(expected.Sum(others => others.Length) / 2, rows.EdgeCount);
            }
        }
    }

    /// <summary>Cells near the end of the largest space there can be: no sum of cells may wrap around.</summary>
    [Fact]
    public void Cells_near_the_largest_number_have_the_right_neighbors()
    {
        SearchSpace space = Grids.Of(string.Join(' ', Enumerable.Repeat("c3", 39)) + " b"); // 2 * 3^39 of at most 2^63 - 1
        long last = space.CellCount - 1;
        NeighborhoodGraph graph = NeighborhoodGraph.Sample(space, [last, last - 1, last - 2, 0, last - space.Stride(0)]);
        Assert.Equal(0, graph.Degree(0));
        Assert.Equal([4], graph.Neighbors(1, []).ToArray());
        Assert.Equal([], graph.Neighbors(2, []).ToArray().Except([4]));
        Assert.Equal([4], graph.Neighbors(3, []).ToArray().Except([2]));
    }
}
