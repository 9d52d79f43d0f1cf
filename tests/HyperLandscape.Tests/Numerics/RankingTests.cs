using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class RankingTests
{
    [Fact]
    public void Every_length_agrees_with_the_definition()
    {
        for (int length = 0; length <= 256; length++)
        {
            double[] values = Extremes.Of(length, length);
            Assert.Equal(ReferenceStatistics.AverageRanks(values), Ranking.Of(values));
        }
    }

    [Fact]
    public void Ties_share_the_average_of_their_ranks()
    {
        // Sorted: -1, 0, 0, 0, 2, 2: ranks 1, then (2 + 3 + 4) / 3 = 3 three times, then (5 + 6) / 2 = 5.5 twice.
        Assert.Equal([3, 5.5, 3, 1, 5.5, 3], Ranking.Of([0.0, 2, -0.0, -1, 2, 0]));
    }
}
