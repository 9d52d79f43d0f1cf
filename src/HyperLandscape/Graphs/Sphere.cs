namespace HyperLandscape.Graphs;

/// <summary>
/// The vertices at one distance from a vertex, whether or not the configurations between them are sampled: levels are changed
/// axis after axis until the distance is used up. O(configurations at that distance), times log(vertices) for a sample.
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
        Visit(0, graph.Cell(center), radius);
        return found;
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
