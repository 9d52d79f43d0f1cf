using System.Text;
using HyperLandscape.Numerics;

namespace HyperLandscape.Tables;

/// <summary>The fitness of every row; NaN where the run failed.</summary>
internal sealed class FitnessColumn(string file, string name, IReadOnlyList<string> labels) : Column(file, name)
{
    private readonly List<Part> parts = [];

    /// <summary>The labels of the landscape, from the column's name.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <inheritdoc/>
    public override ColumnPart NewPart(int capacity) => new Part(this, capacity);

    /// <inheritdoc/>
    public override void Append(ColumnPart part) => parts.Add((Part)part);

    /// <summary>The fitness of every row.</summary>
    public double[] ToArray()
    {
        var starts = new int[parts.Count + 1];
        for (int part = 0; part < parts.Count; part++)
            starts[part + 1] = starts[part] + parts[part].Count;
        double[] values = GC.AllocateUninitializedArray<double>(starts[^1]);
        Workers.For(parts.Count, part => parts[part].Values.CopyTo(values.AsSpan(starts[part])));
        return values;
    }

    private static bool IsFailedRun(ReadOnlySpan<byte> field) =>
        field.IsEmpty ||
        Ascii.EqualsIgnoreCase(field, "inf"u8) || Ascii.EqualsIgnoreCase(field, "-inf"u8) || Ascii.EqualsIgnoreCase(field, "+inf"u8) ||
        Ascii.EqualsIgnoreCase(field, "none"u8) || Ascii.EqualsIgnoreCase(field, "null"u8) ||
        Ascii.EqualsIgnoreCase(field, "na"u8) || Ascii.EqualsIgnoreCase(field, "n/a"u8);

    private sealed class Part(FitnessColumn column, int capacity) : ColumnPart
    {
        private readonly double[] values = GC.AllocateUninitializedArray<double>(capacity, pinned: true);

        public ReadOnlySpan<double> Values => values.AsSpan(0, Count);

        public override void Add(ReadOnlySpan<byte> field, int line)
        {
            if (Number.TryParse(field, out double value))
                values[Count++] = value;
            else if (IsFailedRun(field[Ascii.Trim(field)]))
                values[Count++] = double.NaN;
            else
                throw column.At(line).Error($"The fitness {Place.Show(field)} is not a number; write numbers with a decimal point, such as 0.25 or 1e-3, and leave the field of a failed run empty.");
        }
    }
}
