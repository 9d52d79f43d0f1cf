namespace HyperLandscape.Tables;

/// <summary>A column in consecutive rows of a table, while they are read field by field.</summary>
internal abstract class ColumnPart
{
    /// <summary>Number of rows so far.</summary>
    public int Count { get; protected set; }

    /// <summary>Takes the field of the next row.</summary>
    /// <exception cref="InvalidDataException">The field is none that the column may hold.</exception>
    public abstract void Add(ReadOnlySpan<byte> field, int line);
}
