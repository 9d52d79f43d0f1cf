using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks.Plain;

/// <summary>The neighbourhood graph as one writes it down in plain C#: a dictionary of cells and a jagged array of neighbours.</summary>
internal static class PlainGraph
{
    /// <summary>The neighbours of every cell, ascending; the cells are sorted first.</summary>
    public static int[][] Neighbors(SearchSpace space, long[] cells)
    {
        Array.Sort(cells);
        var vertices = new Dictionary<long, int>(cells.Length);
        for (int vertex = 0; vertex < cells.Length; vertex++)
            vertices.Add(cells[vertex], vertex);

        var neighbors = new int[cells.Length][];
        var row = new List<int>();
        for (int vertex = 0; vertex < cells.Length; vertex++)
        {
            row.Clear();
            for (int h = 0; h < space.Dimension; h++)
                AddNeighbors(space, h, cells[vertex], vertices, row);
            row.Sort();
            neighbors[vertex] = [.. row];
        }

        return neighbors;
    }

    private static void AddNeighbors(SearchSpace space, int h, long cell, Dictionary<long, int> vertices, List<int> row)
    {
        Hyperparameter hyperparameter = space.Hyperparameters[h];
        int own = space.Level(cell, h);
        int reach = hyperparameter.Kind == HyperparameterKind.Ordinal ? 1 : hyperparameter.LevelCount;
        for (int level = Math.Max(0, own - reach); level <= Math.Min(own + reach, hyperparameter.LevelCount - 1); level++)
        {
            if (level != own && vertices.TryGetValue(cell + ((level - own) * space.Stride(h)), out int other))
                row.Add(other);
        }
    }
}
