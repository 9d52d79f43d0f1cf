using System.Numerics;

namespace HyperLandscape.Reference;

/// <summary>Plane geometry without rounding: coordinates as multiples of the smallest positive double.</summary>
public static class ReferencePlane
{
    /// <summary>Twice the signed area of a triangle, in squares of that unit.</summary>
    public static BigInteger DoubledArea((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((Exact(b.X) - Exact(a.X)) * (Exact(c.Y) - Exact(a.Y))) - ((Exact(b.Y) - Exact(a.Y)) * (Exact(c.X) - Exact(a.X)));

    /// <summary>Whether d is inside the circle through a, b, c: the 3 x 3 determinant of the lifted differences, expanded by its last row.</summary>
    public static int InCircle((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
    {
        (BigInteger X, BigInteger Y, BigInteger Lift)[] rows = [.. new[] { a, b, c }.Select(point => Lifted(Exact(point.X) - Exact(d.X), Exact(point.Y) - Exact(d.Y)))];
        BigInteger minorX = (rows[0].Y * rows[1].Lift) - (rows[1].Y * rows[0].Lift);
        BigInteger minorY = (rows[0].X * rows[1].Lift) - (rows[1].X * rows[0].Lift);
        BigInteger minorLift = (rows[0].X * rows[1].Y) - (rows[1].X * rows[0].Y);
        return ((rows[2].X * minorX) - (rows[2].Y * minorY) + (rows[2].Lift * minorLift)).Sign * DoubledArea(a, b, c).Sign;
    }

    /// <summary>The boundary of the convex hull counter-clockwise, points on its edges included (Andrew's monotone chain). Points are different and not on one line.</summary>
    public static (double X, double Y)[] Hull((double X, double Y)[] points)
    {
        (double X, double Y)[] sorted = [.. points.OrderBy(point => point.X).ThenBy(point => point.Y)];
        List<(double X, double Y)> lower = Chain(sorted);
        List<(double X, double Y)> upper = Chain([.. sorted.Reverse()]);
        return [.. lower.SkipLast(1), .. upper.SkipLast(1)];
    }

    private static List<(double X, double Y)> Chain((double X, double Y)[] sorted)
    {
        var chain = new List<(double X, double Y)>();
        foreach ((double X, double Y) point in sorted)
        {
            while (chain.Count > 1 && DoubledArea(chain[^2], chain[^1], point).Sign < 0)
                chain.RemoveAt(chain.Count - 1);
            chain.Add(point);
        }

        return chain;
    }

    private static (BigInteger X, BigInteger Y, BigInteger Lift) Lifted(BigInteger x, BigInteger y) => (x, y, (x * x) + (y * y));

    private static BigInteger Exact(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFF;
        BigInteger size = exponent == 0 ? fraction : new BigInteger(fraction | 0x10000000000000) << (exponent - 1);
        return bits < 0 ? -size : size;
    }
}
