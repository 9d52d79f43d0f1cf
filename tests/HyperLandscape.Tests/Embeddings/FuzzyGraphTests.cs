using HyperLandscape.Embeddings;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>The fuzzy set of edges that UMAP lays out. Its memberships sum to their target within 1e-5, so each is that near, and a union of two within twice that.</summary>
public sealed class FuzzyGraphTests
{
    private const double Tolerance = 3e-5;

    /// <summary>
    /// Points 0, 1, 2, 3 on a line and all three others as neighbours: memberships sum to log2(4) = 2, and rho is 1. From
    /// an end the distances beyond rho are 0, 1, 2, so the memberships are 1, t, t^2 with t + t^2 = 1: t = (sqrt(5) - 1) / 2.
    /// From a point between, two neighbours lie at rho and make 2 already, so the third has none. Union: 0-1, 1-2, 2-3
    /// have 1; 0-2 and 1-3 have t + 0 - 0; 0-3 has 2 t^2 - t^4 = t. Intersection: 1; t 0 = 0; t^4 = 2 - 3 t.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Four_points_on_a_line(double mix)
    {
        double t = (Math.Sqrt(5) - 1) / 2;
        double two = mix * t;
        double three = (mix * t) + ((1 - mix) * (2 - (3 * t)));
        double[,] expected = { { 0, 1, two, three }, { 1, 0, 1, two }, { two, 1, 0, 1 }, { three, two, 1, 0 } };
        AssertNear(expected, new Umap { Neighbors = 4, SetOperationMix = mix }.NeighborsOf(new Embedding(1, [0, 1, 2, 3])));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 0.3)]
    [InlineData(1, 0)]
    [InlineData(0.5, 1)]
    [InlineData(2.25, 1)]
    [InlineData(5, 0.7)]
    [InlineData(9.5, 1)]
    [InlineData(40, 1)]
    public void Memberships_are_those_of_the_reference(double localConnectivity, double mix)
    {
        // Distances are in single precision; just beyond rho, memberships of the least width would show the difference.
        (int Other, double Distance)[][] nearest = [.. ReferenceFuzzySet.Nearest(Points(), 10).Select(row => row.Select(pair => (pair.Other, (double)(float)pair.Distance)).ToArray())];
        var table = new NeighborTable(10, [.. nearest.SelectMany(row => row.Select(pair => pair.Other))], [.. nearest.SelectMany(row => row.Select(pair => (float)pair.Distance))]);
        AssertNear(ReferenceFuzzySet.Of(nearest, localConnectivity, mix), FuzzyGraph.Of(table, localConnectivity, mix));
    }

    /// <summary>With the search of neighbours, the point itself counted among them; no two points coincide.</summary>
    [Fact]
    public void So_are_those_of_coordinates()
    {
        double[][] points = Points()[..200];
        double[,] expected = ReferenceFuzzySet.Of(ReferenceFuzzySet.Nearest(points, 14), 1, 1);
        AssertNear(expected, new Umap().NeighborsOf(new Embedding(3, [.. points.SelectMany(point => point)])));
    }

    [Fact]
    public void A_mean_averages_memberships()
    {
        FuzzyGraph line = new Umap { Neighbors = 2 }.NeighborsOf(new Embedding(1, [0, 1, 3, 3.5]));
        FuzzyGraph other = new Umap { Neighbors = 2 }.NeighborsOf(new Embedding(1, [0, 3, 1, 3.5]));

        // The nearest neighbour alone is certain: 0-1, 2-3 (and 1 is nearest to 0), against 0-2, 1-3.
        double[,] expected = { { 0, 0.5, 0.5, 0 }, { 0.5, 0, 0, 0.5 }, { 0.5, 0, 0, 0.5 }, { 0, 0.5, 0.5, 0 } };
        AssertNear(expected, FuzzyGraph.Mean([line, other]));
    }

    /// <summary>200 points, 20 of them once more, and one that is there twelve times over.</summary>
    private static double[][] Points()
    {
        var random = new Random(8);
        double[][] points = [.. Enumerable.Range(0, 200).Select(i => new[] { random.NextDouble(), random.NextDouble() * (1 + (i % 5)), random.NextDouble() })];
        return [.. points, .. points[..20], .. Enumerable.Repeat(points[50], 11)];
    }

    private static void AssertNear(double[,] expected, FuzzyGraph graph)
    {
        var actual = new double[graph.Count, graph.Count];
        for (int point = 0; point < graph.Count; point++)
        {
            for (int i = graph.Starts[point]; i < graph.Starts[point + 1]; i++)
                actual[point, graph.Targets[i]] = graph.Weights[i];
        }

        Assert.Equal(expected.GetLength(0), graph.Count);
        for (int i = 0; i < graph.Count; i++)
        {
            for (int j = 0; j < graph.Count; j++)
                Assert.Equal(expected[i, j], actual[i, j], Tolerance);
        }
    }
}
