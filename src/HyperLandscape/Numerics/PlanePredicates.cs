using System.Numerics;

namespace HyperLandscape.Numerics;

/// <summary>
/// Signs of determinants of points in the plane, always right: in floating point where the error bounds of Shewchuk
/// (1997) prove the sign, otherwise in integers.
/// </summary>
internal static class PlanePredicates
{
    private const double Epsilon = 1.0 / (1L << 53);

    /// <summary>Above (3 + 16 epsilon) epsilon, with room for underflow.</summary>
    private const double OrientationBound = 4 * Epsilon;

    /// <summary>Above (10 + 96 epsilon) epsilon, with room for underflow.</summary>
    private const double CircleBound = 11 * Epsilon;

    /// <summary>From here on that room is enough: an underflow is off by less than 1e-323 times what it is multiplied with.</summary>
    private const double Smallest = 1e-250;

    /// <summary>Positive if a, b, c turn left, negative if right, 0 if they are on one line.</summary>
    public static int Orientation(Point a, Point b, Point c)
    {
        double left = (a.X - c.X) * (b.Y - c.Y);
        double right = (a.Y - c.Y) * (b.X - c.X);
        double size = Math.Abs(left) + Math.Abs(right);
        double determinant = left - right;
        if (Math.Abs(determinant) > OrientationBound * size && size > Smallest)
            return Math.Sign(determinant);

        BigInteger[] exact = Integers([a.X, a.Y, b.X, b.Y, c.X, c.Y]);
        return (((exact[0] - exact[4]) * (exact[3] - exact[5])) - ((exact[1] - exact[5]) * (exact[2] - exact[4]))).Sign;
    }

    /// <summary>Positive if d is inside the circle through a, b, c, which turn left; negative if outside, 0 if on it.</summary>
    public static int InCircle(Point a, Point b, Point c, Point d)
    {
        double ax = a.X - d.X;
        double ay = a.Y - d.Y;
        double bx = b.X - d.X;
        double by = b.Y - d.Y;
        double cx = c.X - d.X;
        double cy = c.Y - d.Y;
        double liftA = (ax * ax) + (ay * ay);
        double liftB = (bx * bx) + (by * by);
        double liftC = (cx * cx) + (cy * cy);
        double determinant = (liftA * ((bx * cy) - (cx * by))) + (liftB * ((cx * ay) - (ax * cy))) + (liftC * ((ax * by) - (bx * ay)));
        double size = (liftA * (Math.Abs(bx * cy) + Math.Abs(cx * by))) + (liftB * (Math.Abs(cx * ay) + Math.Abs(ax * cy))) + (liftC * (Math.Abs(ax * by) + Math.Abs(bx * ay)));
        if (Math.Abs(determinant) > CircleBound * size && size > Smallest * (1 + liftA + liftB + liftC))
            return Math.Sign(determinant);

        BigInteger[] e = Integers([a.X, a.Y, b.X, b.Y, c.X, c.Y, d.X, d.Y]);
        for (int i = 0; i < 6; i++)
            e[i] -= e[6 + (i % 2)];
        BigInteger first = ((e[0] * e[0]) + (e[1] * e[1])) * ((e[2] * e[5]) - (e[4] * e[3]));
        BigInteger second = ((e[2] * e[2]) + (e[3] * e[3])) * ((e[4] * e[1]) - (e[0] * e[5]));
        BigInteger third = ((e[4] * e[4]) + (e[5] * e[5])) * ((e[0] * e[3]) - (e[2] * e[1]));
        return (first + second + third).Sign;
    }

    /// <summary>The values times one power of two that makes all of them integers.</summary>
    private static BigInteger[] Integers(ReadOnlySpan<double> values)
    {
        var integers = new BigInteger[values.Length];
        int least = int.MaxValue;
        foreach (double value in values)
            least = value == 0 ? least : Math.Min(least, Exponent(value));
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                integers[i] = new BigInteger(Math.ScaleB(values[i], -Exponent(values[i]))) << (Exponent(values[i]) - least);
        }

        return integers;
    }

    /// <summary>Of the last of 53 binary digits.</summary>
    private static int Exponent(double value) => Math.ILogB(value) - 52;

    /// <summary>A point in the plane.</summary>
    public readonly record struct Point(double X, double Y);
}
