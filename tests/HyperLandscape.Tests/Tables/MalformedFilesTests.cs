using System.IO.Compression;
using System.Text;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Tables;

/// <summary>
/// Files as they come: what each gets, to the letter. An outcome that begins with "the stream" is the message of the
/// error; any other is what the landscape says of itself. Syntax, levels and fitness have tests of their own; these are
/// whole files that are wrong, odd or hostile.
/// </summary>
public sealed class MalformedFilesTests
{
    private const string Good = "x,k,f\n1,a,1\n1,b,2\n2,a,3\n2,b,4\n";
    private const string Read = "4 configurations of 2 hyperparameters, minimized, complete grid";
    private const string NotText = " is not UTF-8 text; save the file as UTF-8.";
    private const string NotNumber = " is not a number; write numbers with a decimal point, such as 0.25 or 1e-3, and leave the field of a failed run empty.";
    private const string CutOff = ": The compressed data is damaged or was cut off; get or make the file again. ";

    private static readonly Dictionary<string, (Func<byte[]> Bytes, string Outcome)> Files = new()
    {
        // Encodings
        ["UTF-8"] = (() => Utf8(Good), Read),
        ["UTF-8 with a byte order mark"] = (() => [.. Encoding.UTF8.Preamble, .. Utf8(Good)], Read),
        ["two byte order marks"] = (() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. Utf8(Good)], Read),
        ["only a byte order mark"] = (() => [.. Encoding.UTF8.Preamble], "the stream: The file is empty; its first line must name the columns."),
        ["half a byte order mark"] = (() => [0xEF, 0xBB], "the stream, line 1, column 1: '\uFFFD'" + NotText),
        ["UTF-16, little end first"] = (() => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good)], "the stream: The file is UTF-16 text; save it as UTF-8."),
        ["UTF-16, big end first"] = (() => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Good)], "the stream: The file is UTF-16 text; save it as UTF-8."),
        ["UTF-16 without a byte order mark"] = (() => Encoding.Unicode.GetBytes(Good), "the stream has no column 'f' as the fitness; its columns are 'x\0', '\0k\0', '\0f\0'."),
        ["UTF-32"] = (() => [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Good)], "the stream: The file is UTF-16 text; save it as UTF-8."),
        ["Latin-1 in a value"] = (() => Encoding.Latin1.GetBytes("k,f\né,1\n"), "the stream, line 2, column 'k': '\uFFFD'" + NotText),
        ["Latin-1 in the header"] = (() => Encoding.Latin1.GetBytes("é,f\n1,1\n"), "the stream, line 1, column 1: '\uFFFD'" + NotText),
        ["Latin-1 in a fitness"] = (() => Encoding.Latin1.GetBytes("x,f\n1,1é\n"), "the stream, line 2, column 'f': The fitness '1\uFFFD'" + NotNumber),
        ["an overlong form of UTF-8"] = (() => [.. Utf8("k,f\n"), 0xC0, 0xAF, .. Utf8(",1\n")], "the stream, line 2, column 'k': '\uFFFD\uFFFD'" + NotText),
        ["half a surrogate in UTF-8"] = (() => [.. Utf8("k,f\n"), 0xED, 0xA0, 0x80, .. Utf8(",1\n")], "the stream, line 2, column 'k': '\uFFFD\uFFFD\uFFFD'" + NotText),
        ["text of all the world"] = (() => Utf8("größe,оптимизатор,f\n1,адам,1\n2,адам,2\n1,優\U0001F600,3\n2,優\U0001F600,4\n"), Read),
        ["a null byte in a value"] = (() => Utf8("k,f\na\0b,1\nab,2\n"), "2 configurations of 1 hyperparameter, minimized, complete grid"),
        ["nothing but null bytes"] = (() => new byte[4096], "the stream has no column 'f' as the fitness; its columns are '" + new string('\0', 4096) + "'."),

        // Separators, quotes and line ends
        ["CR LF"] = (() => Utf8(Good.Replace("\n", "\r\n", StringComparison.Ordinal)), Read),
        ["CR LF here and there"] = (() => Utf8("x,k,f\r\n1,a,1\n1,b,2\r\n2,a,3\n2,b,4"), Read),
        ["CR alone, as on old computers"] = (() => Utf8(Good.Replace('\n', '\r')), "the stream, line 1, column 8: The column is named 'a' like column 4"),
        ["two CR before each LF"] = (() => Utf8("x,f\r\r\n1,1\r\r\n"), "the stream has no column 'f' as the fitness; its columns are 'x', 'f\r'."),
        ["semicolons and decimal commas"] = (() => Utf8("x;f\n1;0,5\n2;0,25\n"), "the stream, line 2, column 'f': The fitness '0,5'" + NotNumber),
        ["vertical bars"] = (() => Utf8("x|f\n1|2\n"), "the stream has no column 'f' as the fitness; its columns are 'x|f'."),
        ["spaces"] = (() => Utf8("x f\n1 2\n"), "the stream has no column 'f' as the fitness; its columns are 'x f'."),
        ["spaces around names"] = (() => Utf8("x, f\n1, 2\n"), "the stream has no column 'f' as the fitness; its columns are 'x', ' f'."),
        ["a separator at each line's end"] = (() => Utf8("x,f,\n1,2,\n"), "the stream, line 1, column 3: The column has no name (a table written with its row numbers, perhaps); name it in the header, or write the table without it."),
        ["a separator at the rows' end"] = (() => Utf8("x,f\n1,2,\n"), "the stream, line 2, column 3: The row has 3 fields but the header names only 2 columns, so '' is in none; put a field that holds ',' in quotes."),
        ["row numbers without a name"] = (() => Utf8(",x,f\n0,1,2\n"), "the stream, line 1, column 1: The column has no name (a table written with its row numbers, perhaps); name it in the header, or write the table without it."),
        ["a line for a separator, as for Excel"] = (() => Utf8("sep=,\nx,f\n1,2\n"), "the stream, line 1, column 2: The column has no name (a table written with its row numbers, perhaps)"),
        ["a comment first"] = (() => Utf8("# made by hand\nx,f\n1,2\n"), "the stream has no column 'f' as the fitness; its columns are '# made by hand'."),
        ["a last row cut off"] = (() => Utf8("x,k,f\n1,a,1\n1,b"), "the stream, line 3, column 'f': The row has 2 fields but the header names 3 columns, so this one and what follows is missing; complete or delete the row."),
        ["a last number cut off"] = (() => Utf8("x,f\n1,0.5\n2,1e-"), "the stream, line 3, column 'f': The fitness '1e-'" + NotNumber),
        ["a header twice, as of files put together"] = (() => Utf8("x,f\n1,2\nx,f\n2,3\n"), "the stream, line 3, column 'f': The fitness 'f'" + NotNumber),
        ["a quote never closed"] = (() => Utf8("x,f\n\"1,2\n3,4\n"), "the stream, line 2, column 1: The quote that opens here is never closed; close it, or double a quote that is meant as text."),
        ["a quote never closed in the header"] = (() => Utf8("x,\"f\n1,2\n"), "the stream, line 1, column 2: The quote that opens here is never closed; close it, or double a quote that is meant as text."),
        ["a quote in the middle"] = (() => Utf8("k,f\na\"b,2\n"), "the stream, line 2, column 1: A quote stands inside a field that does not start with one; put the whole field in quotes and double those inside it."),
        ["text behind a quote"] = (() => Utf8("k,f\n\"a\"b,2\n"), "the stream, line 2, column 1: After the closing quote comes 'b' instead of ',' or the end of the line; double the quotes that are meant as text."),
        ["only a quote"] = (() => Utf8("\""), "the stream, line 1, column 1: The quote that opens here is never closed; close it, or double a quote that is meant as text."),
        ["single quotes"] = (() => Utf8("x,f\n1,'2'\n"), "the stream, line 2, column 'f': The fitness ''2''" + NotNumber),
        ["an empty line in the middle"] = (() => Utf8("x,f\n1,2\n\n2,3\n"), "the stream, line 3: The line is empty although line 4 is not; delete it."),
        ["a megabyte of empty lines first"] = (() => [.. Encoding.UTF8.Preamble, .. Utf8(new string('\n', 1_000_000) + Good)], "the stream, line 1: The line is empty although line 1000001 is not; delete it."),
        ["a megabyte of empty lines at the end"] = (() => Utf8(Good + new string('\n', 1_000_000)), Read),
        ["nothing but a megabyte of empty lines"] = (() => Utf8(new string('\n', 1_000_000)), "the stream: The file is empty; its first line must name the columns."),
        ["lines of separators at the end, as of a sheet"] = (() => Utf8("x,k,f\n1,a,1\n,,\n,,\n"), "the stream, line 3, column 'x': The value of the hyperparameter is missing; complete or delete the row, or give the missing value a name such as 'none'. Name the column in CsvOptions.Conditional if it is active in some rows only, or ignore it if it is no hyperparameter."),

        // Headers and columns
        ["nothing"] = (() => [], "the stream: The file is empty; its first line must name the columns."),
        ["only a header"] = (() => Utf8("x,f\n"), "the stream: The file has a header but no rows; there is no landscape to read."),
        ["no header"] = (() => Utf8("1,2\n3,4\n"), "the stream has no column 'f' as the fitness; its columns are '1', '2'."),
        ["a name twice"] = (() => Utf8("x,x,f\n1,2,3\n"), "the stream, line 1, column 2: The column is named 'x' like column 1; rename one of them."),
        ["the fitness twice"] = (() => Utf8("x,f,f\n1,2,3\n"), "the stream, line 1, column 3: The column is named 'f' like column 2; rename one of them."),
        ["a blank name"] = (() => Utf8("x,  ,f\n1,2,3\n"), "the stream, line 1, column 2: The column has no name (a table written with its row numbers, perhaps); name it in the header, or write the table without it."),
        ["the fitness in capitals"] = (() => Utf8("x,F\n1,2\n"), "the stream has no column 'f' as the fitness; its columns are 'x', 'F'."),
        ["only the fitness"] = (() => Utf8("f\n1\n"), "the stream has no hyperparameters: every column is the fitness or ignored."),
        ["a million columns"] = (() => Utf8(string.Join(',', Enumerable.Range(0, 999_999)) + ",f\n"), "the stream, line 1: The header names 1,000,000 columns; at most 16,384 can be read. Split the table."),
        ["as many columns as can be"] = (() => Utf8(string.Join(',', Enumerable.Range(1, 16_383).Select(i => $"x{i}")) + ",f\n" + string.Concat(Enumerable.Repeat("7,", 16_383)) + "1\n"), "1 configuration of 16,383 hyperparameters, minimized, complete grid"),
        ["more combinations than numbers"] = (() => Utf8(string.Join(',', Enumerable.Range(1, 64).Select(i => $"x{i}")) + ",f\n" + string.Concat(Enumerable.Repeat("1,", 64)) + "1\n" + string.Concat(Enumerable.Repeat("2,", 64)) + "1\n"), "the stream: The search space has more than 2^63 - 1 cells from hyperparameter 'x2' on; leave out hyperparameters or use fewer levels."),

        // Values
        ["numbers and text"] = (() => Utf8("x,f\n1,1\nauto,2\n"), "the stream, line 3, column 'x': 'auto' is not a number, but '1' in line 2 is. If the values have no order, name the column in CsvOptions.Categorical; if they have, give it in CsvOptions.Hyperparameters, as in Hyperparameter.Ordinal(\"x\", \"1\", \"auto\")."),
        ["numbers and true"] = (() => Utf8("x,f\n2,1\ntrue,2\n"), "the stream, line 3, column 'x': 'true' is not a number, but '2' in line 2 is. If the values have no order, name the column in CsvOptions.Categorical; if they have, give it in CsvOptions.Hyperparameters, as in Hyperparameter.Ordinal(\"x\", \"2\", \"true\")."),
        ["an infinite hyperparameter"] = (() => Utf8("x,f\n1,1\ninf,2\n"), "the stream, line 3, column 'x': 'inf' is not a number, but '1' in line 2 is. If the values have no order, name the column in CsvOptions.Categorical; if they have, give it in CsvOptions.Hyperparameters, as in Hyperparameter.Ordinal(\"x\", \"1\", \"inf\")."),
        ["a hyperparameter that is NaN"] = (() => Utf8("x,f\n1,1\nNaN,2\n"), "the stream, line 3, column 'x': 'NaN' is not a number, but '1' in line 2 is. If the values have no order, name the column in CsvOptions.Categorical; if they have, give it in CsvOptions.Hyperparameters, as in Hyperparameter.Ordinal(\"x\", \"1\", \"NaN\")."),
        ["a missing hyperparameter"] = (() => Utf8("x,f\n1,1\n,2\n"), "the stream, line 3, column 'x': The value of the hyperparameter is missing; complete or delete the row, or give the missing value a name such as 'none'. Name the column in CsvOptions.Conditional if it is active in some rows only, or ignore it if it is no hyperparameter."),
        ["NaN as others write it"] = (() => Utf8("x,f\n1,nan\n2,NaN\n3,NAN\n4,-nan\n5,N/A\n6,NA\n7,None\n8,null\n9,\n10,inf\n11,1e400\n12,1\n"), "1 configuration of 1 hyperparameter, minimized, sample of 12, 11 failed runs kept apart"),
        ["NaN with a payload, as C writes it"] = (() => Utf8("x,f\n1,nan(ind)\n"), "the stream, line 2, column 'f': The fitness 'nan(ind)'" + NotNumber),
        ["an error of a spreadsheet"] = (() => Utf8("x,f\n1,#DIV/0!\n"), "the stream, line 2, column 'f': The fitness '#DIV/0!'" + NotNumber),
        ["nothing but failed runs"] = (() => Utf8("x,f\n1,\n2,nan\n"), "the stream, column 'f': None of the 2 configurations has a finite fitness; there is no landscape to analyze."),
        ["thousands with commas"] = (() => Utf8("x,f\n1,\"1,000\"\n"), "the stream, line 2, column 'f': The fitness '1,000'" + NotNumber),
        ["a number in hexadecimal"] = (() => Utf8("x,f\n1,0x1p3\n"), "the stream, line 2, column 'f': The fitness '0x1p3'" + NotNumber),
        ["digits of another script"] = (() => Utf8("x,f\n1,٣\n"), "the stream, line 2, column 'f': The fitness '٣'" + NotNumber),
        ["a list for a number"] = (() => Utf8("x,f\n1,\"[1, 2]\"\n"), "the stream, line 2, column 'f': The fitness '[1, 2]'" + NotNumber),
        ["a number of 100,000 digits"] = (() => Utf8("x,f\n1,0." + new string('3', 100_000) + "\n"), "1 configuration of 1 hyperparameter, minimized, complete grid"),
        ["a fitness of 100,000 letters"] = (() => Utf8("x,f\n1," + new string('a', 100_000) + "\n"), "the stream, line 2, column 'f': The fitness '" + new string('a', 60) + "...'" + NotNumber),
        ["a label of 5 MB"] = (() => Utf8("k,f\n" + new string('a', 5_000_000) + ",1\nb,2\n"), "2 configurations of 1 hyperparameter, minimized, complete grid"),
        ["a row of 140 MB"] = (() => [.. "k,f\n\""u8, .. new byte[140_000_000]], "the stream, line 2, column 1: The row goes on for more than 64 MB; a quote is probably never closed."),
        ["a configuration twice"] = (() => Utf8("x,f\n1,1\n1.0,2\n"), "the stream: The configuration x=1 occurs twice, in line 2 and line 3. If these are repeated runs, say how to combine them with Duplicates.Mean, Median or Best; otherwise a column is missing or ignored."),

        // Other files, and compressed ones
        ["JSON"] = (() => Utf8("{\"x\": 1, \"f\": 2}\n"), "the stream, line 1, column 1: A quote stands inside a field that does not start with one; put the whole field in quotes and double those inside it."),
        ["a zip archive"] = (() => [.. "PK\u0003\u0004"u8, .. new byte[200]], "the stream: The file is an Excel workbook or another zip archive; save the table as CSV in UTF-8."),
        ["gzip"] = (() => Csv.Gzip(Good), Read),
        ["gzip in gzip"] = (() => Gzip(Csv.Gzip(Good)), "the stream, line 1, column 1: "),
        ["gzip without an end"] = (() => Csv.Gzip(Good)[..^9], "the stream, in or after line 1" + CutOff),
        ["gzip with a wrong checksum"] = (() => Changed(Csv.Gzip(Good), ^8), "the stream, in or after line 1" + CutOff),
        ["gzip with a changed byte inside"] = (() => Changed(Csv.Gzip(Good), 12), "the stream, in or after line 1" + CutOff),
        ["gzip and then something else"] = (() => [.. Csv.Gzip(Good), .. Utf8("something else")], "the stream, in or after line 1" + CutOff),
        ["only the magic bytes of gzip"] = (() => [0x1F, 0x8B], "the stream, in or after line 1" + CutOff),
        ["gzip of nothing"] = (() => Csv.Gzip(""), "the stream: The file is empty; its first line must name the columns."),
        ["a bomb of one endless field"] = (() => Bomb("k,f\n", new string('a', 1 << 16), 1 << 10), "the stream, in or after line "),
        ["a bomb of endless rows"] = (() => Bomb("x,f\n", string.Concat(Enumerable.Repeat("1,1\n", 1 << 14)), 1 << 10), "the stream, in or after line "),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_gets_what_is_written(string name)
    {
        (Func<byte[]> bytes, string outcome) = Files[name];
        string got;
        try
        {
            got = Landscape.ReadCsv(new MemoryStream(bytes()), "f").ToString();
        }
        catch (Exception error) when (error is ArgumentException or InvalidDataException)
        {
            got = error.Message;
        }

        Assert.True(got.StartsWith(outcome, StringComparison.Ordinal), got);
        if (name.StartsWith("a bomb", StringComparison.Ordinal))
            Assert.EndsWith("It expands to more than 200 times its size, as no table does.", got, StringComparison.Ordinal);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal))
            stream.Write(bytes);
        return compressed.ToArray();
    }

    /// <summary>A small file that is a large one: a part over and over again, one byte in a thousand of it.</summary>
    private static byte[] Bomb(string first, string part, int times)
    {
        byte[] bytes = Utf8(part);
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            stream.Write(Utf8(first));
            for (int i = 0; i < times; i++)
                stream.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static byte[] Changed(byte[] bytes, Index at)
    {
        bytes[at] ^= 0xFF;
        return bytes;
    }
}
