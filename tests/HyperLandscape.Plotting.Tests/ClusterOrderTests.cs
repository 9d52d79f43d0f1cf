namespace HyperLandscape.Plotting.Tests;

public sealed class ClusterOrderTests
{
    [Fact]
    public void Two_pairs_stand_together_and_their_nearest_ends_meet()
    {
        // On a line at 0, 10, 1, 9: the pairs are {0, 2} (distance 1) and {1, 3} (distance 1); joined, the ends that
        // meet are 2 (at 1) and 3 (at 9), so that the order is that of the line.
        double[] places = [0, 10, 1, 9];
        Assert.Equal([0, 2, 3, 1], ClusterOrder.Of(Distances(places)));
    }

    [Fact]
    public void Points_of_a_line_come_in_the_order_of_the_line()
    {
        // Gaps of 1, 2, 4, 8, 16: the nearest cluster of the growing one is always the next point.
        double[] places = [31, 0, 3, 1, 15, 7];
        int[] order = ClusterOrder.Of(Distances(places));
        double[] sorted = [.. order.Select(i => places[i])];
        Assert.True(sorted.SequenceEqual([0, 1, 3, 7, 15, 31]) || sorted.SequenceEqual([31, 15, 7, 3, 1, 0]));
    }

    [Fact]
    public void A_single_one_is_its_order()
    {
        Assert.Equal([0], ClusterOrder.Of(new double[1, 1]));
    }

    private static double[,] Distances(double[] places)
    {
        var distances = new double[places.Length, places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            for (int j = 0; j < places.Length; j++)
                distances[i, j] = Math.Abs(places[i] - places[j]);
        }

        return distances;
    }
}
