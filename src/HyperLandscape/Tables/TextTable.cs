using System.Globalization;
using System.Text;

namespace HyperLandscape.Tables;

/// <summary>Rows of text as an aligned table (first column left, others right, long headers on several lines) or as CSV.</summary>
internal sealed class TextTable(params IReadOnlyList<string> headers)
{
    private const int HeaderWidth = 14;

    private readonly List<string[]> rows = [];

    public void Add(params IReadOnlyList<string> row) => rows.Add([.. row]);

    /// <summary>A number for reading: about five significant digits, counts in full, "-" where undefined.</summary>
    public static string Number(double value)
    {
        if (double.IsNaN(value))
            return "-";
        double size = Math.Abs(value);
        string format = value == Math.Round(value) && size < 1e15 ? "N0" : size switch { >= 1000 => "N1", >= 10 => "F2", >= 1e-3 => "F4", _ => "G4" };
        return (value + 0.0).ToString(format, CultureInfo.InvariantCulture); // -0 is 0
    }

    /// <summary>A number for machines: shortest form that reads back exactly, "NaN" where undefined.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A share for reading, in percent, "-" where undefined.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.00;-0.00;0.00} %");

    public override string ToString()
    {
        string[][] wrapped = [.. headers.Select((header, column) => column == 0 ? [header] : Wrap(header))];
        int[] widths = [.. wrapped.Select((lines, column) => Math.Max(lines.Max(line => line.Length), rows.Count == 0 ? 0 : rows.Max(row => row[column].Length)))];
        var text = new StringBuilder();
        int height = wrapped.Max(lines => lines.Length);
        for (int line = 0; line < height; line++)
            AppendLine(text, widths, [.. wrapped.Select(lines => line - (height - lines.Length) is >= 0 and var own ? lines[own] : "")]);
        foreach (string[] row in rows)
            AppendLine(text, widths, row);
        return text.ToString();
    }

    public void WriteCsv(TextWriter writer)
    {
        writer.Write(string.Join(',', headers.Select(Quote)));
        writer.Write('\n');
        foreach (string[] row in rows)
        {
            writer.Write(string.Join(',', row.Select(Quote)));
            writer.Write('\n');
        }
    }

    private static void AppendLine(StringBuilder text, int[] widths, string[] cells)
    {
        var line = new StringBuilder(cells[0].PadRight(widths[0]));
        for (int column = 1; column < cells.Length; column++)
            line.Append("  ").Append(cells[column].PadLeft(widths[column]));
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    /// <summary>Breaks a header at spaces into lines of about the width of a number.</summary>
    private static string[] Wrap(string header)
    {
        var lines = new List<string>();
        foreach (string word in header.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= HeaderWidth)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return [.. lines];
    }

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
