using System.Text;
using System.Text.Unicode;

namespace HyperLandscape.Tables;

/// <summary>Where in a file something is wrong, as it is told to the user.</summary>
internal readonly record struct Place(string File, int Line, string Column)
{
    /// <summary>The error to throw: file, line, column, then what was found and what to do.</summary>
    public InvalidDataException Error(string problem) => new($"{File}, line {Line}, {Column}: {problem}");

    /// <summary>What to call a column.</summary>
    public static string Named(string column) => $"column '{column}'";

    /// <summary>The text of a field.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8.</exception>
    public static string Decode(Place place, ReadOnlySpan<byte> field) => Utf8.IsValid(field)
        ? Encoding.UTF8.GetString(field)
        : throw place.Error($"{Show(field)} is not UTF-8 text; save the file as UTF-8.");

    /// <summary>The text of a field for a message, in quotes and not too long.</summary>
    public static string Show(ReadOnlySpan<byte> field)
    {
        string text = Encoding.UTF8.GetString(field[..Math.Min(field.Length, 60)]);
        return field.Length > 60 ? $"'{text}...'" : $"'{text}'";
    }

    /// <summary>Some names for a message, in quotes.</summary>
    public static string List(IReadOnlyCollection<string> names, int most = 30) =>
        string.Join(", ", names.Take(most).Select(name => $"'{name}'")) + (names.Count > most ? $" and {names.Count - most} more" : "");
}
