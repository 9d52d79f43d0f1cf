using HyperLandscape.Tables;

namespace HyperLandscape.Imports;

/// <summary>The text of every row of a column, to be looked at when all are known.</summary>
internal sealed class TextColumn(string file, string name) : Column(file, name)
{
    private readonly List<string> fields = [];

    /// <summary>The text of a row.</summary>
    public string this[int row] => fields[row];

    /// <inheritdoc/>
    public override ColumnPart NewPart(int capacity) => new Part(this);

    /// <inheritdoc/>
    public override void Append(ColumnPart part) => fields.AddRange(((Part)part).Fields);

    private sealed class Part(TextColumn column) : ColumnPart
    {
        public List<string> Fields { get; } = [];

        public override void Add(ReadOnlySpan<byte> field, int line)
        {
            Fields.Add(Place.Decode(column.At(line), field));
            Count++;
        }
    }
}
