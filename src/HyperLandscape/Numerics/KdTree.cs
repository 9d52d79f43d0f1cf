namespace HyperLandscape.Numerics;

/// <summary>
/// Nearest neighbours in few dimensions, exact: points halved along the widest side of their bounding box until few are
/// left (Bentley 1975; Friedman, Bentley and Finkel 1977). A box is left out only if it is farther than the farthest
/// neighbour found; its distance is summed like that of a point, so that rounding cannot put it beyond a point in it.
/// O(n log^2 n) to make, O(log n) on average per query. The last dimensions may be capped: a difference counts as at most 1.
/// </summary>
internal sealed class KdTree
{
    private const int LeafSize = 8;

    private readonly int dimensions;
    private readonly int uncapped;
    private readonly int[] rows; // in the order of leaves
    private readonly double[] points;
    private readonly double[] boxes; // per node, numbered like a heap, the lower corner and the upper one

    /// <summary>Copies points, row-major.</summary>
    public KdTree(ReadOnlySpan<double> coordinates, int dimensions, int capped = 0)
    {
        this.dimensions = dimensions;
        uncapped = dimensions - capped;
        int count = coordinates.Length / dimensions;
        rows = [.. Enumerable.Range(0, count)];
        int nodes = 1;
        for (int size = count; size > LeafSize; size = (size + 1) / 2)
            nodes = (2 * nodes) + 1;
        boxes = new double[nodes * 2 * dimensions];
        Split(coordinates, new double[count], 0, 0, count);
        points = new double[coordinates.Length];
        for (int place = 0; place < count; place++)
            coordinates.Slice(rows[place] * dimensions, dimensions).CopyTo(points.AsSpan(place * dimensions));
    }

    /// <summary>The nearest points of every point, itself left out; by row.</summary>
    public NeighborLists Nearest(int neighbors)
    {
        const int perItem = 1024;
        var nearest = new NeighborLists(rows.Length, neighbors);
        Workers.For((rows.Length + perItem - 1) / perItem, item =>
        {
            for (int place = item * perItem; place < Math.Min((item + 1) * perItem, rows.Length); place++)
                Search(nearest, place, 0, 0, rows.Length);
        });
        return nearest;
    }

    private void Split(ReadOnlySpan<double> coordinates, double[] keys, int node, int start, int end)
    {
        Span<double> box = boxes.AsSpan(node * 2 * dimensions, 2 * dimensions);
        int widest = 0;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            double lower = double.PositiveInfinity;
            double upper = double.NegativeInfinity;
            for (int place = start; place < end; place++)
            {
                double value = coordinates[(rows[place] * dimensions) + dimension];
                lower = Math.Min(lower, value);
                upper = Math.Max(upper, value);
            }

            box[dimension] = lower;
            box[dimensions + dimension] = upper;
            if (upper - lower > box[dimensions + widest] - box[widest])
                widest = dimension;
        }

        if (end - start <= LeafSize)
            return;
        for (int place = start; place < end; place++)
            keys[place] = coordinates[(rows[place] * dimensions) + widest];
        keys.AsSpan(start, end - start).Sort(rows.AsSpan(start, end - start));
        int middle = Middle(start, end);
        Split(coordinates, keys, (2 * node) + 1, start, middle);
        Split(coordinates, keys, (2 * node) + 2, middle, end);
    }

    private void Search(NeighborLists nearest, int place, int node, int start, int end)
    {
        int query = rows[place];
        ReadOnlySpan<double> center = points.AsSpan(place * dimensions, dimensions);
        if (end - start <= LeafSize)
        {
            for (int other = start; other < end; other++)
            {
                double distance = SquaredDistance(center, points.AsSpan(other * dimensions, dimensions));
                if (distance <= nearest.Limit(query) && other != place)
                    nearest.Offer(query, distance, rows[other]);
            }

            return;
        }

        int middle = Middle(start, end);
        double left = DistanceToBox(center, (2 * node) + 1);
        double right = DistanceToBox(center, (2 * node) + 2);
        bool leftFirst = left < right || (left == right && place < middle);
        if (leftFirst && left <= nearest.Limit(query))
            Search(nearest, place, (2 * node) + 1, start, middle);
        if (right <= nearest.Limit(query))
            Search(nearest, place, (2 * node) + 2, middle, end);
        if (!leftFirst && left <= nearest.Limit(query))
            Search(nearest, place, (2 * node) + 1, start, middle);
    }

    private double DistanceToBox(ReadOnlySpan<double> center, int node)
    {
        ReadOnlySpan<double> box = boxes.AsSpan(node * 2 * dimensions, 2 * dimensions);
        double sum = 0;
        for (int dimension = 0; dimension < center.Length; dimension++)
        {
            double outside = Math.Max(0, Math.Max(box[dimension] - center[dimension], center[dimension] - box[dimensions + dimension]));
            sum += Square(dimension, outside);
        }

        return sum;
    }

    private double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int dimension = 0; dimension < a.Length; dimension++)
            sum += Square(dimension, a[dimension] - b[dimension]);

        return sum;
    }

    private double Square(int dimension, double difference) => dimension < uncapped ? difference * difference : Math.Min(difference * difference, 1);

    /// <summary>The upper half is never the larger one.</summary>
    private static int Middle(int start, int end) => start + ((end - start + 1) / 2);
}
