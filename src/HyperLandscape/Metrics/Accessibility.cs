using System.Collections;

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
        ReadOnlySpan<double> loss = landscape.Loss;
        var reached = new BitArray(landscape.Count);
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

        return new Accessibility(queue.Count, steps, (double)queue.Count / landscape.Count);
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
}
