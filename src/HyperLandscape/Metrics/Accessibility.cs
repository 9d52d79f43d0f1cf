using System.Numerics;
using HyperLandscape.Graphs;

namespace HyperLandscape.Metrics;

/// <summary>Which vertices reach some targets over improving arcs.</summary>
/// <param name="Count">How many, the targets included.</param>
/// <param name="Steps">The sum of their least numbers of steps.</param>
/// <param name="Share">Their share of all vertices.</param>
internal readonly record struct Accessibility(int Count, long Steps, double Share)
{
    /// <summary>A breadth-first search against the arcs. O(edges).</summary>
    public static Accessibility Of(Landscape landscape, ReadOnlySpan<int> targets)
    {
        (int count, long steps) = WorseNeighbors.TryOf(landscape.Graph, landscape.LossMemory, landscape.Tolerance) is { } worse
            ? SearchSets(worse, targets)
            : SearchVertices(landscape, targets);
        return new Accessibility(count, steps, (double)count / landscape.Count);
    }

    /// <summary>The vertices of a local optimum: its representative, or all members of its plateau, ascending.</summary>
    /// <exception cref="InvalidOperationException">The landscape has no such optimum.</exception>
    public static int[] Members(Landscape landscape, int optimum)
    {
        ReadOnlySpan<int> optima = landscape.Optima;
        if ((uint)optimum >= (uint)optima.Length)
            throw new InvalidOperationException($"There is no optimum {optimum}: the landscape has the optima 0 to {optima.Length - 1}.");
        ReadOnlySpan<int> plateaus = landscape.Plateaus;
        int representative = optima[optimum];
        if (plateaus.IsEmpty || plateaus[representative] < 0)
            return [representative];

        var members = new List<int>();
        for (int vertex = 0; vertex < plateaus.Length; vertex++)
        {
            if (plateaus[vertex] == plateaus[representative])
                members.Add(vertex);
        }

        return [.. members];
    }

    /// <summary>Wave by wave as sets; only words between the first and the last that can have a member are looked at.</summary>
    private static (int Count, long Steps) SearchSets(WorseNeighbors worse, ReadOnlySpan<int> targets)
    {
        // One word more at either end, where nothing ever is.
        var reached = new ulong[worse.Words + 2];
        var wave = new ulong[reached.Length];
        var next = new ulong[reached.Length];
        foreach (int target in targets)
            next[1 + (target / 64)] |= 1UL << (target % 64);
        int first = 1 + (targets[0] / 64);
        int last = 1 + (targets[^1] / 64);
        int count = 0;
        long steps = 0;
        for (int distance = 0; ; distance++)
        {
            int found = 0;
            (int lowest, int highest) = (last, first);
            for (int word = first; word <= last; word++)
            {
                ulong cells = next[word] & ~reached[word];
                reached[word] |= cells;
                wave[word] = cells;
                next[word] = 0;
                if (cells == 0)
                    continue;
                found += BitOperations.PopCount(cells);
                lowest = Math.Min(lowest, word);
                highest = word;
            }

            if (found == 0)
                return (count, steps);
            count += found;
            steps += (long)distance * found;
            for (int word = lowest; word <= highest; word++)
            {
                if (wave[word] != 0)
                    worse.Spread(wave[word], word - 1, next);
            }

            first = Math.Max(1, lowest - worse.Reach);
            last = Math.Min(worse.Words, highest + worse.Reach);
        }
    }

    private static (int Count, long Steps) SearchVertices(Landscape landscape, ReadOnlySpan<int> targets)
    {
        ReadOnlySpan<double> loss = landscape.Loss;
        var reached = new bool[landscape.Count];
        var queue = new List<int>(targets.Length);
        queue.AddRange(targets);
        foreach (int target in targets)
            reached[target] = true;

        var buffer = new int[landscape.Graph.MaxDegree];
        long steps = 0;
        int next = 0;
        for (int distance = 0; next < queue.Count; distance++)
        {
            int waveEnd = queue.Count;
            steps += (long)distance * (waveEnd - next);
            for (; next < waveEnd; next++)
            {
                int vertex = queue[next];
                foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
                {
                    if (reached[neighbor] || !(loss[neighbor] - loss[vertex] > landscape.Tolerance))
                        continue;
                    reached[neighbor] = true;
                    queue.Add(neighbor);
                }
            }
        }

        return (queue.Count, steps);
    }
}
