using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Shortest paths over arcs from one vertex to another: a breadth-first search from both ends in turn, the smaller wave
/// first, until one meets the other or cannot go on.
/// </summary>
internal sealed class BypassSearch
{
    private const int ValleysPerBlock = 32;

    private readonly Landscape landscape;
    private readonly int[] marks; // 2 search and 2 search + 1 where a search has been, from either end
    private readonly int[] buffer;
    private List<int> next = [];
    private int search;

    private BypassSearch(Landscape landscape)
    {
        this.landscape = landscape;
        marks = new int[landscape.Count];
        buffer = new int[landscape.Graph.MaxDegree];
    }

    /// <summary>The number of steps from the worse to the better peak of every valley, 0 if there is no path.</summary>
    public static int[] Lengths(Landscape landscape, Valley[] valleys)
    {
        var lengths = new int[valleys.Length];
        Workers.For((valleys.Length + ValleysPerBlock - 1) / ValleysPerBlock, block =>
        {
            var search = new BypassSearch(landscape);
            for (int valley = block * ValleysPerBlock; valley < Math.Min(valleys.Length, (block + 1) * ValleysPerBlock); valley++)
                lengths[valley] = search.Length(valleys[valley].Worse, valleys[valley].Better);
        });
        return lengths;
    }

    private int Length(int worse, int better)
    {
        (double top, double bottom) = (landscape.Loss[worse], landscape.Loss[better]);
        if (!(top - bottom > landscape.Tolerance))
            return 0;
        search++;
        marks[worse] = 2 * search;
        marks[better] = (2 * search) + 1;
        List<int> down = [worse];
        List<int> up = [better];
        for (int steps = 1; down.Count > 0 && up.Count > 0; steps++)
        {
            bool improves = down.Count <= up.Count;
            if (Advance(improves ? down : up, improves, top, bottom))
                return steps;
            if (improves)
                (down, next) = (next, down);
            else
                (up, next) = (next, up);
        }

        return 0;
    }

    /// <summary>One step from every vertex of a wave, which yields the next wave; whether it meets the search from the other end.</summary>
    private bool Advance(List<int> wave, bool improves, double top, double bottom)
    {
        ReadOnlySpan<double> loss = landscape.Loss;
        double tolerance = landscape.Tolerance;
        int own = (2 * search) + (improves ? 0 : 1);
        int other = (2 * search) + (improves ? 1 : 0);
        next.Clear();
        foreach (int vertex in wave)
        {
            foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
            {
                double gain = improves ? loss[vertex] - loss[neighbor] : loss[neighbor] - loss[vertex];
                if (!(gain > tolerance) || marks[neighbor] == own)
                    continue;
                if (marks[neighbor] == other)
                    return true;
                if (loss[neighbor] >= top || loss[neighbor] <= bottom)
                    continue;
                marks[neighbor] = own;
                next.Add(neighbor);
            }
        }

        return false;
    }
}
