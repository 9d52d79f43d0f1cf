using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>The effects of changes of single hyperparameters on a complete grid: differences of whole runs, once their axis comes first.</summary>
internal static class GridEffects
{
    /// <summary>How many effects are looked at before the next: they should stay in cache.</summary>
    private const int TileLength = 1024;

    /// <summary>The standard deviation of the effect of every change, axis by axis, of the axes with enough backgrounds.</summary>
    public static IEnumerable<double> Deviations(Axis[] axes, ReadOnlyMemory<double> grid, int minimumBackgrounds)
    {
        for (int h = 0; h < axes.Length; h++)
        {
            int levels = axes[h].Levels;
            int backgrounds = grid.Length / levels;
            if (levels < 2 || backgrounds < minimumBackgrounds)
                continue;
            ReadOnlyMemory<double> values = GridTurn.From(axes, h).Turn(grid);
            (int From, int To)[] changes = [.. Enumerable.Range(0, levels).SelectMany(from => Enumerable.Range(from + 1, levels - from - 1).Select(to => (from, to)))];
            var deviations = new double[changes.Length];
            Workers.For(changes.Length, change => deviations[change] = Deviation(
                values.Span.Slice(changes[change].From * backgrounds, backgrounds),
                values.Span.Slice(changes[change].To * backgrounds, backgrounds)));
            foreach (double deviation in deviations)
                yield return deviation;
        }
    }

    /// <summary>The standard deviation of the differences, about their mean.</summary>
    internal static double Deviation(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        Span<double> effects = stackalloc double[TileLength];
        double sum = 0;
        for (int start = 0; start < from.Length; start += TileLength)
            sum += TensorPrimitives.Sum(Effects(from, to, start, effects));
        double mean = sum / from.Length;
        double squares = 0;
        for (int start = 0; start < from.Length; start += TileLength)
        {
            Span<double> own = Effects(from, to, start, effects);
            TensorPrimitives.Subtract(own, mean, own);
            squares += TensorPrimitives.SumOfSquares<double>(own);
        }

        return Math.Sqrt(squares / from.Length);
    }

    private static Span<double> Effects(ReadOnlySpan<double> from, ReadOnlySpan<double> to, int start, Span<double> effects)
    {
        Span<double> own = effects[..Math.Min(effects.Length, from.Length - start)];
        TensorPrimitives.Subtract(to.Slice(start, own.Length), from.Slice(start, own.Length), own);
        return own;
    }
}
