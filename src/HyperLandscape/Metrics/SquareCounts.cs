using HyperLandscape.Graphs;

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

    /// <summary>All squares of neighbouring rows and neighbouring columns of a plane.</summary>
    public void Add(Plane plane, double tolerance)
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

    /// <summary>One square of losses; corners a and d are opposite, and so are b and c. NaN = a missing corner.</summary>
    private void Add(double a, double b, double c, double d, double tolerance)
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
}
