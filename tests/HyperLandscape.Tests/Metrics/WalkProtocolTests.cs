using HyperLandscape.Metrics;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Metrics;

/// <summary>The sampled protocol written down once more, with the same random numbers: not a bit differs.</summary>
public sealed class WalkProtocolTests
{
    [Theory]
    [InlineData("03_bool_inc60_max")]
    [InlineData("06_ord_inc60_max")]
    [InlineData("11_mixed_full_min")]
    [InlineData("19_mixed_sparse15_min")]
    public void Values_by_the_protocol(string name)
    {
        var golden = GraphFlaGolden.Of(name);
        var metric = new WalkAutocorrelation { Walks = 301, Length = 12, Lag = 2, Seed = 5 };
        double[] correlations = [.. Enumerable.Range(0, metric.Walks).Select(walk => Walk(golden.Reference, metric, walk)).Where(value => !double.IsNaN(value)).Order()];
        Assert.Equal((correlations[(correlations.Length - 1) / 2] + correlations[correlations.Length / 2]) / 2, metric.Measure(golden.Landscape), 1e-14);
    }

    private static double Walk(ReferenceLandscape landscape, WalkAutocorrelation metric, int walk)
    {
        var random = new RandomStream(metric.Seed, walk);
        var visited = new List<double>();
        for (int vertex = random.Next(landscape.Count); visited.Count < metric.Length; vertex = landscape.Neighbors[vertex][random.Next(landscape.Neighbors[vertex].Length)])
        {
            if (landscape.Neighbors[vertex].Length == 0)
                return double.NaN;
            visited.Add(landscape.Loss[vertex]);
        }

        return ReferenceStatistics.Pearson([.. visited.SkipLast(metric.Lag)], [.. visited.Skip(metric.Lag)]);
    }
}
