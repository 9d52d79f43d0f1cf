using System.Text;
using HyperLandscape.Tables;

namespace HyperLandscape.Tests.Tables;

/// <summary>What looks at many bytes at once, against a look at one after the other: fields of every length up to 256, at every place of a window.</summary>
public sealed class TableKernelTests
{
    private const string File = "the table";

    private static readonly string[] Plain = ["", "x", "é", "a b", "\t", "0.125", "\r."];

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

    /// <summary>Several rows at once are those of one after the other, with their lines, whatever breaks the series.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Rows_kept_at_once_are_those_that_are_read(string lineEnd)
    {
        for (int length = 0; length <= 256; length++)
        {
            var random = new Random(length);
            int width = 1 + random.Next(12);
            string[] rows = [.. Enumerable.Range(0, 1 + random.Next(40)).Select(_ => string.Join(',', Enumerable.Range(0, width).Select(field => field == 1 ? new string('w', length) : Plain[random.Next(Plain.Length)])))];
            string halves = string.Join(lineEnd, rows[^1].Split(',').Chunk((width + 1) / 2).Select(half => string.Join(',', half)));
            foreach (string odd in new[] { rows[^1], halves, "", "a", rows[^1] + ",", "\"a,b\"", "a\rb,c", "\r" })
            {
                string[] all = [.. rows];
                all[random.Next(all.Length)] = odd;
                string text = string.Join(lineEnd, all) + (random.Next(2) == 0 ? lineEnd : "");
                Assert.Equal(OneByOne(text), Several(text, width, 1 + random.Next(9)));
            }
        }
    }

    /// <summary>That rows are taken at once is what the test above rests on.</summary>
    [Fact]
    public void Rows_without_quotes_are_kept_at_once()
    {
        RowScanner rows = Scanner("a,b\nc,d\ne,f");
        Assert.Equal(0, rows.KeepPlain(3, 2));
        Assert.Equal(0, rows.KeepPlain(1, 2));
        Assert.Equal(1, rows.KeepPlain(2, 1));
        Assert.Equal(1, rows.KeepPlain(2, 2)); // the last one has no line feed
        Assert.Equal(0, rows.KeepPlain(2, 2));
        Assert.True(rows.Read());
        Assert.Equal("e", Encoding.UTF8.GetString(rows.Field(0)));
        Assert.Equal(0, Scanner("a,b\nc,\"d\"\n").KeepPlain(2, 2));
    }

    /// <summary>Against a dictionary: 0 to 256 words and some more, of 0 to 12 bytes, zeros among them, in texts with others.</summary>
    [Fact]
    public void Spellings_of_a_column_are_found_up_to_the_first_that_is_not_there()
    {
        for (int count = 0; count <= 260; count++)
        {
            var random = new Random(count);
            string[] words = [.. Enumerable.Range(0, count).Select(i => Word(random, i)).Distinct()];
            var table = new SpellingTable();
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (string word in words)
                numbers.Add(word, table.Add(Encoding.Latin1.GetBytes(word)));
            string[] column = [.. Enumerable.Range(0, 300).Select(_ => words.Length == 0 || random.Next(200) == 0 ? "+" : words[random.Next(words.Length)])];
            int width = 1 + random.Next(3);
            (byte[] text, FieldRange[] fields) = Texts([.. column.SelectMany(word => Enumerable.Repeat(word, width))]);
            for (int first = 0; first < column.Length; first++)
            {
                var codes = new byte[column.Length - first];
                int found = table.FindAll(text, fields.AsSpan(first * width), width, codes);
                Assert.True(found == codes.Length || !numbers.TryGetValue(column[first + found], out int number) || number > 255);
                for (int i = 0; i < found; i++)
                    Assert.Equal(numbers[column[first + i]], codes[i]);
                first += found;
            }
        }
    }

    private static string Word(Random random, int number) => random.Next(3) switch
    {
        0 => $"{number}",
        1 => new string('\0', random.Next(9)) + (char)('0' + random.Next(10)),
        _ => new string('0', random.Next(12)) + new string('\0', random.Next(3)),
    };

    private static (byte[] Text, FieldRange[] Fields) Texts(string[] words)
    {
        var fields = new FieldRange[words.Length];
        int at = 0;
        for (int i = 0; i < words.Length; i++)
        {
            fields[i] = new FieldRange(at, at + words[i].Length);
            at += words[i].Length;
        }

        return ([.. words.SelectMany(Encoding.Latin1.GetBytes), .. Enumerable.Repeat((byte)'7', TextBlock.Slack)], fields);
    }

    private static List<string> OneByOne(string text)
    {
        RowScanner rows = Scanner(text);
        var all = new List<string>();
        while (rows.Read())
            all.Add($"{rows.Line}: {string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(field => Encoding.UTF8.GetString(rows.Field(field))))}");
        return all;
    }

    private static List<string> Several(string text, int width, int most)
    {
        RowScanner rows = Scanner(text);
        var all = new List<string>();
        while (true)
        {
            rows.Forget();
            int count = rows.KeepPlain(width, most);
            int fields = width;
            if (count == 0)
            {
                if (!rows.Read())
                    return all;
                (count, fields) = (1, rows.FieldCount);
                rows.Keep();
            }

            for (int row = 0; row < count; row++)
                all.Add($"{rows.Line - count + 1 + row}: {string.Join('|', rows.Kept.Slice(row * fields, fields).ToArray().Select(field => Encoding.UTF8.GetString(field.Of(rows.Text))))}");
        }
    }

    private static string Write(string field, string separator, Random random) =>
        random.Next(4) == 0 || field.AsSpan().IndexOfAny($"\"\r\n{separator}") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static List<string[]> Scanned(string text, char separator)
    {
        RowScanner scanner = Scanner(text, separator);
        var rows = new List<string[]>();
        while (scanner.Read())
            rows.Add([.. Enumerable.Range(0, scanner.FieldCount).Select(field => Encoding.UTF8.GetString(scanner.Field(field)))]);
        return rows;
    }

    private static RowScanner Scanner(string text, char separator = ',')
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] padded = [.. bytes, .. Enumerable.Repeat((byte)separator, TextBlock.Slack)]; // what lies behind the end must not count
        return new RowScanner(new TextBlock(0, padded, 0, bytes.Length, 1, 0, false), File, (byte)separator);
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
