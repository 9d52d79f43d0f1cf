using HyperLandscape.Similarity;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Similarity;

public sealed class SpearmanTests
{
    /// <summary>Without ties rho = 1 - 6 sum of d^2 / (n (n^2 - 1)), whose sum of whole numbers has no rounding.</summary>
    [Theory]
    [InlineData("o10 o10 o10 o10")]
    [InlineData("o100 o100 o100")]
    public void A_million_ranks_lose_no_digits(string layout)
    {
        int n = (int)Grids.Of(layout).CellCount;
        var random = new Random(1);
        int[] a = [.. Enumerable.Range(1, n)];
        int[] b = [.. a.OrderBy(rank => rank + (2.0 * n * random.NextDouble()))];
        random.Shuffle(a);
        long squares = a.Zip(a, (own, at) => (long)(own - b[at - 1]) * (own - b[at - 1])).Sum();
        double expected = 1 - (6.0 * squares / ((double)n * (((double)n * n) - 1)));
        var first = Landscape.Create(Grids.Of(layout), [.. a.Select(rank => (double)rank)]);
        var second = Landscape.Create(Grids.Of(layout), [.. a.Select(rank => (double)b[rank - 1])]);
        Assert.Equal(expected, first.Compare(second, new SpearmanCorrelation()), 2e-14);
    }
}
