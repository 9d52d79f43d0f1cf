using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>Counts of squares by kind.</summary>
internal record struct SquareCounts
{
    public long Squares;
    public long Neutral;
    public long Sign;
    public long ReciprocalSign;
    public long Positive;
    public long Additive;

    public static SquareCounts operator +(SquareCounts a, SquareCounts b) => new()
    {
        Squares = a.Squares + b.Squares,
        Neutral = a.Neutral + b.Neutral,
        Sign = a.Sign + b.Sign,
        ReciprocalSign = a.ReciprocalSign + b.ReciprocalSign,
        Positive = a.Positive + b.Positive,
        Additive = a.Additive + b.Additive,
    };

    /// <summary>All squares of a grid, where NaN = a missing cell: runs of them side by side.</summary>
    public static SquareCounts OfGrid(Axis[] axes, ReadOnlyMemory<double> grid, double tolerance)
    {
        int blocks = Workers.BlockCount(grid.Length);
        SquareCounts total = default;
        foreach (GridTurn turn in GridTurn.Of(axes, fast => fast.Stride * (fast.Levels - fast.Reach)))
        {
            ReadOnlyMemory<double> values = turn.Turn(grid);
            var counts = new SquareCounts[turn.Pairs.Length * blocks];
            Workers.For(counts.Length, item => counts[item] = OfBlock(values.Span, turn.Pairs[item / blocks], item % blocks, blocks, tolerance));
            total = counts.Aggregate(total, (sum, own) => sum + own);
        }

        return total;
    }

    /// <summary>All squares of a sample of few cells or of listed configurations, plane by plane.</summary>
    public static SquareCounts OfPlanes(Landscape landscape)
    {
        (int Row, int Column)[] pairs = Planes.Pairs(landscape.Graph);
        var counts = new SquareCounts[pairs.Length];
        Workers.For(pairs.Length, pair =>
        {
            foreach (Plane plane in Planes.Along(landscape.Graph, landscape.LossMemory, pairs[pair].Row, pairs[pair].Column))
                counts[pair].Add(plane, landscape.Tolerance);
        });
        return counts.Aggregate(default(SquareCounts), (sum, own) => sum + own);
    }

    /// <summary>One square of losses; corners a and d are opposite, and so are b and c. NaN = a missing corner.</summary>
    public void Add(double a, double b, double c, double d, double tolerance)
    {
        if (double.IsNaN(a + b + c + d))
            return;
        Squares++;
        (double columnBelow, double columnAbove) = (b - a, d - c);
        (double rowLeft, double rowRight) = (c - a, d - b);
        if (Math.Abs(columnBelow) <= tolerance || Math.Abs(columnAbove) <= tolerance || Math.Abs(rowLeft) <= tolerance || Math.Abs(rowRight) <= tolerance)
        {
            Neutral++;
            return;
        }

        bool columnTurns = columnBelow > 0 != columnAbove > 0;
        bool rowTurns = rowLeft > 0 != rowRight > 0;
        Sign += columnTurns != rowTurns ? 1 : 0;
        ReciprocalSign += columnTurns && rowTurns ? 1 : 0;

        // Sides are not neutral, so the best corner is on one diagonal only.
        if (Math.Min(b, c) < Math.Min(a, d))
            (a, b, c, d) = (b, a, d, c);
        double best = Math.Min(a, d);
        double opposite = Math.Max(a, d);
        double together = opposite - best;
        double alone = (opposite - b) + (opposite - c);
        Positive += together > alone ? 1 : 0;
        Additive += together == alone ? 1 : 0;
    }

    /// <summary>A share of the squares of two axes. The cells in which the slow axis has one level fall in periods of the fast one, whose first levels begin a run of squares.</summary>
    private static SquareCounts OfBlock(ReadOnlySpan<double> grid, (Axis Slow, Axis Fast) pair, int block, int blocks, double tolerance)
    {
        (int slowStride, int fastStride) = ((int)pair.Slow.Stride, (int)pair.Fast.Stride);
        int period = fastStride * pair.Fast.Levels;
        long periods = grid.Length / period;
        var kernel = default(SquareKernel);
        for (int start = (int)(periods * block / blocks) * period; start < (int)(periods * (block + 1) / blocks) * period; start += period)
        {
            int steps = Math.Min(pair.Slow.Reach, pair.Slow.Levels - 1 - pair.Slow.Level(start));
            for (int slow = 1; slow <= steps; slow++)
            {
                ReadOnlySpan<double> below = grid.Slice(start, period);
                ReadOnlySpan<double> above = grid.Slice(start + (slow * slowStride), period);
                for (int fast = 1; fast <= pair.Fast.Reach; fast++)
                {
                    int shift = fast * fastStride;
                    kernel.Add(below[..^shift], below[shift..], above[..^shift], above[shift..], tolerance);
                }
            }
        }

        return kernel.Counts();
    }

    /// <summary>All squares of neighbouring rows and neighbouring columns of a plane.</summary>
    private void Add(Plane plane, double tolerance)
    {
        ReadOnlySpan<int> rows = plane.RowLevels;
        ReadOnlySpan<int> columns = plane.ColumnLevels;
        for (int low = 0; low < rows.Length; low++)
        {
            for (int high = low + 1; high < rows.Length && rows[high] - rows[low] <= plane.RowAxis.Reach; high++)
            {
                ReadOnlySpan<double> below = plane.Row(low);
                ReadOnlySpan<double> above = plane.Row(high);
                for (int left = 0; left < columns.Length; left++)
                {
                    for (int right = left + 1; right < columns.Length && columns[right] - columns[left] <= plane.ColumnAxis.Reach; right++)
                        Add(below[left], below[right], above[left], above[right], tolerance);
                }
            }
        }
    }
}
