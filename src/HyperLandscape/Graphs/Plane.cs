namespace HyperLandscape.Graphs;

/// <summary>
/// The values over the levels of two axes, rows and columns, where all other axes keep theirs. Only levels that occur
/// are there, ascending; NaN where a configuration is missing.
/// </summary>
internal sealed class Plane(Axis rowAxis, Axis columnAxis)
{
    private readonly int[] rowLevels = new int[rowAxis.Levels];
    private readonly int[] columnLevels = new int[columnAxis.Levels];
    private readonly int[] columnPositions = new int[columnAxis.Levels];
    private double[] values = [];

    public Axis RowAxis => rowAxis;

    public Axis ColumnAxis => columnAxis;

    public int RowCount { get; private set; }

    public int ColumnCount { get; private set; }

    public ReadOnlySpan<int> RowLevels => rowLevels.AsSpan(0, RowCount);

    public ReadOnlySpan<int> ColumnLevels => columnLevels.AsSpan(0, ColumnCount);

    public ReadOnlySpan<double> Row(int row) => values.AsSpan(row * ColumnCount, ColumnCount);

    /// <summary>All levels, of a complete grid.</summary>
    public void Fill(ReadOnlySpan<double> grid, long firstCell)
    {
        if (RowCount == 0)
        {
            RowCount = rowLevels.Length;
            ColumnCount = columnLevels.Length;
            values = new double[RowCount * ColumnCount];
            for (int level = 0; level < RowCount; level++)
                rowLevels[level] = level;
            for (int level = 0; level < ColumnCount; level++)
                columnLevels[level] = level;
        }

        int position = 0;
        for (int row = 0; row < RowCount; row++)
        {
            for (int column = 0; column < ColumnCount; column++)
                values[position++] = grid[(int)(firstCell + (row * rowAxis.Stride) + (column * columnAxis.Stride))];
        }
    }

    /// <summary>The levels of some vertices of a sample, ascending, which agree on all other axes.</summary>
    public void Fill(ReadOnlySpan<double> sample, ReadOnlySpan<long> cells, ReadOnlySpan<int> vertices)
    {
        RowCount = 0;
        ColumnCount = 0;
        foreach (int vertex in vertices)
        {
            int row = rowAxis.Level(cells[vertex]);
            if (RowCount == 0 || rowLevels[RowCount - 1] != row)
                rowLevels[RowCount++] = row;
            int column = columnAxis.Level(cells[vertex]);
            if (!ColumnLevels.Contains(column))
                columnLevels[ColumnCount++] = column;
        }

        Array.Sort(columnLevels, 0, ColumnCount);
        for (int column = 0; column < ColumnCount; column++)
            columnPositions[columnLevels[column]] = column;
        if (values.Length < RowCount * ColumnCount)
            values = new double[RowCount * ColumnCount];
        values.AsSpan(0, RowCount * ColumnCount).Fill(double.NaN);
        int position = 0;
        foreach (int vertex in vertices)
        {
            while (rowLevels[position] != rowAxis.Level(cells[vertex]))
                position++;
            values[(position * ColumnCount) + columnPositions[columnAxis.Level(cells[vertex])]] = sample[vertex];
        }
    }
}
