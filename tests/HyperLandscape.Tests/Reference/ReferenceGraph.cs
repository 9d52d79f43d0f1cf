using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Reference;

/// <summary>Neighbours and distances from their definitions: levels are changed one by one and looked up in a dictionary.</summary>
public static class ReferenceGraph
{
    /// <summary>The neighbours of every cell among the cells, as positions in the list, ascending.</summary>
    public static int[][] Neighbors(SearchSpace space, INeighborhood neighborhood, long[] cells)
    {
        var vertices = new Dictionary<long, int>();
        foreach (long cell in cells)
            vertices.Add(cell, vertices.Count);
        return [.. cells.Select(cell => Adjacent(space, neighborhood, cell).Where(vertices.ContainsKey).Select(other => vertices[other]).Order().ToArray())];
    }

    /// <summary>Level steps along ordinal hyperparameters (under the Hamming neighbourhood any change is one), 1 for other differences.</summary>
    public static int Distance(SearchSpace space, INeighborhood neighborhood, long a, long b)
    {
        int distance = 0;
        for (int h = 0; h < space.Dimension; h++)
        {
            int levels = Math.Abs(space.Level(a, h) - space.Level(b, h));
            if (levels > 0)
                distance += IsStepwise(space, neighborhood, h) ? levels : 1;
        }

        return distance;
    }

    private static IEnumerable<long> Adjacent(SearchSpace space, INeighborhood neighborhood, long cell)
    {
        if (neighborhood is not (GridNeighborhood or HammingNeighborhood))
        {
            var buffer = new long[neighborhood.MaxDegree(space)];
            return buffer.Take(neighborhood.Neighbors(space, cell, buffer)).ToArray();
        }

        var adjacent = new List<long>();
        for (int h = 0; h < space.Dimension; h++)
        {
            int own = space.Level(cell, h);
            for (int level = 0; level < space.Hyperparameters[h].LevelCount; level++)
            {
                if (level != own && (!IsStepwise(space, neighborhood, h) || Math.Abs(level - own) == 1))
                    adjacent.Add(cell + ((level - own) * space.Stride(h)));
            }
        }

        return adjacent;
    }

    private static bool IsStepwise(SearchSpace space, INeighborhood neighborhood, int h) =>
        space.Hyperparameters[h].Kind == HyperparameterKind.Ordinal && neighborhood is not HammingNeighborhood;
}
