using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>
/// Points in blocks of eight, within a block dimension by dimension, so that a vector holds one coordinate of eight
/// points: nearest neighbours and ranks by all distances, for many dimensions. Distances are sums of squared differences
/// in the order of the dimensions: symmetric, zero for equal points, and the same bits on every processor. The last
/// dimensions may be capped: a difference counts as at most 1.
/// </summary>
internal sealed class PointBlocks
{
    private const int Lanes = 8;

    /// <summary>Queries that share a vector of points while it is in a register.</summary>
    private const int Together = 4;

    /// <summary>Queries per item of work: they share a chunk of points while it is in the cache.</summary>
    private const int QueriesPerItem = 32;

    private const int ChunkDoubles = 1 << 14;

    /// <summary>So that the distances of a chunk stay in the cache, too.</summary>
    private const int MostBlocksPerChunk = 128;

    private readonly int count;
    private readonly int dimensions;
    private readonly int uncapped;
    private readonly double[] points;

    /// <summary>Copies points, row-major.</summary>
    public PointBlocks(ReadOnlySpan<double> coordinates, int dimensions, int capped = 0)
    {
        this.dimensions = dimensions;
        uncapped = dimensions - capped;
        count = coordinates.Length / dimensions;
        points = GC.AllocateUninitializedArray<double>((count + Lanes - 1) / Lanes * Lanes * dimensions);
        points.AsSpan(count / Lanes * Lanes * dimensions).Fill(double.NaN); // no distance to a missing point is below any limit
        for (int row = 0; row < count; row++)
        {
            for (int dimension = 0; dimension < dimensions; dimension++)
                points[Index(row, dimension)] = coordinates[(row * dimensions) + dimension];
        }
    }

    /// <summary>The nearest points of every point, itself left out. O(n^2 dimensions).</summary>
    public NeighborLists Nearest(int neighbors) => Nearest([.. Enumerable.Range(0, count)], neighbors, null, []);

    /// <summary>The nearest points of some points, and the ranks of given others. O(queries n dimensions).</summary>
    /// <param name="queries">The points that are asked about.</param>
    /// <param name="neighbors">How many of the nearest to find, itself left out.</param>
    /// <param name="others">For every query as many points, different from it; or null.</param>
    /// <param name="ranks">Filled with the ranks of the others: 1 + the number of points, the query left out, that are nearer.</param>
    public NeighborLists Nearest(int[] queries, int neighbors, NeighborLists? others, int[] ranks)
    {
        var nearest = new NeighborLists(queries.Length, neighbors);
        int perQuery = others?.Neighbors ?? 0;
        double[] limits = [.. Enumerable.Range(0, queries.Length * perQuery).Select(i => SquaredDistance(queries[i / perQuery], others![i / perQuery][i % perQuery]))];
        Workers.For((queries.Length + QueriesPerItem - 1) / QueriesPerItem, item =>
        {
            int blocksPerChunk = Math.Clamp(ChunkDoubles / (Lanes * dimensions), 1, MostBlocksPerChunk);
            var distances = new double[Together * blocksPerChunk * Lanes];
            var center = new double[Together * dimensions];
            int end = Math.Min(queries.Length, (item + 1) * QueriesPerItem);
            for (int block = 0; block * Lanes < count; block += blocksPerChunk)
            {
                int blocks = Math.Min(blocksPerChunk, ((count + Lanes - 1) / Lanes) - block);
                for (int first = item * QueriesPerItem; first < end; first += Together)
                {
                    FillDistances(queries.AsSpan(first, Math.Min(Together, end - first)), block, blocks, center, distances);
                    for (int query = first; query < Math.Min(first + Together, end); query++)
                    {
                        ReadOnlySpan<double> row = distances.AsSpan((query - first) * blocks * Lanes, blocks * Lanes);
                        OfferAll(nearest, query, queries[query], row, block * Lanes);
                        for (int other = query * perQuery; other < (query + 1) * perQuery; other++)
                            ranks[other] += CountBelow(row, limits[other]);
                    }
                }
            }

            // The query itself counts among the nearer points, except of its duplicates.
            for (int other = item * QueriesPerItem * perQuery; other < end * perQuery; other++)
                ranks[other] = Math.Max(1, ranks[other]);
        });
        return nearest;
    }

    private static void OfferAll(NeighborLists nearest, int query, int self, ReadOnlySpan<double> distances, int firstRow)
    {
        ReadOnlySpan<Vector512<double>> vectors = MemoryMarshal.Cast<double, Vector512<double>>(distances);
        double limit = nearest.Limit(query);
        for (int i = 0; i < vectors.Length; i++)
        {
            if (!Vector512.LessThanOrEqualAny(vectors[i], Vector512.Create(limit)))
                continue;
            for (int lane = i * Lanes; lane < (i + 1) * Lanes; lane++)
            {
                if (distances[lane] <= limit && firstRow + lane != self)
                {
                    nearest.Offer(query, distances[lane], firstRow + lane);
                    limit = nearest.Limit(query);
                }
            }
        }
    }

    private static int CountBelow(ReadOnlySpan<double> distances, double limit)
    {
        var below = Vector512<long>.Zero;
        foreach (Vector512<double> vector in MemoryMarshal.Cast<double, Vector512<double>>(distances))
            below -= Vector512.LessThan(vector, Vector512.Create(limit)).AsInt64();
        return (int)Vector512.Sum(below);
    }

    /// <summary>The distances of up to four queries to the points of some blocks, one row per query.</summary>
    private void FillDistances(ReadOnlySpan<int> queries, int firstBlock, int blocks, double[] center, double[] distances)
    {
        for (int q = 0; q < Together; q++)
        {
            for (int dimension = 0; dimension < dimensions; dimension++)
                center[(q * dimensions) + dimension] = points[Index(queries[Math.Min(q, queries.Length - 1)], dimension)];
        }

        ReadOnlySpan<double> c0 = center.AsSpan(0, dimensions);
        ReadOnlySpan<double> c1 = center.AsSpan(dimensions, dimensions);
        ReadOnlySpan<double> c2 = center.AsSpan(2 * dimensions, dimensions);
        ReadOnlySpan<double> c3 = center.AsSpan(3 * dimensions, dimensions);
        ReadOnlySpan<Vector512<double>> all = MemoryMarshal.Cast<double, Vector512<double>>(points);
        Span<Vector512<double>> rows = MemoryMarshal.Cast<double, Vector512<double>>(distances.AsSpan());
        for (int block = 0; block < blocks; block++)
        {
            ReadOnlySpan<Vector512<double>> eight = all.Slice((firstBlock + block) * dimensions, dimensions);
            var s0 = Vector512<double>.Zero;
            var s1 = Vector512<double>.Zero;
            var s2 = Vector512<double>.Zero;
            var s3 = Vector512<double>.Zero;
            for (int dimension = 0; dimension < uncapped; dimension++)
            {
                Vector512<double> x = eight[dimension];
                Vector512<double> d0 = x - Vector512.Create(c0[dimension]);
                Vector512<double> d1 = x - Vector512.Create(c1[dimension]);
                Vector512<double> d2 = x - Vector512.Create(c2[dimension]);
                Vector512<double> d3 = x - Vector512.Create(c3[dimension]);
                s0 += d0 * d0;
                s1 += d1 * d1;
                s2 += d2 * d2;
                s3 += d3 * d3;
            }

            for (int dimension = uncapped; dimension < eight.Length; dimension++)
            {
                Vector512<double> x = eight[dimension];
                s0 += Capped(x - Vector512.Create(c0[dimension]));
                s1 += Capped(x - Vector512.Create(c1[dimension]));
                s2 += Capped(x - Vector512.Create(c2[dimension]));
                s3 += Capped(x - Vector512.Create(c3[dimension]));
            }

            rows[block] = s0;
            rows[blocks + block] = s1;
            rows[(2 * blocks) + block] = s2;
            rows[(3 * blocks) + block] = s3;
        }
    }

    /// <summary>The same bits as in <see cref="FillDistances"/>.</summary>
    private double SquaredDistance(int a, int b)
    {
        double sum = 0;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            double difference = points[Index(a, dimension)] - points[Index(b, dimension)];
            sum += dimension < uncapped ? difference * difference : Math.Min(difference * difference, 1);
        }

        return sum;
    }

    /// <summary>The square, at most 1; NaN of a missing point stays NaN.</summary>
    private static Vector512<double> Capped(Vector512<double> difference) => Vector512.Min(difference * difference, Vector512<double>.One);

    private int Index(int row, int dimension) => (((row / Lanes * dimensions) + dimension) * Lanes) + (row % Lanes);
}
