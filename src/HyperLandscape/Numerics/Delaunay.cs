using static HyperLandscape.Numerics.PlanePredicates;

namespace HyperLandscape.Numerics;

/// <summary>
/// The Delaunay triangulation of different points in the plane: no point is inside the circle through a triangle.
/// Points come one by one along a Hilbert curve; each is found by walking from the last, the triangles whose circles
/// contain it are taken out and their outline joined to it (Bowyer 1981; Watson 1981). Beyond every edge of the hull lies
/// a triangle with the corner <see cref="Outside"/>, so that points outside need no rule of their own. With exact
/// predicates the outline is always seen from the point. O(n log n), as a rule.
/// </summary>
internal sealed class Delaunay
{
    /// <summary>The third corner of triangles beyond the hull.</summary>
    public const int Outside = -1;

    private readonly Point[] points;
    private readonly List<int> corners = []; // of edge e, where it starts; edges 3t to 3t + 2 go around triangle t, to the left
    private readonly List<int> twins = []; // the same edge of the triangle beyond
    private readonly Stack<int> open = new();
    private readonly List<int> outline = [];
    private readonly List<int> removed = [];
    private int last;

    private Delaunay(Point[] points) => this.points = points;

    /// <summary>Starts of edges, three per triangle, those beyond the hull included.</summary>
    public IReadOnlyList<int> Corners => corners;

    /// <summary>Triangulates points, all different; null if all are on one line.</summary>
    public static Delaunay? Of(Point[] points)
    {
        int[] order = HilbertOrder(points);
        int third = 2;
        while (third < order.Length && Orientation(points[order[0]], points[order[1]], points[order[third]]) == 0)
            third++;
        if (third >= order.Length)
            return null;

        var delaunay = new Delaunay(points);
        bool left = Orientation(points[order[0]], points[order[1]], points[order[third]]) > 0;
        delaunay.Start(order[left ? 0 : 1], order[left ? 1 : 0], order[third]);
        for (int i = 2; i < order.Length; i++)
        {
            if (i != third)
                delaunay.Insert(order[i]);
        }

        return delaunay;
    }

    /// <summary>The triangle in which a point lies, or one beyond the hull, found by walking from another one.</summary>
    public int Locate(Point point, int start)
    {
        int triangle = IsOutside(start) ? twins[OuterEdge(start)] / 3 : start;
        while (!IsOutside(triangle))
        {
            int edge = 3 * triangle;
            while (edge < (3 * triangle) + 3 && Orientation(points[corners[edge]], points[corners[Next(edge)]], point) >= 0)
                edge++;
            if (edge == (3 * triangle) + 3)
                break;
            triangle = twins[edge] / 3;
        }

        return triangle;
    }

    /// <summary>Whether a triangle is beyond the hull.</summary>
    public bool IsOutside(int triangle) => corners[3 * triangle] == Outside || corners[(3 * triangle) + 1] == Outside || corners[(3 * triangle) + 2] == Outside;

    private static int Next(int edge) => edge % 3 == 2 ? edge - 2 : edge + 1;

    private static int Previous(int edge) => edge % 3 == 0 ? edge + 2 : edge - 1;

    /// <summary>The edge, of a triangle beyond the hull, on the hull.</summary>
    private int OuterEdge(int triangle)
    {
        int edge = 3 * triangle;
        while (corners[edge] != Outside)
            edge++;
        return Next(edge);
    }

    private void Start(int a, int b, int c)
    {
        corners.AddRange([a, b, c, b, a, Outside, c, b, Outside, a, c, Outside]);
        twins.AddRange([3, 6, 9, 0, 11, 7, 1, 5, 10, 2, 8, 4]);
    }

    private void Insert(int inserted)
    {
        Point point = points[inserted];
        int found = Locate(point, last);
        removed.Clear();
        outline.Clear();
        Remove(found, (3 * found) + 2, (3 * found) + 1);
        open.Push(3 * found);
        while (open.TryPop(out int edge))
        {
            int beyond = twins[edge];
            if (IsInConflict(beyond / 3, point))
                Remove(beyond / 3, Previous(beyond), Next(beyond));
            else
                outline.Add(edge);
        }

        Join(inserted);
    }

    /// <summary>Notes a triangle as removed and its two edges as still to be looked at, the second one first.</summary>
    private void Remove(int triangle, int later, int sooner)
    {
        removed.Add(triangle);
        open.Push(later);
        open.Push(sooner);
    }

    /// <summary>A triangle from every edge of the outline to the point, in place of those removed and two more.</summary>
    private void Join(int inserted)
    {
        (int From, int To, int Beyond)[] edges = [.. outline.Select(edge => (corners[edge], corners[Next(edge)], twins[edge]))];
        while (removed.Count < edges.Length)
        {
            removed.Add(corners.Count / 3);
            corners.AddRange([0, 0, 0]);
            twins.AddRange([0, 0, 0]);
        }

        for (int i = 0; i < edges.Length; i++)
        {
            int edge = 3 * removed[i];
            (corners[edge], corners[edge + 1], corners[edge + 2]) = (edges[i].From, edges[i].To, inserted);
            twins[edge] = edges[i].Beyond;
            twins[edges[i].Beyond] = edge;
            twins[edge + 1] = (3 * removed[(i + 1) % edges.Length]) + 2;
            twins[edge + 2] = (3 * removed[(i + edges.Length - 1) % edges.Length]) + 1;
        }

        last = removed[0];
    }

    private bool IsInConflict(int triangle, Point point)
    {
        int edge = 3 * triangle;
        if (!IsOutside(triangle))
            return InCircle(points[corners[edge]], points[corners[edge + 1]], points[corners[edge + 2]], point) > 0;

        edge = OuterEdge(triangle);
        Point a = points[corners[edge]];
        Point b = points[corners[Next(edge)]];
        int side = Orientation(a, b, point);
        return side > 0 || (side == 0 && (a.X != b.X ? (a.X < point.X) != (b.X < point.X) && point.X != b.X && point.X != a.X : (a.Y < point.Y) != (b.Y < point.Y) && point.Y != b.Y && point.Y != a.Y));
    }

    private static int[] HilbertOrder(Point[] points)
    {
        const int bits = 16;
        double left = points.Min(point => point.X);
        double bottom = points.Min(point => point.Y);
        double scaleX = ((1 << bits) - 1) / Math.Max(points.Max(point => point.X) - left, double.Epsilon);
        double scaleY = ((1 << bits) - 1) / Math.Max(points.Max(point => point.Y) - bottom, double.Epsilon);
        long[] keys = [.. points.Select(point => Key((point.X - left) * scaleX, (point.Y - bottom) * scaleY))];
        int[] order = [.. Enumerable.Range(0, points.Length)];
        RadixSort.Sort(keys, order, (1L << (2 * bits)) - 1);
        return order;

        static long Key(double scaledX, double scaledY)
        {
            int x = double.IsFinite(scaledX) ? (int)Math.Clamp(scaledX, 0, (1 << bits) - 1) : 0; // the order is no matter of correctness
            int y = double.IsFinite(scaledY) ? (int)Math.Clamp(scaledY, 0, (1 << bits) - 1) : 0;
            long key = 0;
            for (int side = 1 << (bits - 1); side > 0; side >>= 1)
            {
                int right = (x & side) > 0 ? 1 : 0;
                int up = (y & side) > 0 ? 1 : 0;
                key = (key << 2) | (long)((3 * right) ^ up);
                if (up == 0)
                {
                    if (right == 1)
                        (x, y) = (side - 1 - (x & (side - 1)), side - 1 - (y & (side - 1)));
                    (x, y) = (y, x);
                }
            }

            return key;
        }
    }
}
