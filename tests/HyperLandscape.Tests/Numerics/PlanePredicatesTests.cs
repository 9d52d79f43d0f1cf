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

    [Fact]
    public void Equal_exact_arithmetic_at_all_sizes()
    {
        var random = new Random(1);
        for (int round = 0; round < 4000; round++)
        {
            // Small whole multiples of one unit, now and then of another, from the smallest number to nearly the largest.
            double unit = round % 4 == 0 ? double.Epsilon : Math.ScaleB(1, random.Next(-1000, 900));
            (double X, double Y)[] p = [.. Enumerable.Range(0, 4).Select(_ => (Coordinate(), Coordinate()))];
            Point[] q = [.. p.Select(point => new Point(point.X, point.Y))];
            int side = ReferencePlane.DoubledArea(p[0], p[1], p[2]).Sign;
            Assert.Equal(side, Orientation(q[0], q[1], q[2]));
            if (side != 0)
                Assert.Equal(ReferencePlane.InCircle(p[0], p[1], p[2], p[3]), side * InCircle(q[0], q[1], q[2], q[3]));

            double Coordinate() => random.Next(-4, 5) * (random.Next(5) == 0 ? Math.ScaleB(unit, 40) : unit);
        }
    }
}
