namespace HyperLandscape.Tables;

/// <summary>A column of a table while it is read, field by field.</summary>
internal abstract class Column(string file, string name)
{
    /// <summary>The name in the header.</summary>
    public string Name => name;

    /// <summary>Takes the field of the next row.</summary>
    /// <exception cref="InvalidDataException">The field is none that the column may hold.</exception>
    public abstract void Add(ReadOnlySpan<byte> field, int line);

    /// <summary>This column in a line.</summary>
    protected Place At(int line) => new(file, line, Place.Named(name));
}
