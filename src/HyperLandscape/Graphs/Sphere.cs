namespace HyperLandscape.Graphs;

/// <summary>
/// The vertices at one distance from a vertex, whether or not the configurations between them are sampled: levels are changed
/// axis after axis until the distance is used up. O(configurations at that distance), times log(vertices) for a sample.
/// Where the space lists its configurations, the distance is the number of steps from one listed to the next.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="radius">The distance, at least 1.</param>
/// <param name="oneStepPerAxis">Whether no axis may take more than one step.</param>
internal sealed class Sphere(NeighborhoodGraph graph, int radius, bool oneStepPerAxis)
{
    private readonly Axis[] axes = graph.DistanceAxes;
    private readonly List<int> found = [];

    /// <summary>The vertices, each once, in a fixed order; valid until the next call.</summary>
    public List<int> Around(int center)
    {
        found.Clear();
        if (graph.Space.IsListed)
            Spread(center);
        else
            Visit(0, graph.Cell(center), radius);
        return found;
    }

    /// <summary>Those that are so many steps away in the graph, but not fewer.</summary>
    private void Spread(int center)
    {
        var seen = new HashSet<int> { center };
        var buffer = new int[graph.MaxDegree];
        found.Add(center);
        for (int step = 0; step < radius; step++)
        {
            int[] last = [.. found];
            found.Clear();
            foreach (int vertex in last)
            {
                foreach (int neighbor in graph.Neighbors(vertex, buffer))
                {
                    if (seen.Add(neighbor))
                        found.Add(neighbor);
                }
            }
        }
    }

    private void Visit(int first, long cell, int steps)
    {
        if (steps == 0)
        {
            if (graph.Vertex(cell) is >= 0 and var vertex)
                found.Add(vertex);
            return;
        }

        for (int h = first; h < axes.Length; h++)
        {
            Axis axis = axes[h];
            int own = axis.Level(cell);
            int most = oneStepPerAxis ? 1 : steps;
            int reach = axis.Reach == 1 ? most : axis.Levels - 1; // beyond one step at a time any other level is one step away
            for (int level = Math.Max(0, own - reach); level <= Math.Min(own + reach, axis.Levels - 1); level++)
            {
                if (level != own)
                    Visit(h + 1, cell + ((level - own) * axis.Stride), steps - axis.Distance(level, own));
            }
        }
    }
}
