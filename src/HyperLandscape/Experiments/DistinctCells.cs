using System.Globalization;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>Orders of the cells of a space, each cell once. A subset is a prefix of an order, so subsets are nested.</summary>
internal static class DistinctCells
{
    private const int PointsPerCell = 64;
    private const int MostPoints = 1 << 22;

    /// <summary>The first cells of an order.</summary>
    /// <exception cref="ArgumentException">The space does not have so many, or none are asked for.</exception>
    public static IEnumerable<long> Take(int count, SearchSpace space, IEnumerable<long> order) =>
        count >= 1 && count <= space.CellCount
            ? order.Take(count)
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A subset of {count:N0} configurations was asked for; the space has {space.CellCount:N0}, and at least one is needed."), nameof(count));

    /// <summary>All cells in random order: the swaps of Fisher and Yates, of which only the displaced cells are kept.</summary>
    public static IEnumerable<long> Random(SearchSpace space, int seed)
    {
        var random = new RandomStream(seed, 0);
        var displaced = new Dictionary<long, long>();
        for (long at = 0; at < space.CellCount; at++)
        {
            long other = at + (long)Math.BigMul(random.Next(), (ulong)(space.CellCount - at), out _);
            yield return displaced.GetValueOrDefault(other, other);
            displaced[other] = displaced.GetValueOrDefault(at, at);
            displaced.Remove(at);
        }
    }

    /// <summary>The cells in which points of the unit cube lie, without repetition, then all others in random order.</summary>
    /// <param name="space">The space.</param>
    /// <param name="points">Endless; coordinates are fractions of 2^64. A point is not used after the next is taken.</param>
    /// <param name="seed">The seed of the random order.</param>
    public static IEnumerable<long> OfPoints(SearchSpace space, IEnumerable<ulong[]> points, int seed)
    {
        var seen = new HashSet<long>();
        int most = (int)Math.Min(MostPoints, PointsPerCell * Math.Min(space.CellCount, MostPoints));
        foreach (ulong[] point in points.Take(most))
        {
            long cell = space.CellAt(point);
            if (seen.Add(cell))
                yield return cell;
        }

        foreach (long cell in Random(space, seed))
        {
            if (seen.Add(cell))
                yield return cell;
        }
    }
}
