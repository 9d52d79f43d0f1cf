using HyperLandscape.Graphs;

namespace HyperLandscape;

/// <summary>A landscape with its fitness moved to other vertices.</summary>
internal static class Rearranged
{
    /// <summary>The landscape over a graph whose every vertex has the fitness, standard error and number of runs, of the given vertex.</summary>
    public static Landscape Of(Landscape landscape, NeighborhoodGraph graph, int[] vertices) => new(
        graph,
        Gather(landscape.Fitness, vertices),
        landscape.Objective,
        landscape.Tolerance,
        landscape.StandardErrors.IsEmpty ? [] : Gather(landscape.StandardErrors, vertices),
        landscape.FailedCells.ToArray(),
        landscape.RunCounts.IsEmpty ? [] : Gather(landscape.RunCounts, vertices));

    private static T[] Gather<T>(ReadOnlySpan<T> values, int[] vertices)
    {
        T[] gathered = GC.AllocateUninitializedArray<T>(vertices.Length);
        for (int i = 0; i < gathered.Length; i++)
            gathered[i] = values[vertices[i]];
        return gathered;
    }
}
