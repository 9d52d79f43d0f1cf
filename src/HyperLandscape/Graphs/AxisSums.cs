using System.Numerics;
using System.Numerics.Tensors;

namespace HyperLandscape.Graphs;

/// <summary>The sums over axes that graphs need.</summary>
internal static class AxisSums
{
    /// <summary>The number of neighbours of every cell when all cells are present.</summary>
    public static AxisSums<int> Degrees(Axis[] axes) => new(axes, (h, level) => axes[h].Degree(level));

    /// <summary>The distance of every cell to one cell.</summary>
    public static AxisSums<int> Distances(Axis[] axes, long target) => new(axes, (h, level) => axes[h].Distance(level, axes[h].Level(target)));
}

/// <summary>
/// A value of every cell that is a sum over axes of a number per level: degrees, distances, main effects. Trailing axes
/// are combined into tables of at most <see cref="TableSize"/> entries, so that a cell costs one lookup per table, not per axis.
/// </summary>
internal sealed class AxisSums<T>
    where T : struct, INumber<T>
{
    private const long TableSize = 1 << 14;

    private readonly List<T[]> tables = []; // the last axes first

    /// <param name="axes">The axes.</param>
    /// <param name="value">The number of an axis (by index) at a level.</param>
    public AxisSums(Axis[] axes, Func<int, int, T> value)
    {
        T[] table = [];
        for (int h = axes.Length - 1; h >= 0; h--)
        {
            T[] own = [.. Enumerable.Range(0, axes[h].Levels).Select(level => value(h, level))];
            if (table.Length > 1 && (long)table.Length * own.Length > TableSize)
            {
                tables.Add(table);
                table = [];
            }

            table = table.Length == 0 ? own : Sums(own, table);
        }

        tables.Add(table);
    }

    public T this[long cell] => tables[0][cell % tables[0].Length] + Others(cell);

    /// <summary>The values of consecutive cells.</summary>
    public void Fill(long firstCell, Span<T> destination)
    {
        T[] low = tables[0];
        while (!destination.IsEmpty)
        {
            int start = (int)(firstCell % low.Length);
            int length = Math.Min(low.Length - start, destination.Length);
            T others = Others(firstCell);
            TensorPrimitives.Add(low.AsSpan(start, length), others, destination);
            firstCell += length;
            destination = destination[length..];
        }
    }

    /// <summary>Every sum of two numbers, the second ones fastest.</summary>
    private static T[] Sums(T[] slow, T[] fast)
    {
        var sums = new T[slow.Length * fast.Length];
        for (int i = 0; i < slow.Length; i++)
            TensorPrimitives.Add(fast, slow[i], sums.AsSpan(i * fast.Length));
        return sums;
    }

    /// <summary>The sum over all axes but those of the first table.</summary>
    private T Others(long cell)
    {
        T sum = T.Zero;
        cell /= tables[0].Length;
        for (int i = 1; i < tables.Count; i++)
        {
            (cell, long entry) = Math.DivRem(cell, tables[i].Length);
            sum += tables[i][entry];
        }

        return sum;
    }
}
