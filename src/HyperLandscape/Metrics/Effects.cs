using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// The effects of functional ANOVA on a complete grid. Axis by axis a table is split in its mean along the axis and the
/// deviations from that mean; a table that was left as deviations along the axes of a subset, and averaged along all
/// others, is the effect of that subset.
/// </summary>
/// <remarks>
/// Means are as much smaller than their table as the axis has levels, so that all subsets of up to a few axes cost a few
/// passes over the grid, not one pass each. Effects are never differences of variances: they lose no digits to others.
/// </remarks>
internal sealed class Effects
{
    private readonly int[] levels;
    private readonly int order;
    private readonly Action<int[], double[]> found;

    private Effects(int[] levels, int order, Action<int[], double[]> found)
    {
        this.levels = levels;
        this.order = order;
        this.found = found;
    }

    /// <summary>The variance of the effect of every subset of 1 to <paramref name="order"/> axes, in lexicographic order of the axes.</summary>
    /// <param name="levels">The lengths of the axes, slowest first.</param>
    /// <param name="order">The size of the largest subsets.</param>
    /// <param name="table">A value per cell, which is overwritten.</param>
    public static IReadOnlyList<(int[] Axes, double Variance)> Variances(int[] levels, int order, double[] table)
    {
        var variances = new List<(int[] Axes, double Variance)>();
        Visit(levels, order, table, (axes, effect) => variances.Add((axes, TensorPrimitives.SumOfSquares<double>(effect) / effect.Length)));
        return variances;
    }

    /// <summary>Shows the effect of every subset of 1 to <paramref name="order"/> axes, a value per combination of their levels.</summary>
    /// <param name="levels">The lengths of the axes, slowest first.</param>
    /// <param name="order">The size of the largest subsets.</param>
    /// <param name="table">A value per cell, which is overwritten.</param>
    /// <param name="found">Told the axes of a subset and its effect, in lexicographic order of the axes.</param>
    public static void Visit(int[] levels, int order, double[] table, Action<int[], double[]> found) =>
        new Effects(levels, order, found).Split(table, 0, []);

    /// <param name="table">Of the kept axes, then all from <paramref name="axis"/> on.</param>
    /// <param name="axis">The axis to split along.</param>
    /// <param name="kept">The axes before it that the table holds deviations along.</param>
    private void Split(double[] table, int axis, int[] kept)
    {
        int outer = 1;
        foreach (int before in kept)
            outer *= levels[before];
        if (kept.Length == order || axis == levels.Length)
        {
            if (kept.Length > 0)
                found(kept, Means(table, outer));
            return;
        }

        double[] means = CenterAlong(table, outer, levels[axis]);
        Split(table, axis + 1, [.. kept, axis]);
        Split(means, axis + 1, kept);
    }

    /// <summary>The mean of each row of a table.</summary>
    private static double[] Means(double[] table, int rows)
    {
        int length = table.Length / rows;
        if (length == 1)
            return table;
        var means = new double[rows];
        for (int row = 0; row < rows; row++)
            means[row] = BlockedSum.Of(table.AsMemory(row * length, length)) / length;
        return means;
    }

    /// <summary>Takes the means along the middle of three axes from a table, and returns them.</summary>
    private static double[] CenterAlong(double[] table, int outer, int levels)
    {
        int inner = table.Length / outer / levels;
        var means = new double[outer * inner];
        Workers.ForBlocks(inner, (start, length) =>
        {
            for (int row = 0; row < outer; row++)
            {
                Span<double> mean = means.AsSpan((row * inner) + start, length);
                for (int level = 0; level < levels; level++)
                    TensorPrimitives.Add(mean, Slice(row, level, start, length), mean);
                TensorPrimitives.Divide(mean, levels, mean);
                for (int level = 0; level < levels; level++)
                    TensorPrimitives.Subtract(Slice(row, level, start, length), mean, Slice(row, level, start, length));
            }
        });
        return means;

        Span<double> Slice(int row, int level, int start, int length) => table.AsSpan((((row * levels) + level) * inner) + start, length);
    }
}
