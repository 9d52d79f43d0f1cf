using HyperLandscape.Numerics;

namespace HyperLandscape.Experiments;

/// <summary>
/// An endless sequence of points of which any first 2^k differ in the first k bits of every coordinate, so that each
/// of 2^k parts of every axis holds exactly one of them: a Latin hypercube for every k.
/// </summary>
internal static class DoublingHypercube
{
    /// <summary>The points; coordinates are fractions of 2^64.</summary>
    public static IEnumerable<ulong[]> Points(int dimension, int seed)
    {
        var random = new RandomStream(seed, 1);
        var points = new List<ulong[]> { new ulong[dimension] };
        for (int axis = 0; axis < dimension; axis++)
            points[0][axis] = random.Next();
        yield return points[0];
        for (int bits = 0; ; bits++)
        {
            Double(points, bits, ref random);
            for (int i = points.Count / 2; i < points.Count; i++)
                yield return points[i];
        }
    }

    /// <summary>
    /// Adds as many points as there are. Of the two halves of each part of an axis one holds a point; the other gets a
    /// new one, and which of the new points that is, is random.
    /// </summary>
    private static void Double(List<ulong[]> points, int bits, ref RandomStream random)
    {
        int count = points.Count;
        int dimension = points[0].Length;
        ulong within = ulong.MaxValue >> (bits + 1); // where in its half a point lies
        var partners = new int[count];
        for (int i = 0; i < count; i++)
            points.Add(new ulong[dimension]);
        for (int axis = 0; axis < dimension; axis++)
        {
            for (int i = 0; i < count; i++)
            {
                int other = random.Next(i + 1);
                (partners[i], partners[other]) = (partners[other], i);
            }

            for (int i = 0; i < count; i++)
                points[count + i][axis] = ((points[partners[i]][axis] ^ (within + 1)) & ~within) | (random.Next() & within);
        }
    }
}
