namespace HyperLandscape.Graphs;

/// <summary>The levels of the vertices, as numbers among the levels that occur.</summary>
internal static class OccurringLevels
{
    /// <summary>How many levels of every hyperparameter occur, and the levels of every vertex, one after the other.</summary>
    public static (int[] Counts, int[] Levels) Of(NeighborhoodGraph graph)
    {
        int[] levels = All(graph);
        int dimension = graph.Space.Dimension;
        var counts = new int[dimension];
        for (int h = 0; h < dimension; h++)
        {
            var numbers = new int[graph.Space.Hyperparameters[h].LevelCount];
            for (int i = h; i < levels.Length; i += dimension)
                numbers[levels[i]] = 1;
            for (int level = 0; level < numbers.Length; level++)
                numbers[level] = numbers[level] == 1 ? counts[h]++ : -1;
            for (int i = h; i < levels.Length; i += dimension)
                levels[i] = numbers[levels[i]];
        }

        return (counts, levels);
    }

    /// <summary>The levels of every vertex as they are, one after the other.</summary>
    public static int[] All(NeighborhoodGraph graph)
    {
        int dimension = graph.Space.Dimension;
        var levels = new int[checked(graph.VertexCount * dimension)];
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            long cell = graph.Cell(vertex);
            for (int h = 0; h < dimension; h++)
                levels[(vertex * dimension) + h] = graph.Space.Level(cell, h);
        }

        return levels;
    }
}
