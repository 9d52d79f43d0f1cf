namespace HyperLandscape.Tables;

/// <summary>A column in consecutive rows of a table, while they are read field by field.</summary>
internal abstract class ColumnPart
{
    /// <summary>Number of rows so far.</summary>
    public int Count { get; protected set; }

    /// <summary>Takes the field of the next row.</summary>
    /// <exception cref="InvalidDataException">The field is none that the column may hold.</exception>
    public abstract void Add(ReadOnlySpan<byte> field, int line);

    /// <summary>Takes the fields of the next rows, as many as there are lines.</summary>
    /// <param name="text">The block, with <see cref="TextBlock.Slack"/> bytes behind its end.</param>
    /// <param name="fields">The fields of the rows from the one of this column in the first.</param>
    /// <param name="width">The number of fields per row.</param>
    /// <param name="lines">The line of every row.</param>
    /// <exception cref="InvalidDataException">A field is none that the column may hold; those before were taken.</exception>
    public virtual void AddAll(ReadOnlySpan<byte> text, ReadOnlySpan<FieldRange> fields, int width, ReadOnlySpan<int> lines)
    {
        for (int row = 0; row < lines.Length; row++)
            Add(fields[row * width].Of(text), lines[row]);
    }

    /// <summary>Forgets all that was read behind a line: an error before it counts.</summary>
    public virtual void ForgetBehind(int line)
    {
    }
}
