using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>Numbers that are equal for vertices that agree on some hyperparameters, and only for these.</summary>
internal sealed class LevelKeys(NeighborhoodGraph graph)
{
    /// <summary>
    /// The keys of some vertices, from 0, fewer than there are vertices, in lexicographic order of the levels. They are
    /// mixed-radix numbers, renumbered without gaps before they become too large.
    /// </summary>
    public long[] Of(ReadOnlySpan<int> vertices, ReadOnlySpan<int> hyperparameters)
    {
        SearchSpace space = graph.Space;
        var keys = new long[vertices.Length];
        long count = 1;
        foreach (int h in hyperparameters)
        {
            int levels = space.Hyperparameters[h].LevelCount;
            if (count > long.MaxValue / levels)
                count = Renumber(keys);
            for (int i = 0; i < keys.Length; i++)
                keys[i] = (keys[i] * levels) + space.Level(graph.Cell(vertices[i]), h);
            count *= levels;
        }

        Renumber(keys);
        return keys;
    }

    private static long Renumber(long[] keys)
    {
        long[] different = [.. keys.Distinct().Order()];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = Array.BinarySearch(different, keys[i]);
        return different.Length;
    }
}
