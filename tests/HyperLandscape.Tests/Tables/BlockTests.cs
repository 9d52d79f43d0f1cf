using System.Text;

namespace HyperLandscape.Tests.Tables;

/// <summary>Tables of many blocks are read by several threads as by one: the same landscape, or the same first error.</summary>
public sealed class BlockTests
{
    private const int Side = 400;
    private static readonly string[] Lines = ["x,name,f", .. Enumerable.Range(0, Side * Side).Select(i => $"{i % Side},\"part, {i / Side}\",{i / 7.0:R}")];

    public static TheoryData<int, string, string> Errors => new()
    {
        { 120_000, "3,\"part, 1\",oops", "line 120001, column 'f': The fitness 'oops' is not a number" },
        { 120_000, "3,\"part, 1\"", "line 120001, column 'f': The row has 2 fields" },
        { 120_000, "3,\"part, 1\",2,3", "line 120001, column 4: The row has 4 fields" },
        { 120_000, "", "line 120001: The line is empty although line 120002 is not" },
        { 120_000, "3,part\" 1,2", "line 120001, column 2: A quote stands inside a field" },
        { 120_000, "3,\"part\" 1,2", "line 120001, column 2: After the closing quote comes ' '" },
        { 160_000, "3,\"part, 1,2", "line 160001, column 2: The quote that opens here is never closed" },
    };

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    [InlineData("\r\n", false)]
    public void A_table_of_many_blocks_is_read_alike_on_any_number_of_threads(string lineEnd, bool isQuoted)
    {
        string[] lines = [.. Lines];
        new Random(1).Shuffle(lines.AsSpan(1));
        string text = string.Join(lineEnd, lines);
        if (!isQuoted)
            text = text.Replace("\"part, ", "part; ", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        foreach (int threads in new[] { 1, 2, 8 })
        {
            foreach (byte[] bytes in new[] { Encoding.UTF8.GetBytes(text), Csv.Gzip(text) })
            {
                Landscape landscape = Read(bytes, threads);
                Assert.Equal(Side * Side, landscape.Count);
                for (int vertex = 0; vertex < landscape.Count; vertex++)
                {
                    int row = (int)landscape[vertex]["x"] + (Side * int.Parse(landscape[vertex].Label("name")["part, ".Length..], null));
                    Assert.Equal(row / 7.0, landscape.Fitness[vertex]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void The_first_error_counts_on_any_number_of_threads(int line, string text, string expected)
    {
        string[] lines = [.. Lines];
        lines[line] = text;
        if (line < lines.Length - 1)
            lines[^1] = "1,2,later"; // an error of a later block
        foreach (int threads in new[] { 1, 2, 8 })
            Assert.StartsWith($"the stream, {expected}", Refusal(string.Join('\n', lines), threads), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_counted_through_blocks_with_line_breaks_in_quotes()
    {
        string[] lines = [.. Lines];
        lines[10] = "9,\"a\nb\nc\",1";
        lines[140_000] = lines[139_999];
        Assert.Contains("line 140002 and line 140003", Refusal(string.Join('\n', lines) + "\n", 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_lines_may_fill_blocks_behind_the_last_row_but_not_between_rows()
    {
        string[] lines = [.. Lines[..2], .. Enumerable.Repeat("", 3_000_000)];
        Assert.Equal(1, Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), 2).Count);
        Assert.Contains("line 3: The line is empty although line 3000003 is not", Refusal(string.Join('\n', [.. lines, Lines[2]]), 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_longer_than_a_block_is_read_and_one_of_more_than_64_MB_is_refused()
    {
        string label = new('k', 1_000_000);
        Assert.Equal(label, Csv.Read($"x,f\n{label},1\nb,2\n").Space.Hyperparameters[0].Labels[1]);
        var endless = new byte[70_000_000];
        endless.AsSpan().Fill((byte)'\n');
        "x,f\n1,2\n\""u8.CopyTo(endless);
        string message = Assert.Throws<InvalidDataException>(() => Read(endless, 1)).Message;
        Assert.Equal("the stream, line 3, column 1: The row goes on for more than 64 MB; a quote is probably never closed.", message);
    }

    [Fact]
    public void A_stream_that_breaks_is_reported_unless_an_error_comes_before()
    {
        byte[] good = Encoding.UTF8.GetBytes(string.Join('\n', Lines));
        Assert.Throws<IOException>(() => Landscape.ReadCsv(new Breaking(good), "f"));
        byte[] bad = Encoding.UTF8.GetBytes(string.Join('\n', [.. Lines[..9], "1,2,oops", .. Lines[10..]]));
        Assert.Contains("'oops'", Assert.Throws<InvalidDataException>(() => Landscape.ReadCsv(new Breaking(bad), "f")).Message, StringComparison.Ordinal);
    }

    private static Landscape Read(byte[] bytes, int threads) =>
        Landscape.ReadCsv(new MemoryStream(bytes), "f", parallel: new ParallelOptions { MaxDegreeOfParallelism = threads });

    private static string Refusal(string text, int threads) => Assert.Throws<InvalidDataException>(() => Read(Encoding.UTF8.GetBytes(text), threads)).Message;

    /// <summary>Gives its bytes, then fails.</summary>
    private sealed class Breaking(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and var count ? count : throw new IOException("The disk is gone.");
    }
}
