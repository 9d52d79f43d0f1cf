using HyperLandscape.Numerics;
using HyperLandscape.Reference;
using static HyperLandscape.Numerics.PlanePredicates;

namespace HyperLandscape.Tests.Numerics;

public sealed class PlanePredicatesTests
{
    /// <summary>Points within 40 units in the last place of (0.5, 0.5), and two on the diagonal: which side is plain to see, but not in floating point.</summary>
    [Fact]
    public void Sides_of_the_diagonal_are_told_apart_to_the_last_bit()
    {
        double unit = Math.BitIncrement(0.5) - 0.5;
        int wrongInDoubles = 0;
        for (int i = 0; i < 40; i++)
        {
            for (int j = 0; j < 40; j++)
            {
                var point = new Point(0.5 + (i * unit), 0.5 + (j * unit));
                int expected = Math.Sign(j - i);
                Assert.Equal(expected, Orientation(new Point(12, 12), new Point(24, 24), point));
                Assert.Equal(expected, Orientation(point, new Point(12, 12), new Point(24, 24)));
                Assert.Equal(-expected, Orientation(new Point(12, 12), point, new Point(24, 24)));
                wrongInDoubles += Math.Sign(((12 - point.X) * (24 - point.Y)) - ((12 - point.Y) * (24 - point.X))) != expected ? 1 : 0;
            }
        }

        Assert.NotEqual(0, wrongInDoubles); // the fallback was needed
    }

    /// <summary>Points on the circle of radius 5 with whole coordinates, and their neighbours one unit in the last place inside and outside.</summary>
    [Fact]
    public void Inside_and_outside_of_a_circle_are_told_apart_to_the_last_bit()
    {
        Point[] circle = [new(5, 0), new(4, 3), new(3, 4), new(0, 5), new(-3, 4), new(-4, 3), new(-5, 0), new(-3, -4), new(3, -4)];
        for (int i = 0; i + 3 < circle.Length; i++)
        {
            (Point a, Point b, Point c, Point d) = (circle[i], circle[i + 1], circle[i + 2], circle[i + 3]);
            Assert.Equal(0, InCircle(a, b, c, d));
            double toCenter = d.X > 0 ? Math.BitDecrement(d.X) : Math.BitIncrement(d.X);
            double away = d.X > 0 ? Math.BitIncrement(d.X) : Math.BitDecrement(d.X);
            if (d.X == 0)
                continue;
            Assert.Equal(1, InCircle(a, b, c, d with { X = toCenter }));
            Assert.Equal(-1, InCircle(a, b, c, d with { X = away }));
        }
    }

    /// <summary>Small whole numbers times powers of two: alike, mixed, and where products of two or four of them underflow.</summary>
    [Theory]
    [InlineData(-1000, 900, 40)]
    [InlineData(-1074, -1074, 0)]
    [InlineData(-542, -530, 2)]
    [InlineData(-276, -260, 2)]
    [InlineData(-600, 300, 600)]
    [InlineData(-300, -200, 330)]
    public void Equal_exact_arithmetic_at_all_sizes(int least, int most, int spread)
    {
        var random = new Random(1);
        for (int round = 0; round < 3000; round++)
        {
            int exponent = random.Next(least, most + 1);
            (double X, double Y)[] p = [.. Enumerable.Range(0, 4).Select(_ => (Coordinate(), Coordinate()))];
            Point[] q = [.. p.Select(point => new Point(point.X, point.Y))];
            int side = ReferencePlane.DoubledArea(p[0], p[1], p[2]).Sign;
            Assert.Equal(side, Orientation(q[0], q[1], q[2]));
            if (side != 0)
                Assert.Equal(ReferencePlane.InCircle(p[0], p[1], p[2], p[3]), side * InCircle(q[0], q[1], q[2], q[3]));

            double Coordinate() => Math.ScaleB(random.Next(-7, 8), exponent + (random.Next(3) == 0 ? random.Next(spread + 1) : 0));
        }
    }

    /// <summary>The product of the two near points underflows, but not their products with the far one.</summary>
    [Fact]
    public void A_far_point_magnifies_an_underflow()
    {
        var random = new Random(1);
        for (int round = 0; round < 1000; round++)
        {
            (double X, double Y)[] p = [.. new[] { 500, -256, -822 }.Select(exponent => (Coordinate(exponent), Coordinate(exponent))), (0, 0)];
            int side = ReferencePlane.DoubledArea(p[0], p[1], p[2]).Sign;
            if (side != 0)
                Assert.Equal(ReferencePlane.InCircle(p[0], p[1], p[2], p[3]), side * InCircle(new(p[0].X, p[0].Y), new(p[1].X, p[1].Y), new(p[2].X, p[2].Y), new(0, 0)));
        }

        double Coordinate(int exponent) => Math.ScaleB(random.Next(-7, 8), exponent);
    }
}
