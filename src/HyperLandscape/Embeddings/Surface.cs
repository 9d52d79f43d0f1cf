using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;
using static HyperLandscape.Numerics.PlanePredicates;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Values on a map of two coordinates as a surface: linear on the triangles of a Delaunay triangulation, sampled on a
/// regular grid over the range of the map, NaN outside the convex hull. Rows at exactly one place count as one point with
/// the mean of their values. Deterministic. O(n log n) as a rule. Immutable and thread-safe.
/// </summary>
public sealed class Surface
{
    private readonly Point[] points;
    private readonly double[] heights;
    private readonly Delaunay delaunay;
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] cells;
    private readonly (int A, int B, int C)[] triangles;

    private Surface(Embedding map, ReadOnlySpan<double> values, int resolution)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resolution, 2);
        if (map.Dimensions != 2)
            throw new ArgumentException($"A surface needs a map of 2 coordinates per row, it has {map.Dimensions}; reduce it first.", nameof(map));
        if (values.Length != map.Count)
            throw new ArgumentException($"{values.Length} values were given for the {map.Count} rows of the map; give one each.", nameof(values));
        if (!TensorPrimitives.IsFiniteAll(values))
            throw new ArgumentException("A value is not finite; leave out or replace rows without finite values.", nameof(values));

        (points, heights, int[] rows) = Merge(map, values);
        delaunay = Delaunay.Of(points) ?? throw new ArgumentException("All rows of the map lie on one line, which has no triangles; a surface needs three that do not. Draw the configurations as points, without what lies between.", nameof(map));
        DuplicateCount = map.Count - points.Length;
        triangles = [.. Enumerable.Range(0, delaunay.Corners.Count / 3).Where(t => !delaunay.IsOutside(t))
            .Select(t => (rows[delaunay.Corners[3 * t]], rows[delaunay.Corners[(3 * t) + 1]], rows[delaunay.Corners[(3 * t) + 2]]))];
        x = Ticks([.. points.Select(point => point.X)], resolution);
        y = Ticks([.. points.Select(point => point.Y)], resolution);
        cells = new double[resolution * resolution];
        int triangle = 0;
        for (int cell = 0; cell < cells.Length; cell++)
            cells[cell] = Height(new Point(x[cell % resolution], y[cell / resolution]), ref triangle);
    }

    /// <summary>Columns from left to right, ascending, from the smallest first coordinate to the largest.</summary>
    public ReadOnlySpan<double> X => x;

    /// <summary>Rows from the bottom up, ascending, from the smallest second coordinate to the largest.</summary>
    public ReadOnlySpan<double> Y => y;

    /// <summary>The triangles by the rows of the map at their corners, counter-clockwise; of rows at one place the first.</summary>
    public ReadOnlySpan<(int A, int B, int C)> Triangles => triangles;

    /// <summary>Number of rows that lie exactly where an earlier row does.</summary>
    public int DuplicateCount { get; }

    /// <summary>The height at (<see cref="X"/>[column], <see cref="Y"/>[row]); NaN outside the hull.</summary>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)y.Length, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)x.Length, nameof(column));
            return cells[(row * x.Length) + column];
        }
    }

    /// <summary>The surface of the ranks of the fitness divided by their number, in (0, 1]: the best is lowest, ties are averaged.</summary>
    /// <param name="map">Two coordinates per vertex of a landscape.</param>
    /// <param name="resolution">Rows and columns of the grid, at least 2.</param>
    /// <exception cref="ArgumentException">The map has no landscape or not two coordinates, or its rows lie on one line.</exception>
    public static Surface Of(Embedding map, int resolution = 100)
    {
        if (map.Landscape is not { } landscape)
            throw new ArgumentException("The map belongs to no landscape; give the values to draw.", nameof(map));
        var ranks = new double[map.Count];
        TensorPrimitives.Divide(landscape.Ranks, map.Count, ranks);
        return new Surface(map, ranks, resolution);
    }

    /// <summary>The surface of values, such as the fitness.</summary>
    /// <param name="map">Two coordinates per row.</param>
    /// <param name="values">One finite value per row.</param>
    /// <param name="resolution">Rows and columns of the grid, at least 2.</param>
    /// <exception cref="ArgumentException">The map has not two coordinates, its rows lie on one line, or the values are not one finite one each.</exception>
    public static Surface Of(Embedding map, ReadOnlySpan<double> values, int resolution = 100) => new(map, values, resolution);

    /// <summary>The height at any place; NaN outside the hull. O(sqrt n) as a rule.</summary>
    /// <exception cref="ArgumentException">A coordinate is not finite.</exception>
    public double At(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"({x}, {y}) is no place on the map; give finite coordinates."));
        int triangle = 0;
        return Height(new Point(x, y), ref triangle);
    }

    /// <summary>Writes the columns x, y and height, a line per cell of the grid, in full precision, NaN outside the hull.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var table = new TextTable("x", "y", "height");
        for (int row = 0; row < y.Length; row++)
        {
            for (int column = 0; column < x.Length; column++)
                table.Add(TextTable.Exact(x[column]), TextTable.Exact(y[row]), TextTable.Exact(this[row, column]));
        }

        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    private static (Point[] Points, double[] Heights, int[] Rows) Merge(Embedding map, ReadOnlySpan<double> values)
    {
        var known = new Dictionary<Point, int>(map.Count);
        var rows = new List<int>(map.Count);
        var sums = new List<double>(map.Count);
        var counts = new List<int>(map.Count);
        for (int row = 0; row < map.Count; row++)
        {
            var point = new Point(map[row][0], map[row][1]);
            if (known.TryAdd(point, rows.Count))
            {
                rows.Add(row);
                sums.Add(0);
                counts.Add(0);
            }

            sums[known[point]] += values[row];
            counts[known[point]]++;
        }

        return ([.. rows.Select(row => new Point(map[row][0], map[row][1]))], [.. sums.Zip(counts, (sum, count) => sum / count)], [.. rows]);
    }

    private static double[] Ticks(double[] values, int resolution)
    {
        double least = values.Min();
        double most = values.Max();
        double[] ticks = [.. Enumerable.Range(0, resolution).Select(i => double.Lerp(least, most, (double)i / (resolution - 1)))];
        ticks[^1] = most;
        return ticks;
    }

    private double Height(Point point, ref int triangle)
    {
        triangle = delaunay.Locate(point, triangle);
        if (delaunay.IsOutside(triangle))
            return double.NaN;
        int a = delaunay.Corners[3 * triangle];
        int b = delaunay.Corners[(3 * triangle) + 1];
        int c = delaunay.Corners[(3 * triangle) + 2];
        double atA = Area(points[b], points[c], point);
        double atB = Area(points[c], points[a], point);
        double atC = Area(points[a], points[b], point);
        double all = atA + atB + atC;
        return all > 0 ? heights[a] + (((heights[b] - heights[a]) * (atB / all)) + ((heights[c] - heights[a]) * (atC / all))) : (heights[a] + heights[b] + heights[c]) / 3;
    }

    /// <summary>Twice the area of a triangle that turns left; what rounding made negative is 0, so that heights stay between those of the corners.</summary>
    private static double Area(Point a, Point b, Point c) => Math.Max(0, ((a.X - c.X) * (b.Y - c.Y)) - ((a.Y - c.Y) * (b.X - c.X)));
}
