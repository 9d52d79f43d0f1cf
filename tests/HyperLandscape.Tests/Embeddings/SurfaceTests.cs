using System.Globalization;
using HyperLandscape.Embeddings;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Embeddings;

public sealed class SurfaceTests
{
    [Fact]
    public void One_triangle_by_hand()
    {
        // Heights 1, 2, 3 at (0, 0), (1, 0), (0, 1): 1 + x + 2y where x + y <= 1.
        Surface surface = Surface.Of(new Embedding(2, [0, 0, 1, 0, 0, 1]), [1, 2, 3], 3);
        Assert.Equal([0, 0.5, 1], surface.X);
        Assert.Equal([0, 0.5, 1], surface.Y);
        Assert.Equal([1, 1.5, 2, 2, 2.5, double.NaN, 3, double.NaN, double.NaN], Cells(surface));
        Assert.Equal([0, 1, 2], Corners(surface.Triangles[0]).Order());
        Assert.Equal(1, surface.Triangles.Length);
        Assert.Equal(1 + 0.25 + 0.25, surface.At(0.25, 0.125), 14);
        Assert.Equal(double.NaN, surface.At(0.5, 0.51));
        Assert.Equal(double.NaN, surface.At(-1e-300, 0));

        using var csv = new StringWriter();
        surface.WriteCsv(csv);
        Assert.StartsWith("x,y,height\n0,0,1\n0.5,0,1.5\n1,0,2\n0,0.5,2\n0.5,0.5,2.5\n1,0.5,NaN\n", csv.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Agrees_with_scipy()
    {
        double[][] given = [.. ParkMiller.Units(5, 3 * 120).Chunk(3)];
        Surface surface = Surface.Of(new Embedding(2, [.. given.SelectMany(point => point[..2])]), [.. given.Select(point => point[2])]);
        foreach (string[] line in GoldenFiles.ReadTable(Path.Combine(GoldenFiles.Folder, "embedding", "interpolation.csv")).Skip(1))
        {
            double[] numbers = [.. line.Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
            Assert.Equal(numbers[2], surface.At(numbers[0], numbers[1]), 1e-11);
        }
    }

    /// <summary>Also where many points are on one circle, on top of each other, or the hull is a thin strip.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 1e-5)]
    [InlineData(1, 1e-5)]
    public void A_plane_is_reproduced_and_never_left(int decimals, double height)
    {
        var random = new Random(2);
        double[] map = [.. Enumerable.Range(0, 1200).Select(i => Math.Round((decimals == 0 ? 9 : 1) * random.NextDouble(), decimals + 1) * (i % 2 == 0 ? 1 : height))];
        double[] values = [.. map.Chunk(2).Select(point => 0.25 + (0.5 * point[0]) - (0.125 * point[1] / height))];
        Surface surface = Surface.Of(new Embedding(2, map), values, 41);
        int inside = 0;
        for (int row = 0; row < 41; row++)
        {
            for (int column = 0; column < 41; column++)
            {
                if (double.IsNaN(surface[row, column]))
                    continue;
                inside++;
                Assert.True(Closeness.Near(0.25 + (0.5 * surface.X[column]) - (0.125 * surface.Y[row] / height), surface[row, column]));
                Assert.Equal(surface[row, column], surface.At(surface.X[column], surface.Y[row]), 1e-12);
            }
        }

        Assert.InRange(inside, 1200, 1681);
    }

    [Fact]
    public void Rows_at_one_place_count_as_one_with_their_mean()
    {
        var map = new Embedding(2, [0, 0, 1, 0, 0, 1, 1, 0, -0.0, 0, 1, 0]);
        Surface surface = Surface.Of(map, [1, 1, 3, 2, 2, 6], 2);
        Assert.Equal(3, surface.DuplicateCount);
        Assert.Equal([1.5, 3, 3, double.NaN], Cells(surface));
        Assert.All(surface.Triangles.ToArray(), triangle => Assert.Equal([0, 1, 2], Corners(triangle).Order()));
    }

    [Fact]
    public void Vertices_have_their_values()
    {
        double[] units = ParkMiller.Units(4, 600);
        Surface surface = Surface.Of(new Embedding(2, units.AsSpan(..400)), units.AsSpan(400..));
        for (int row = 0; row < 200; row++)
            Assert.Equal(units[400 + row], surface.At(units[2 * row], units[(2 * row) + 1]), 1e-12);
        Assert.Equal((units[..400].Where((_, i) => i % 2 == 0).Max(), units[..400].Where((_, i) => i % 2 == 1).Min()), (surface.X[^1], surface.Y[0]));
    }

    [Fact]
    public void Ranks_are_shown_unless_values_are_given()
    {
        // Losses 4, 2, 2, 9 have the ranks 3, 1.5, 1.5, 4 of 4; accuracies -4, -2, -2, -9 the same.
        double[] places = [0, 0, 1, 0, 0, 1, 1, 1];
        Landscape losses = Landscape.Create(Grids.Of("o4"), [4.0, 2, 2, 9]);
        Landscape accuracies = losses.WithFitness([-4, -2, -2, -9], Objective.Maximize);
        Assert.Equal([0.75, 0.375, 0.375, 1], Cells(Surface.Of(new Embedding(losses, 2, places), 2)));
        Assert.Equal([0.75, 0.375, 0.375, 1], Cells(Surface.Of(new Embedding(accuracies, 2, places), 2)));
    }

    [Fact]
    public void Scaling_by_powers_of_two_changes_no_bit()
    {
        double[] units = ParkMiller.Units(9, 900);
        Surface expected = Surface.Of(new Embedding(2, units.AsSpan(..600)), units.AsSpan(600..));
        Surface actual = Surface.Of(new Embedding(2, [.. units[..600].Select(value => 1024 * value)]), units.AsSpan(600..));
        Assert.Equal(Cells(expected), Cells(actual));
        Assert.Equal(expected.Triangles, actual.Triangles);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var line = new Embedding(2, [0.1, 0.1, 0.2, 0.2, 0.7, 0.7, 0.1, 0.1]);
        var triangle = new Embedding(2, [0, 0, 1, 0, 0, 1]);
        Assert.Contains("on one line", Assert.Throws<ArgumentException>(() => Surface.Of(line, [1, 2, 3, 4])).Message, StringComparison.Ordinal);
        Assert.Contains("no landscape", Assert.Throws<ArgumentException>(() => Surface.Of(triangle)).Message, StringComparison.Ordinal);
        Assert.Contains("2 values", Assert.Throws<ArgumentException>(() => Surface.Of(triangle, [1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("not finite", Assert.Throws<ArgumentException>(() => Surface.Of(triangle, [1, 2, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("has 3", Assert.Throws<ArgumentException>(() => Surface.Of(new Embedding(3, [1, 2, 3]), [1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Surface.Of(triangle, [1, 2, 3], 1));
        Surface surface = Surface.Of(triangle, [1, 2, 3], 2);
        Assert.Throws<ArgumentException>(() => surface.At(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => surface[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => surface[0, -1]);
    }

    private static double[] Cells(Surface surface) =>
        [.. Enumerable.Range(0, surface.Y.Length).SelectMany(row => Enumerable.Range(0, surface.X.Length).Select(column => surface[row, column]))];

    private static int[] Corners((int A, int B, int C) triangle) => [triangle.A, triangle.B, triangle.C];
}
