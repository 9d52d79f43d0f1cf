using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>
/// A grid with its first axes moved behind the others, for the pairs of axes that are best looked at in this order: runs
/// of cells that are parallel along both axes are long in one order or another, however short the strides of the grid are.
/// </summary>
/// <param name="Rows">How many cells the axes that are moved have together.</param>
/// <param name="Axes">The axes by their numbers, with the strides that they have after the turn.</param>
/// <param name="Pairs">The pairs of axes to look at in this order, that with the larger stride first.</param>
internal sealed record GridTurn(int Rows, Axis[] Axes, (Axis Slow, Axis Fast)[] Pairs)
{
    /// <summary>Longer runs are no faster.</summary>
    private const long LongRun = 64;

    private const int TileSize = 16;

    /// <summary>As few turns as it takes for each pair of axes to have runs as long as it can.</summary>
    /// <param name="axes">The axes of the grid, slowest first.</param>
    /// <param name="run">How long the shortest run is, given the axis with the smaller stride.</param>
    public static IEnumerable<GridTurn> Of(Axis[] axes, Func<Axis, long> run)
    {
        GridTurn[] turns = [.. Enumerable.Range(0, axes.Length).Select(first => From(axes, first))];
        List<(int One, int Other)> open = [.. Enumerable.Range(0, axes.Length).SelectMany(one => Enumerable.Range(one + 1, axes.Length - one - 1).Select(other => (one, other)))];
        open.RemoveAll(pair => axes[pair.One].Reach == 0 || axes[pair.Other].Reach == 0);
        while (open.Count > 0)
        {
            GridTurn next = turns.MaxBy(turn => open.Count(pair => IsBestFor(turn, pair)))!;
            yield return next with { Pairs = [.. open.Where(pair => IsBestFor(next, pair)).Select(pair => Ordered(next.Axes[pair.One], next.Axes[pair.Other]))] };
            open.RemoveAll(pair => IsBestFor(next, pair));
        }

        bool IsBestFor(GridTurn turn, (int One, int Other) pair) => Run(turn, pair) == turns.Max(other => Run(other, pair));

        long Run(GridTurn turn, (int One, int Other) pair) => Math.Min(LongRun, run(Ordered(turn.Axes[pair.One], turn.Axes[pair.Other]).Fast));
    }

    /// <summary>The turn after which an axis comes first, so that the cells of each of its levels are one run.</summary>
    public static GridTurn From(Axis[] axes, int first)
    {
        long rows = 1;
        for (int h = 0; h < first; h++)
            rows *= axes[h].Levels;
        long columns = first == 0 ? 1 : axes[first - 1].Stride;
        return new GridTurn((int)rows, [.. axes.Select((axis, h) => axis with { Stride = h < first ? axis.Stride / columns : axis.Stride * rows })], []);
    }

    /// <summary>The values of the grid in this order. O(cells).</summary>
    public ReadOnlyMemory<double> Turn(ReadOnlyMemory<double> grid)
    {
        if (Rows == 1)
            return grid;
        int columns = grid.Length / Rows;
        double[] turned = GC.AllocateUninitializedArray<double>(grid.Length);
        Workers.For((columns + TileSize - 1) / TileSize, tile =>
        {
            ReadOnlySpan<double> from = grid.Span;
            int end = Math.Min(columns, (tile + 1) * TileSize);
            for (int row = 0; row < Rows; row++)
            {
                for (int column = tile * TileSize; column < end; column++)
                    turned[(column * Rows) + row] = from[(row * columns) + column];
            }
        });
        return turned;
    }

    private static (Axis Slow, Axis Fast) Ordered(Axis one, Axis other) => one.Stride > other.Stride ? (one, other) : (other, one);
}
