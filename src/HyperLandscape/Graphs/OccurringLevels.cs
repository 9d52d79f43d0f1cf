namespace HyperLandscape.Graphs;

/// <summary>Cells of a sample in the smaller grid of the levels that occur.</summary>
internal static class OccurringLevels
{
    /// <summary>The axes of that grid, without neighbours, and the cells in it, in the same order.</summary>
    public static (Axis[] Axes, long[] Cells) Of(Axis[] axes, long[] cells)
    {
        var renumbered = new int[axes.Length][];
        var smaller = new Axis[axes.Length];
        long stride = 1;
        for (int h = axes.Length - 1; h >= 0; h--)
        {
            int[] numbers = renumbered[h] = new int[axes[h].Levels];
            foreach (long cell in cells)
                numbers[axes[h].Level(cell)] = 1;
            int count = 0;
            for (int level = 0; level < numbers.Length; level++)
                numbers[level] = numbers[level] == 1 ? count++ : -1;
            smaller[h] = new Axis(stride, count, Reach: 0);
            stride *= count;
        }

        var moved = new long[cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            for (int h = 0; h < axes.Length; h++)
                moved[i] += renumbered[h][axes[h].Level(cells[i])] * smaller[h].Stride;
        }

        return (smaller, moved);
    }
}
