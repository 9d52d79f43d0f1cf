using System.Runtime.InteropServices;
using System.Text;

namespace HyperLandscape.Tables;

/// <summary>The fitness of every row; NaN where the run failed.</summary>
internal sealed class FitnessColumn(string file, string name, IReadOnlyList<string> labels) : Column(file, name)
{
    private readonly List<double> values = [];

    /// <summary>The labels of the landscape, from the column's name.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>The fitness of every row.</summary>
    public ReadOnlySpan<double> Values => CollectionsMarshal.AsSpan(values);

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> field, int line)
    {
        if (Number.TryParse(field, out double value))
            values.Add(value);
        else if (IsFailedRun(field[Ascii.Trim(field)]))
            values.Add(double.NaN);
        else
            throw At(line).Error($"The fitness {Place.Show(field)} is not a number; write numbers with a decimal point, such as 0.25 or 1e-3, and leave the field of a failed run empty.");
    }

    private static bool IsFailedRun(ReadOnlySpan<byte> field) =>
        field.IsEmpty ||
        Ascii.EqualsIgnoreCase(field, "inf"u8) || Ascii.EqualsIgnoreCase(field, "-inf"u8) || Ascii.EqualsIgnoreCase(field, "+inf"u8) ||
        Ascii.EqualsIgnoreCase(field, "none"u8) || Ascii.EqualsIgnoreCase(field, "null"u8) ||
        Ascii.EqualsIgnoreCase(field, "na"u8) || Ascii.EqualsIgnoreCase(field, "n/a"u8);
}
