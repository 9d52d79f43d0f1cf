using System.Globalization;
using System.Text;
using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Tables;

namespace HyperLandscape.Benchmarks.Kernels.Pairs;

/// <summary>Kernels over the bytes of a table.</summary>
internal static class TablePairs
{
    private const int Columns = 8;
    private const int Together = 128;

    /// <summary>Rows of short fields, so many in all, taken many at once, against a look at every byte.</summary>
    public static KernelPair Rows(int fields) => Rows(fields, Together);

    /// <summary>The same rows one by one, as where there are quotes.</summary>
    public static KernelPair SingleRows(int fields) => Rows(fields, 0);

    private static KernelPair Rows(int fields, int together)
    {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int field = 1; field <= fields; field++)
            text.Append(CultureInfo.InvariantCulture, $"{random.Next(1, 10_000)}").Append(field % Columns == 0 || field == fields ? '\n' : ',');
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        byte[] padded = [.. bytes, .. new byte[TextBlock.Slack]];
        var expected = new int[fields];
        var actual = new int[fields];
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual<int>("Lengths of fields", expected, actual);
        return pair;

        void Scalar()
        {
            int count = 0;
            int start = 0;
            for (int at = 0; at < bytes.Length; at++)
            {
                if (bytes[at] is not ((byte)',' or (byte)'\n'))
                    continue;
                expected[count++] = at - start;
                start = at + 1;
            }
        }

        void Library()
        {
            int count = 0;
            var rows = new RowScanner(new TextBlock(0, padded, 0, bytes.Length, 1, 0, false), "the table", (byte)',');
            while ((together > 0 && rows.KeepPlain(Columns, together) > 0) || KeepNext(rows))
            {
                foreach (FieldRange field in rows.Kept)
                    actual[count++] = field.Length;
                rows.Forget();
            }
        }

        static bool KeepNext(RowScanner rows)
        {
            if (!rows.Read())
                return false;
            rows.Keep();
            return true;
        }
    }

    /// <summary>Of 16 or 17 digits, against the base class library.</summary>
    public static KernelPair Numbers(int count)
    {
        byte[][] texts = [.. RandomValues.Of(count, 1).Select(value => Encoding.UTF8.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)))];
        var expected = new double[count];
        var actual = new double[count];
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual<double>("Numbers", expected, actual);
        return pair;

        void Scalar()
        {
            for (int i = 0; i < texts.Length; i++)
                expected[i] = double.Parse(texts[i], CultureInfo.InvariantCulture);
        }

        void Library()
        {
            for (int i = 0; i < texts.Length; i++)
                _ = Number.TryParse(texts[i], out actual[i]);
        }
    }

    /// <summary>The numbers of ten words of seven bytes, against a dictionary of strings with spans as keys.</summary>
    public static KernelPair Spellings(int count) => Spellings(count, "value ");

    /// <summary>The same of more bytes.</summary>
    public static KernelPair LongSpellings(int count) => Spellings(count, "the value ");

    private static KernelPair Spellings(int count, string start)
    {
        string[] words = [.. Enumerable.Range(0, 10).Select(i => $"{start}{i}")];
        var random = new Random(1);
        byte[][] bytes = [.. words.Select(Encoding.UTF8.GetBytes)];
        int[] chosen = [.. Enumerable.Range(0, count).Select(_ => random.Next(words.Length))];
        byte[] text = [.. bytes.SelectMany(word => word), .. new byte[TextBlock.Slack]];
        FieldRange[] fields = [.. bytes.Select((word, i) => new FieldRange(i * word.Length, (i + 1) * word.Length))];
        var table = new SpellingTable();
        var dictionary = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < words.Length; i++)
        {
            dictionary.Add(words[i], i);
            table.Add(bytes[i]);
        }

        var lookup = dictionary.GetAlternateLookup<ReadOnlySpan<char>>();
        FieldRange[] column = [.. chosen.Select(word => fields[word])];
        var expected = new byte[count];
        var actual = new byte[count];
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual<byte>("Spellings", expected, actual);
        return pair;

        void Scalar()
        {
            Span<char> characters = stackalloc char[16];
            for (int i = 0; i < chosen.Length; i++)
            {
                int length = Encoding.UTF8.GetChars(bytes[chosen[i]], characters);
                expected[i] = (byte)lookup[characters[..length]];
            }
        }

        void Library() => table.FindAll(text, column, 1, actual);
    }
}
