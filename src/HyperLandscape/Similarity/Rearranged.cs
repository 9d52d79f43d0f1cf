using HyperLandscape.Graphs;

namespace HyperLandscape.Similarity;

/// <summary>A landscape with its fitness moved to other vertices.</summary>
internal static class Rearranged
{
    /// <summary>The landscape over a graph whose every vertex has the fitness, and its standard error, of the given vertex.</summary>
    public static Landscape Of(Landscape landscape, NeighborhoodGraph graph, int[] vertices) => new(
        graph,
        Gather(landscape.Fitness, vertices),
        landscape.Objective,
        landscape.Tolerance,
        landscape.StandardErrors.IsEmpty ? [] : Gather(landscape.StandardErrors, vertices),
        landscape.FailedCells.ToArray());

    private static double[] Gather(ReadOnlySpan<double> values, int[] vertices)
    {
        double[] gathered = GC.AllocateUninitializedArray<double>(vertices.Length);
        for (int i = 0; i < gathered.Length; i++)
            gathered[i] = values[vertices[i]];
        return gathered;
    }
}
