using System.Runtime.ExceptionServices;

namespace HyperLandscape.Tables;

/// <summary>
/// Puts parts of a table together in the order of the file, in whatever order they arrive. The first error of the file
/// is the one that counts, as if the rows were read one by one.
/// </summary>
internal sealed class RowParts(string file, Column?[] columns)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, RowPart> waiting = []; // for parts before them
    private readonly List<RowPart> parts = [];
    private readonly List<int> firstRows = []; // of every part
    private ExceptionDispatchInfo? error;
    private int emptyLine;

    /// <summary>All parts so far, none before them missing.</summary>
    public IReadOnlyList<RowPart> InOrder => parts;

    /// <summary>Number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>The number of the first row of a part.</summary>
    public int FirstRow(int part) => firstRows[part];

    /// <summary>The line of a row.</summary>
    public int LineOf(int row)
    {
        int part = firstRows.BinarySearch(row);
        part = part < 0 ? ~part - 1 : part;
        while (parts[part].Count == 0) // several parts start at this row, but one has it
            part++;
        return parts[part].LineOf(row - firstRows[part]);
    }

    /// <summary>Adds a part; true if reading may go on.</summary>
    public bool Add(int index, RowPart part)
    {
        lock (gate)
        {
            waiting.Add(index, part);
            while (error is null && waiting.Remove(parts.Count, out RowPart? next))
            {
                try
                {
                    Append(next);
                }
                catch (InvalidDataException problem)
                {
                    error = ExceptionDispatchInfo.Capture(problem);
                }
            }

            return error is null && part.Error is null;
        }
    }

    /// <summary>Throws the first error, if there is one.</summary>
    public void ThrowError() => error?.Throw();

    private void Append(RowPart part)
    {
        if (emptyLine > 0 && part.FirstLine > 0)
            throw CsvReader.EmptyLineBefore(file, emptyLine, part.FirstLine);
        emptyLine = emptyLine > 0 ? emptyLine : part.EmptyLine;
        for (int i = 0; i < columns.Length; i++)
            columns[i]?.Append(part.Columns[i]!);
        parts.Add(part);
        firstRows.Add(RowCount);
        RowCount = checked(RowCount + part.Count);
        if (part.Error is not null)
            throw part.Error;
    }
}
