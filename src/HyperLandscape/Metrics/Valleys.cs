using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// The reciprocal sign squares of two axes, of which those with the smallest random keys are kept: a uniform choice in
/// one pass, whatever their number.
/// </summary>
internal sealed class Valleys
{
    private readonly PriorityQueue<Valley, ulong> kept = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a))); // the largest key first
    private readonly int budget;
    private RandomStream random;
    private long count;

    private Valleys(int budget, RandomStream random)
    {
        this.budget = budget;
        this.random = random;
    }

    /// <summary>How many there are, and some of them, all if they are within the budget.</summary>
    public static (long Count, Valley[] Chosen) Choose(Landscape landscape, int budget, int seed)
    {
        var numbers = new double[landscape.Count];
        for (int vertex = 0; vertex < numbers.Length; vertex++)
            numbers[vertex] = vertex;
        (int Row, int Column)[] pairs = Planes.Pairs(landscape.Graph);
        var perPair = new Valleys[pairs.Length];
        Workers.For(pairs.Length, pair =>
        {
            var own = perPair[pair] = new Valleys(budget, new RandomStream(seed, pair));
            foreach (Plane plane in Planes.Along(landscape.Graph, numbers, pairs[pair].Row, pairs[pair].Column))
                own.Add(plane, landscape.Loss, landscape.Tolerance);
        });
        IEnumerable<Valley> smallest = perPair.SelectMany(own => own.kept.UnorderedItems).OrderBy(item => item.Priority).Take(budget).Select(item => item.Element);
        return (perPair.Sum(own => own.count), [.. smallest]);
    }

    /// <summary>The squares of a plane that holds the numbers of vertices.</summary>
    private void Add(Plane plane, ReadOnlySpan<double> loss, double tolerance)
    {
        ReadOnlySpan<int> rows = plane.RowLevels;
        ReadOnlySpan<int> columns = plane.ColumnLevels;
        for (int low = 0; low < rows.Length; low++)
        {
            for (int high = low + 1; high < rows.Length && rows[high] - rows[low] <= plane.RowAxis.Reach; high++)
            {
                for (int left = 0; left < columns.Length; left++)
                {
                    for (int right = left + 1; right < columns.Length && columns[right] - columns[left] <= plane.ColumnAxis.Reach; right++)
                        Add(plane.Row(low)[left], plane.Row(low)[right], plane.Row(high)[left], plane.Row(high)[right], loss, tolerance);
                }
            }
        }
    }

    /// <summary>One square of vertices; corners a and d are opposite, and so are b and c. NaN = a missing corner.</summary>
    private void Add(double a, double b, double c, double d, ReadOnlySpan<double> loss, double tolerance)
    {
        if (double.IsNaN(a + b + c + d))
            return;
        if (ArePeaks((int)a, (int)d, (int)b, (int)c, loss, tolerance))
            Keep((int)a, (int)d, loss);
        else if (ArePeaks((int)b, (int)c, (int)a, (int)d, loss, tolerance))
            Keep((int)b, (int)c, loss);
    }

    /// <summary>Whether two opposite corners are better than the other two by more than the tolerance.</summary>
    private static bool ArePeaks(int first, int second, int third, int fourth, ReadOnlySpan<double> loss, double tolerance)
    {
        double peaks = Math.Max(loss[first], loss[second]);
        return loss[third] - peaks > tolerance && loss[fourth] - peaks > tolerance;
    }

    private void Keep(int peak, int opposite, ReadOnlySpan<double> loss)
    {
        count++;
        ulong key = random.Next();
        if (kept.Count == budget && kept.TryPeek(out _, out ulong largest) && key >= largest)
            return;
        kept.Enqueue(loss[peak] > loss[opposite] ? new Valley(peak, opposite) : new Valley(opposite, peak), key);
        if (kept.Count > budget)
            kept.Dequeue();
    }
}
