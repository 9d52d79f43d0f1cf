using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class NearestNeighborTests
{
    public static TheoryData<int, int, int, bool> Cases
    {
        get
        {
            var data = new TheoryData<int, int, int, bool>();
            foreach (int dimensions in new[] { 1, 2, 3, 9, 33 })
            {
                foreach (int count in new[] { 2, 9, 16, 17, 150, 401 })
                {
                    data.Add(count, dimensions, Math.Min(count - 1, 15), false);
                    data.Add(count, dimensions, Math.Min(count - 1, 40), true);
                }
            }

            return data;
        }
    }

    /// <summary>All three search by the same rule, ties by row, so that the lists are equal.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Trees_and_blocks_find_what_sorting_finds(int count, int dimensions, int neighbors, bool ties)
    {
        var random = new Random(count);
        double[] points = [.. Enumerable.Range(0, count * dimensions).Select(_ => ties ? random.Next(3) : random.NextDouble() * Math.Pow(10, random.Next(-3, 3)))];
        double[][] rows = [.. points.Chunk(dimensions)];
        NeighborLists tree = new KdTree(points, dimensions).Nearest(neighbors);
        NeighborLists blocks = new PointBlocks(points, dimensions).Nearest(neighbors);
        for (int row = 0; row < count; row++)
        {
            int[] expected = ReferenceEmbeddingQuality.Nearest(rows, row, neighbors);
            Assert.Equal(expected, tree[row]);
            Assert.Equal(expected, blocks[row]);
            double[] distances = [.. expected.Select(other => ReferenceEmbeddingQuality.SquaredDistance(rows[row], rows[other]))];
            Assert.Equal(distances, tree.SquaredDistances(row));
            Assert.Equal(distances, blocks.SquaredDistances(row));
        }
    }

    /// <summary>Blocks of eight points, the last one short by any number; values with ties and extremes.</summary>
    [Fact]
    public void Every_number_of_points_is_searched_alike()
    {
        for (int count = 2; count <= 256; count++)
        {
            double[] points = Extremes.Tame(3 * count, count);
            double[][] rows = [.. points.Chunk(3)];
            int neighbors = Math.Min(count - 1, 5);
            NeighborLists tree = new KdTree(points, 3).Nearest(neighbors);
            NeighborLists blocks = new PointBlocks(points, 3).Nearest(neighbors);
            foreach (int row in new[] { 0, count / 2, count - 1 })
                Assert.Equal(ReferenceEmbeddingQuality.Nearest(rows, row, neighbors), blocks[row]);
            for (int row = 0; row < count; row++)
                Assert.Equal(tree[row], blocks[row]);
        }
    }

    [Fact]
    public void Ranks_count_the_nearer_points()
    {
        // Distances from the first point: 5, 1, 1, 3, 0. Nearer than 5 are four others, than 1 one, than 3 three, than 0 none.
        var blocks = new PointBlocks([0, 5, 1, 1, -3, 0], 1);
        var others = new NeighborLists(1, 5);
        for (int row = 1; row <= 5; row++)
            others.Offer(0, row, row);
        var ranks = new int[5];
        NeighborLists nearest = blocks.Nearest([0], 2, others, ranks);
        Assert.Equal([5, 2, 2, 4, 1], ranks);
        Assert.Equal([5, 2], nearest[0]);
    }
}
