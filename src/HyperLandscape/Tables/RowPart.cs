namespace HyperLandscape.Tables;

/// <summary>What was read from one block: a part of every column, and the line of every row.</summary>
/// <remarks>
/// Rows are split some at a time, while they stay in the cache, and then taken column by column: what a column needs is
/// at hand, and how its fields look is the same for all.
/// </remarks>
internal sealed class RowPart
{
    private const int Together = 128;

    private readonly ColumnPart?[] columns;
    private readonly int capacity;
    private int[] lines = []; // of every row, once a row took several

    /// <summary>Reads all rows of a block, up to the first error.</summary>
    /// <param name="reader">The rows.</param>
    /// <param name="columns">The columns, null where ignored.</param>
    /// <param name="capacity">No less than the number of rows.</param>
    public RowPart(CsvReader reader, Column?[] columns, int capacity)
    {
        this.columns = Array.ConvertAll(columns, column => column?.NewPart(capacity));
        this.capacity = capacity;
        Span<int> next = stackalloc int[Together]; // lines of the rows that are kept
        int kept = 0;
        InvalidDataException? broken = null; // the row behind the kept ones
        try
        {
            while (Error is null)
            {
                int several = reader.KeepPlain(next[kept..]);
                kept += several;
                if (several == 0)
                {
                    if (!reader.Read())
                        break;
                    next[kept++] = reader.Line;
                    reader.Rows.Keep();
                }

                if (kept < Together)
                    continue;
                Add(reader, next);
                kept = 0;
            }
        }
        catch (InvalidDataException error)
        {
            broken = error;
        }

        if (kept > 0)
            Add(reader, next[..kept]);
        Error ??= broken;
        FirstLine = reader.FirstLine;
        EmptyLine = reader.EmptyLine;
    }

    /// <summary>The parts of the columns, null where ignored; with rows up to the error if there is one.</summary>
    public IReadOnlyList<ColumnPart?> Columns => columns;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>See <see cref="CsvReader.FirstLine"/>.</summary>
    public int FirstLine { get; }

    /// <summary>See <see cref="CsvReader.EmptyLine"/>.</summary>
    public int EmptyLine { get; }

    /// <summary>What is wrong with the row behind the last one, if anything.</summary>
    public InvalidDataException? Error { get; private set; }

    /// <summary>The line of a row.</summary>
    public int LineOf(int row) => lines.Length == 0 ? FirstLine + row : lines[row];

    /// <summary>Takes the rows that are kept, up to the first error.</summary>
    private void Add(CsvReader reader, ReadOnlySpan<int> next)
    {
        int rows = next.Length;
        for (int i = 0; i < columns.Length; i++)
        {
            try
            {
                columns[i]?.AddAll(reader.Rows.Text, reader.Rows.Kept[i..], columns.Length, next[..rows]);
            }
            catch (InvalidDataException error)
            {
                (rows, Error) = (columns[i]!.Count - Count, error); // only an earlier row can have an earlier error
            }
        }

        reader.Rows.Forget();
        foreach (ColumnPart? column in columns)
        {
            if (Error is not null)
                column?.ForgetBehind(next[rows]);
        }

        if (rows > 0)
            AddLines(reader.FirstLine, next[..rows]);
        Count += rows;
    }

    private void AddLines(int first, ReadOnlySpan<int> next)
    {
        if (lines.Length == 0 && next[^1] != first + Count + next.Length - 1)
            lines = [.. Enumerable.Range(first, Count), .. new int[capacity - Count]];
        if (lines.Length > 0)
            next.CopyTo(lines.AsSpan(Count));
    }
}
