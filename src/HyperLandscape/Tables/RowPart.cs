namespace HyperLandscape.Tables;

/// <summary>What was read from one block: a part of every column, and the line of every row.</summary>
internal sealed class RowPart
{
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
        try
        {
            while (reader.Read())
                Add(reader);
        }
        catch (InvalidDataException error)
        {
            Error = error;
        }

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
    public InvalidDataException? Error { get; }

    /// <summary>The line of a row.</summary>
    public int LineOf(int row) => lines.Length == 0 ? FirstLine + row : lines[row];

    private void Add(CsvReader reader)
    {
        int line = reader.Line;
        for (int i = 0; i < columns.Length; i++)
            columns[i]?.Add(reader.Field(i), line);
        if (lines.Length == 0 && line != reader.FirstLine + Count)
            lines = [.. Enumerable.Range(reader.FirstLine, Count), .. new int[capacity - Count]];
        if (lines.Length > 0)
            lines[Count] = line;
        Count++;
    }
}
