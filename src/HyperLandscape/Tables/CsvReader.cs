using System.Globalization;
using System.Text;

namespace HyperLandscape.Tables;

/// <summary>The named columns of a comma-separated file, row by row: the first row names them, all others have as many fields.</summary>
internal sealed class CsvReader
{
    private const int MostColumns = 1 << 14; // names are compared in pairs

    private readonly RowScanner rows;
    private readonly string file;
    private readonly string[] names;

    /// <param name="rows">The rows, from the first.</param>
    /// <param name="file">What to call the file in a message.</param>
    /// <param name="mayNumberRows">Whether the first column may have no name, as where pandas writes the numbers of the rows.</param>
    /// <exception cref="InvalidDataException">There is no first row that names columns, each differently.</exception>
    public CsvReader(RowScanner rows, string file, bool mayNumberRows = false)
    {
        this.rows = rows;
        this.file = file;
        if (!rows.Read() || (rows.IsEmpty && !SkipEmptyLines()))
            throw new InvalidDataException($"{file}: The file is empty; its first line must name the columns.");
        if (rows.FieldCount > MostColumns)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}, line {Line}: The header names {rows.FieldCount:N0} columns; at most {MostColumns:N0} can be read. Split the table."));
        names = new string[rows.FieldCount];
        for (int i = 0; i < names.Length; i++)
            names[i] = i == 0 && mayNumberRows && rows.Field(0).IsEmpty ? "" : ReadName(i);
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The line on which the current row starts, from 1.</summary>
    public int Line => rows.Line;

    /// <summary>A field of the current row; valid until the next row is read.</summary>
    public ReadOnlySpan<byte> Field(int column) => rows.Field(column);

    /// <summary>Goes to the next row; false at the end. Empty lines may follow the last row.</summary>
    /// <exception cref="InvalidDataException">The row has too few or too many fields, or is broken.</exception>
    public bool Read()
    {
        if (!rows.Read() || (rows.IsEmpty && !SkipEmptyLines()))
            return false;
        if (rows.FieldCount < names.Length)
            throw new Place(file, Line, Place.Named(names[rows.FieldCount])).Error($"The row has {rows.FieldCount} fields but the header names {names.Length} columns, so this one and what follows is missing; complete or delete the row.");
        if (rows.FieldCount > names.Length)
            throw new Place(file, Line, $"column {names.Length + 1}").Error($"The row has {rows.FieldCount} fields but the header names only {names.Length} columns, so {Place.Show(Field(names.Length))} is in none; put a field that holds '{rows.Separator}' in quotes.");
        return true;
    }

    /// <summary>True would mean that a row follows, which is an error; so this returns false or throws.</summary>
    private bool SkipEmptyLines()
    {
        int first = Line;
        while (rows.Read())
        {
            if (!rows.IsEmpty)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}, line {first}: The line is empty although line {Line} is not; delete it."));
        }

        return false;
    }

    private string ReadName(int column)
    {
        var place = new Place(file, Line, $"column {column + 1}");
        string name = Place.Decode(place, Field(column));
        if (string.IsNullOrWhiteSpace(name))
            throw place.Error("The column has no name (a table written with its row numbers, perhaps); name it in the header, or write the table without it.");
        int other = Array.IndexOf(names, name, 0, column);
        return other < 0 ? name : throw place.Error($"The column is named '{name}' like column {other + 1}; rename one of them.");
    }
}
