using System.Numerics;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class DelaunayTests
{
    private static readonly Dictionary<string, Func<Random, (double X, double Y)[]>> Families = new()
    {
        ["random"] = random => Points(60, _ => (random.NextDouble(), random.NextDouble())),
        ["three"] = random => Points(3, _ => (random.NextDouble(), random.NextDouble())),
        ["lattice"] = _ => Points(56, i => (i % 8, i / 8)),
        ["lattice of tenths"] = _ => Points(56, i => (i % 8 / 10.0, i / 8 / 10.0)),
        ["few places"] = random => Points(80, _ => (random.Next(6), random.Next(6))),
        ["on a circle"] = _ => Points(50, i => (Math.Cos(i), Math.Sin(i))),
        ["exactly on a circle"] = _ => [(5, 0), (4, 3), (3, 4), (0, 5), (-3, 4), (-4, 3), (-5, 0), (-4, -3), (-3, -4), (0, -5), (3, -4), (4, -3), (0, 0)],
        ["on a line but one"] = _ => [.. Points(40, i => (i, 2.0 * i)), (3, 7)],
        ["upright but one"] = _ => [.. Points(40, i => (1, i)), (3, 7)],
        ["level but one"] = _ => [.. Points(40, i => (i, 1)), (3, 7)],
        ["nearly on a line"] = random => Points(50, i => (0.1 * i, Math.ScaleB(random.Next(-2, 3), -53) + (0.1 * i))),
        ["nearly on a lattice"] = random => Points(49, i => ((i % 7) + Math.ScaleB(random.Next(-2, 3), -50), (i / 7) + Math.ScaleB(random.Next(-2, 3), -50))),
        ["far from the origin"] = random => Points(50, _ => (1e9 + (random.Next(20) * 1e-6), -1e9 + random.Next(20))),
        ["of many sizes"] = random => Points(50, _ => (Math.ScaleB(random.NextDouble() - 0.5, random.Next(-200, 200)), Math.ScaleB(random.NextDouble() - 0.5, random.Next(-200, 200)))),
        ["two clusters"] = random => Points(60, i => ((1000 * (i % 2)) + (1e-9 * random.NextDouble()), 1e-9 * random.NextDouble())),
        ["on the sides of a triangle"] = random => Sides(Points(3, _ => (random.Next(50), random.Next(50)))),
        ["a parabola"] = _ => Points(50, i => (i, i * i)),
    };

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string family in Families.Keys)
            {
                for (int seed = 0; seed < 3; seed++)
                    data.Add(family, seed);
            }

            return data;
        }
    }

    /// <summary>
    /// Triangles turn left and sum to the hull, so they tile it; there are 2n - 2 - h of them, h on the boundary, so no
    /// point is left out; and no circle has a point inside. All without rounding.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Triangles_tile_the_hull_and_their_circles_are_empty(string family, int seed)
    {
        (double X, double Y)[] points = Families[family](new Random(seed));
        new Random(seed).Shuffle(points);
        (int A, int B, int C)[] triangles = Triangles(points);
        (double X, double Y)[] hull = ReferencePlane.Hull(points);
        Assert.Equal((2 * points.Length) - 2 - hull.Length, triangles.Length);
        Assert.Equal(points.Length, triangles.SelectMany(t => new[] { t.A, t.B, t.C }).Distinct().Count());

        BigInteger covered = 0;
        foreach ((int a, int b, int c) in triangles)
        {
            BigInteger area = ReferencePlane.DoubledArea(points[a], points[b], points[c]);
            Assert.True(area.Sign > 0);
            covered += area;
            Assert.All(points, point => Assert.True(ReferencePlane.InCircle(points[a], points[b], points[c], point) <= 0));
        }

        BigInteger whole = 0;
        for (int i = 1; i + 1 < hull.Length; i++)
            whole += ReferencePlane.DoubledArea(hull[0], hull[i], hull[i + 1]);
        Assert.Equal(whole, covered);
    }

    [Fact]
    public void Without_cocircular_points_the_order_of_points_does_not_matter()
    {
        (double X, double Y)[] points = Families["random"](new Random(7));
        HashSet<string> expected = Names(points);
        new Random(8).Shuffle(points);
        Assert.Equal(expected, Names(points));

        static HashSet<string> Names((double X, double Y)[] points) =>
            [.. Triangles(points).Select(t => string.Join(' ', new[] { points[t.A], points[t.B], points[t.C] }.Order()))];
    }

    [Fact]
    public void Points_on_one_line_have_no_triangles()
    {
        Assert.Null(Delaunay.Of([new(0.1, 0.1), new(0.2, 0.2), new(0.3, 0.3), new(0.7, 0.7)]));
        Assert.Null(Delaunay.Of([new(0, 0), new(1, 0)]));
        Assert.Null(Delaunay.Of([new(0, 0)]));
        Assert.NotNull(Delaunay.Of([new(0.1, 0.1), new(0.2, 0.2), new(0.3, Math.BitIncrement(0.3)), new(0.7, 0.7)]));
    }

    [Fact]
    public void Every_point_is_located()
    {
        (double X, double Y)[] points = Families["random"](new Random(3));
        Delaunay delaunay = Delaunay.Of([.. points.Select(point => new PlanePredicates.Point(point.X, point.Y))])!;
        for (int start = 0; start < delaunay.Corners.Count / 3; start++)
        {
            int found = delaunay.Locate(new(0.5, 0.5), start);
            Assert.False(delaunay.IsOutside(found));
            for (int side = 0; side < 3; side++)
                Assert.True(ReferencePlane.DoubledArea(points[delaunay.Corners[(3 * found) + side]], points[delaunay.Corners[(3 * found) + ((side + 1) % 3)]], (0.5, 0.5)).Sign >= 0);
            Assert.True(delaunay.IsOutside(delaunay.Locate(new(2, 0.5), start)));
        }
    }

    private static (int A, int B, int C)[] Triangles((double X, double Y)[] points)
    {
        Delaunay delaunay = Delaunay.Of([.. points.Select(point => new PlanePredicates.Point(point.X, point.Y))])!;
        return [.. delaunay.Corners.Chunk(3).Where(corners => !corners.Contains(Delaunay.Outside)).Select(corners => (corners[0], corners[1], corners[2]))];
    }

    private static (double X, double Y)[] Sides((double X, double Y)[] corners) =>
        Points(60, i => (
            (corners[i % 3].X * (20 - (i / 3))) + (corners[(i + 1) % 3].X * (i / 3)),
            (corners[i % 3].Y * (20 - (i / 3))) + (corners[(i + 1) % 3].Y * (i / 3))));

    private static (double X, double Y)[] Points(int count, Func<int, (double X, double Y)> point) =>
        [.. Enumerable.Range(0, count).Select(point).Distinct()];
}
