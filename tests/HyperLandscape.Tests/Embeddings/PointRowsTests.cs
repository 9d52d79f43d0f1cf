using HyperLandscape.Embeddings;
using HyperLandscape.Tests.Numerics;

namespace HyperLandscape.Tests.Embeddings;

public sealed class PointRowsTests
{
    /// <summary>Whole vectors of floats and the zeros behind them: points of every number of dimensions, against scalar loops in double precision.</summary>
    [Theory]
    [InlineData(PointDistance.Euclidean)]
    [InlineData(PointDistance.Cosine)]
    [InlineData(PointDistance.Manhattan)]
    [InlineData(PointDistance.Hamming)]
    public void Distances_of_every_number_of_dimensions(PointDistance distance)
    {
        for (int dimensions = 1; dimensions <= 256; dimensions++)
        {
            var points = new Embedding(dimensions, [.. Extremes.Tame(2 * dimensions, dimensions).Select(value => Math.Round(value * 8) / 8)]);
            using PointRows rows = PointRows.Of(points, distance, new double[dimensions]);
            double expected = Distance(points[0].ToArray(), points[1].ToArray(), distance);
            Assert.Equal(expected, rows.Finish(rows.Raw(0, rows, 1)), 2e-6 * Math.Max(1, expected));
            Assert.Equal(rows.Raw(0, rows, 1), rows.Raw(1, rows, 0));
            Assert.Equal(0, rows.Raw(1, rows, 1));
        }
    }

    /// <summary>Cosine: half the squared distance of the directions, where a point at the origin has none.</summary>
    private static double Distance(double[] a, double[] b, PointDistance distance) => distance switch
    {
        PointDistance.Euclidean => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum()),
        PointDistance.Manhattan => a.Zip(b, (x, y) => Math.Abs(x - y)).Sum(),
        PointDistance.Hamming => a.Zip(b, (x, y) => x == y ? 0.0 : 1).Sum() / a.Length,
        _ => Direction(a).Zip(Direction(b), (x, y) => (x - y) * (x - y)).Sum() / 2,
    };

    private static double[] Direction(double[] point)
    {
        double norm = Math.Sqrt(point.Sum(x => x * x));
        return [.. point.Select(x => norm > 0 ? x / norm : 0)];
    }
}
