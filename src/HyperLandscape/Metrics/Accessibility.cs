using System.Collections;

namespace HyperLandscape.Metrics;

/// <summary>Which vertices reach some targets over improving arcs.</summary>
internal static class Accessibility
{
    /// <summary>Share of the vertices that reach one of the targets, these included: a search against the arcs.</summary>
    public static double Share(Landscape landscape, ReadOnlySpan<int> targets)
    {
        ReadOnlySpan<double> loss = landscape.Loss;
        var reached = new BitArray(landscape.Count);
        var open = new Stack<int>();
        foreach (int target in targets)
        {
            reached[target] = true;
            open.Push(target);
        }

        int count = targets.Length;
        var buffer = new int[landscape.Graph.MaxDegree];
        while (open.TryPop(out int vertex))
        {
            foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
            {
                if (reached[neighbor] || !(loss[neighbor] - loss[vertex] > landscape.Tolerance))
                    continue;
                reached[neighbor] = true;
                count++;
                open.Push(neighbor);
            }
        }

        return (double)count / landscape.Count;
    }
}
