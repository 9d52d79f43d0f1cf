namespace HyperLandscape.Graphs;

/// <summary>
/// A value of every cell that is a sum over axes of a number per level: degrees, distances. Trailing axes are combined
/// into tables of at most <see cref="TableSize"/> entries, so that a cell costs one lookup per table, not per axis.
/// </summary>
internal sealed class AxisSums
{
    private const long TableSize = 1 << 14;

    private readonly List<int[]> tables = []; // the last axes first

    /// <param name="axes">The axes.</param>
    /// <param name="value">The number of an axis (by index) at a level.</param>
    public AxisSums(Axis[] axes, Func<int, int, int> value)
    {
        int[] table = [0];
        for (int h = axes.Length - 1; h >= 0; h--)
        {
            if (table.Length > 1 && (long)table.Length * axes[h].Levels > TableSize)
            {
                tables.Add(table);
                table = [0];
            }

            var larger = new int[table.Length * axes[h].Levels];
            for (int i = 0; i < larger.Length; i++)
                larger[i] = table[i % table.Length] + value(h, i / table.Length);
            table = larger;
        }

        tables.Add(table);
    }

    /// <summary>The number of neighbours of every cell when all cells are present.</summary>
    public static AxisSums Degrees(Axis[] axes) => new(axes, (h, level) => axes[h].Degree(level));

    /// <summary>The distance of every cell to one cell.</summary>
    public static AxisSums Distances(Axis[] axes, long target) => new(axes, (h, level) => axes[h].Distance(level, axes[h].Level(target)));

    public int this[long cell]
    {
        get
        {
            int sum = 0;
            foreach (int[] table in tables)
            {
                (cell, long entry) = Math.DivRem(cell, table.Length);
                sum += table[entry];
            }

            return sum;
        }
    }

    /// <summary>The values of consecutive cells.</summary>
    public void Fill(long firstCell, Span<int> destination)
    {
        int[] low = tables[0];
        while (!destination.IsEmpty)
        {
            int start = (int)(firstCell % low.Length);
            int length = Math.Min(low.Length - start, destination.Length);
            int others = this[firstCell] - low[start];
            System.Numerics.Tensors.TensorPrimitives.Add(low.AsSpan(start, length), others, destination);
            firstCell += length;
            destination = destination[length..];
        }
    }
}
