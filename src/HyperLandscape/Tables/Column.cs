namespace HyperLandscape.Tables;

/// <summary>A column of a table. It is read in parts, several at a time, which are put together in their order.</summary>
internal abstract class Column(string file, string name)
{
    /// <summary>The name in the header.</summary>
    public string Name => name;

    /// <summary>A part for at most so many rows.</summary>
    public abstract ColumnPart NewPart(int capacity);

    /// <summary>Takes the part that follows those before.</summary>
    /// <exception cref="InvalidDataException">The column as a whole is none that may be.</exception>
    public abstract void Append(ColumnPart part);

    /// <summary>This column in a line.</summary>
    protected Place At(int line) => new(file, line, Place.Named(name));
}
