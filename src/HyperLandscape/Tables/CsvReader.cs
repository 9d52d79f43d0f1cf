using System.Globalization;

namespace HyperLandscape.Tables;

/// <summary>The rows of one block of a comma-separated file, which have as many fields as its first row names columns.</summary>
internal sealed class CsvReader(RowScanner rows, string file, string[] names)
{
    private const int MostColumns = 1 << 14; // names are compared in pairs

    /// <summary>The line on which the current row starts, from 1.</summary>
    public int Line => rows.Line;

    /// <summary>The line of the first row that is not empty, 0 if none was read.</summary>
    public int FirstLine { get; private set; }

    /// <summary>The first of the empty lines behind the last row, 0 if there is none.</summary>
    public int EmptyLine { get; private set; }

    /// <summary>The rows as they are, of which those read so far may be kept.</summary>
    public RowScanner Rows => rows;

    /// <summary>The names of the columns from the first row of the file.</summary>
    /// <param name="rows">The rows of the file, from the first.</param>
    /// <param name="file">What to call the file in a message.</param>
    /// <param name="mayNumberRows">Whether the first column may have no name, as where pandas writes the numbers of the rows.</param>
    /// <exception cref="InvalidDataException">There is no first row that names columns, each differently.</exception>
    public static string[] ReadNames(RowScanner rows, string file, bool mayNumberRows)
    {
        bool hasRow = rows.Read();
        if (hasRow && rows.IsEmpty)
        {
            int first = rows.Line;
            hasRow = SkipEmptyLines(rows);
            if (hasRow)
                throw EmptyLineBefore(file, first, rows.Line);
        }

        if (!hasRow)
            throw new InvalidDataException($"{file}: The file is empty; its first line must name the columns.");
        if (rows.FieldCount > MostColumns)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}, line {rows.Line}: The header names {rows.FieldCount:N0} columns; at most {MostColumns:N0} can be read. Split the table."));
        var names = new string[rows.FieldCount];
        for (int i = 0; i < names.Length; i++)
            names[i] = i == 0 && mayNumberRows && rows.Field(0).IsEmpty ? "" : ReadName(rows, file, names, i);
        return names;
    }

    /// <summary>Goes to the next row; false at the end. Empty lines may follow the last row.</summary>
    /// <exception cref="InvalidDataException">The row has too few or too many fields, or is broken.</exception>
    public bool Read()
    {
        if (!rows.Read())
            return false;
        if (rows.IsEmpty)
        {
            EmptyLine = Line;
            if (!SkipEmptyLines(rows))
                return false;
            FirstLine = FirstLine == 0 ? Line : FirstLine;
            throw EmptyLineBefore(file, EmptyLine, Line);
        }

        FirstLine = FirstLine == 0 ? Line : FirstLine;
        if (rows.FieldCount < names.Length)
            throw new Place(file, Line, Place.Named(names[rows.FieldCount])).Error($"The row has {rows.FieldCount} fields but the header names {names.Length} columns, so this one and what follows is missing; complete or delete the row.");
        if (rows.FieldCount > names.Length)
            throw new Place(file, Line, $"column {names.Length + 1}").Error($"The row has {rows.FieldCount} fields but the header names only {names.Length} columns, so {Place.Show(rows.Field(names.Length))} is in none; put a field that holds '{rows.Separator}' in quotes.");
        return true;
    }

    /// <summary>Reads and keeps several rows at once, where that is possible: see <see cref="RowScanner.KeepPlain"/>.</summary>
    /// <param name="lines">Gets the line of every row.</param>
    public int KeepPlain(Span<int> lines)
    {
        int count = rows.KeepPlain(names.Length, lines.Length);
        for (int i = 0; i < count; i++)
            lines[i] = Line - count + 1 + i;
        FirstLine = FirstLine == 0 && count > 0 ? lines[0] : FirstLine;
        return count;
    }

    /// <summary>The error of an empty line with a row somewhere behind it.</summary>
    public static InvalidDataException EmptyLineBefore(string file, int emptyLine, int line) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file}, line {emptyLine}: The line is empty although line {line} is not; delete it."));

    /// <summary>Goes behind the empty lines from the current one on; false if they are the last.</summary>
    private static bool SkipEmptyLines(RowScanner rows)
    {
        while (rows.Read())
        {
            if (!rows.IsEmpty)
                return true;
        }

        return false;
    }

    private static string ReadName(RowScanner rows, string file, string[] names, int column)
    {
        var place = new Place(file, rows.Line, $"column {column + 1}");
        string name = Place.Decode(place, rows.Field(column));
        if (string.IsNullOrWhiteSpace(name))
            throw place.Error("The column has no name (a table written with its row numbers, perhaps); name it in the header, or write the table without it.");
        int other = Array.IndexOf(names, name, 0, column);
        return other < 0 ? name : throw place.Error($"The column is named '{name}' like column {other + 1}; rename one of them.");
    }
}
