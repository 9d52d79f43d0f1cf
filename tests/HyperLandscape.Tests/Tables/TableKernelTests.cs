using System.Text;
using HyperLandscape.Tables;

namespace HyperLandscape.Tests.Tables;

/// <summary>What looks at many bytes at once, against a look at one after the other: fields of every length up to 256, at every place of a window.</summary>
public sealed class TableKernelTests
{
    private const string File = "the table";

    private static readonly string[] Parts = ["", "x", "é", "say \"no\"", "a,b", "two\nlines", "\r\n", "\"", "0.125"];

    [Theory]
    [InlineData(",", "\n")]
    [InlineData(";", "\r\n")]
    public void Fields_of_every_length_are_those_of_a_look_at_every_character(string separator, string lineEnd)
    {
        for (int length = 0; length <= 256; length++)
        {
            var random = new Random(length);
            string[][] rows = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 1 + random.Next(20)).Select(field => field == 1 ? new string('w', length) : Parts[random.Next(Parts.Length)]).ToArray())];
            string text = string.Join(lineEnd, rows.Select(row => string.Join(separator, row.Select(field => Write(field, separator, random))))) + (length % 2 == 0 ? lineEnd : "");
            Assert.Equal(Characters(text, separator[0]), Scanned(text, separator[0]));
        }
    }

    /// <summary>Words of every length that differ in one byte only, wherever that is.</summary>
    [Fact]
    public void Spellings_of_every_length_are_told_apart()
    {
        for (int length = 0; length <= 256; length++)
        {
            var table = new SpellingTable();
            byte[] word = [.. Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26)))];
            Assert.Equal(-1, table.Find(word));
            Assert.Equal(0, table.Add(word));
            for (int i = 0; i < length; i++)
            {
                byte[] other = [.. word];
                other[i] = (byte)'#';
                Assert.Equal(-1, table.Find(other));
                Assert.Equal(i + 1, table.Add(other));
            }

            Assert.Equal(0, table.Find(word));
            Assert.Equal(-1, table.Find([.. word, (byte)'#']));
            for (int i = 0; i < length; i++)
            {
                byte[] other = [.. word];
                other[i] = (byte)'#';
                Assert.Equal(i + 1, table.Find(other));
                Assert.Equal(other, table[i + 1].ToArray());
            }
        }
    }

    private static string Write(string field, string separator, Random random) =>
        random.Next(4) == 0 || field.AsSpan().IndexOfAny($"\"\r\n{separator}") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static List<string[]> Scanned(string text, char separator)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] padded = [.. bytes, .. Enumerable.Repeat((byte)separator, TextBlock.Slack)]; // what lies behind the end must not count
        var scanner = new RowScanner(new TextBlock(0, padded, 0, bytes.Length, 1, 0, false), File, (byte)separator);
        var rows = new List<string[]>();
        while (scanner.Read())
            rows.Add([.. Enumerable.Range(0, scanner.FieldCount).Select(field => Encoding.UTF8.GetString(scanner.Field(field)))]);
        return rows;
    }

    /// <summary>RFC 4180, character by character.</summary>
    private static List<string[]> Characters(string text, char separator)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new StringBuilder();
        bool inside = false;
        text = text.EndsWith('\n') ? text : text + '\n';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (inside && c == '"' && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (c == '"')
                inside = !inside;
            else if (inside || (c != separator && c != '\n' && !(c == '\r' && text[i + 1] == '\n')))
                field.Append(c);
            else if (c != '\r')
                EndField(c == '\n');
        }

        return rows;

        void EndField(bool endsRow)
        {
            row.Add(field.ToString());
            field.Clear();
            if (!endsRow)
                return;
            rows.Add([.. row]);
            row.Clear();
        }
    }
}
