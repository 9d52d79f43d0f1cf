using System.Text;

namespace HyperLandscape.Tests.Tables;

public sealed class CsvSyntaxTests
{
    private const string Plain = "x,kind,f\n1,sgd,0.5\n2,sgd,0.25\n1,adam,1\n2,adam,2\n";

    [Theory]
    [InlineData("x,kind,f\r\n1,sgd,0.5\r\n2,sgd,0.25\r\n1,adam,1\r\n2,adam,2\r\n")]
    [InlineData("x,kind,f\n1,sgd,0.5\n2,sgd,0.25\r\n1,adam,1\n2,adam,2")]
    [InlineData("x,kind,f\n1,sgd,0.5\n2,sgd,0.25\n1,adam,1\n2,adam,2\n\n\r\n\n")]
    [InlineData("\uFEFFx,kind,f\n1,sgd,0.5\n2,sgd,0.25\n1,adam,1\n2,adam,2\n")]
    [InlineData("x;kind;f\n1;sgd;0.5\n2;sgd;0.25\n1;adam;1\n2;adam;2\n")]
    [InlineData("x\tkind\tf\n1\tsgd\t0.5\n2\tsgd\t0.25\n1\tadam\t1\n2\tadam\t2\n")]
    [InlineData("\"x\",\"kind\",\"f\"\n\"1\",\"sgd\",\"0.5\"\r\n2,\"sgd\",0.25\n1.0,adam,1\n2e0,adam, 2.00\n")]
    public void Forms_of_the_same_table_are_read_alike(string text) => Same(Csv.Read(Plain), Csv.Read(text));

    [Fact]
    public void Quoted_fields_hold_separators_quotes_and_line_breaks()
    {
        var landscape = Csv.Read("x,\"a, \"\"b\"\"\",f\n1,\"p,q\",1\n2,\"p,q\",2\n1,\"say \"\"no\"\"\",3\n2,\"say \"\"no\"\"\",4\n1,\"two\r\nlines\",5\n2,\"two\r\nlines\",6\n");
        Assert.Equal("a, \"b\"", landscape.Space.Hyperparameters[1].Name);
        Assert.Equal(["p,q", "say \"no\"", "two\r\nlines"], landscape.Space.Hyperparameters[1].Labels.ToArray());
        Assert.Equal([1, 3, 5, 2, 4, 6], landscape.Fitness.ToArray());
    }

    [Fact]
    public void Line_breaks_inside_quotes_count_as_lines()
    {
        string message = Csv.Refusal<InvalidDataException>("x,k,f\n1,\"a\nb\",1\n2,\"a\nb\",oops\n");
        Assert.StartsWith("the stream, line 4, column 'f': The fitness 'oops' is not a number", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_separator_can_be_told()
    {
        Same(Csv.Read(Plain), Csv.Read(Plain.Replace(',', '|'), new CsvOptions { Separator = '|' }));
        Assert.Throws<ArgumentException>(() => new CsvOptions { Separator = '"' });
        Assert.Throws<ArgumentException>(() => new CsvOptions { Separator = '·' });
    }

    [Theory]
    [InlineData("x,f\n1,2\"3\n", "line 2, column 2: A quote stands inside a field that does not start with one")]
    [InlineData("x,f\n1,2\n\"1,2\n3,4\n", "line 3, column 1: The quote that opens here is never closed")]
    [InlineData("x,f\n\"1\" ,2\n", "line 2, column 1: After the closing quote comes ' ' instead of ','")]
    [InlineData("x,y,f\n1,2,3\n1,4\n", "line 3, column 'f': The row has 2 fields but the header names 3 columns, so this one and what follows is missing")]
    [InlineData("x,f\n1,2\n1,2,7\n", "line 3, column 3: The row has 3 fields but the header names only 2 columns, so '7' is in none")]
    [InlineData("x,f\n1,2\n\n2,3\n", "line 3: The line is empty although line 4 is not")]
    [InlineData("\nx,f\n1,2\n", "line 1: The line is empty although line 2 is not")]
    [InlineData("x,x,f\n1,2,3\n", "line 1, column 2: The column is named 'x' like column 1; rename one")]
    [InlineData(",x,f\n1,2,3\n", "line 1, column 1: The column has no name")]
    [InlineData("x,f\n", "the stream: The file has a header but no rows")]
    [InlineData("", "the stream: The file is empty; its first line must name the columns")]
    [InlineData("\n\n", "the stream: The file is empty")]
    public void Broken_tables_are_refused_with_the_place(string text, string expected) =>
        Assert.Contains(expected, Csv.Refusal<InvalidDataException>(text), StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_not_UTF_8_is_refused()
    {
        byte[] latin = Encoding.Latin1.GetBytes("x,f\nné,1\n");
        Assert.Contains("line 2, column 'x': ", Assert.Throws<InvalidDataException>(() => Landscape.ReadCsv(new MemoryStream(latin), "f")).Message, StringComparison.Ordinal);
        byte[] wide = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain)];
        Assert.Contains("UTF-16", Assert.Throws<InvalidDataException>(() => Landscape.ReadCsv(new MemoryStream(wide), "f")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_is_recognized_by_its_magic_bytes_and_may_have_several_members()
    {
        Same(Csv.Read(Plain), Landscape.ReadCsv(new MemoryStream(Csv.Gzip(Plain)), "f"));
        byte[] members = [.. Csv.Gzip(Plain[..20]), .. Csv.Gzip(Plain[20..])];
        Same(Csv.Read(Plain), Landscape.ReadCsv(new MemoryStream(members), "f"));
    }

    [Fact]
    public void Compressed_data_cut_off_anywhere_is_refused()
    {
        byte[] whole = Csv.Gzip(Plain);
        for (int length = 2; length < whole.Length; length++)
        {
            string message = Assert.Throws<InvalidDataException>(() => Landscape.ReadCsv(new MemoryStream(whole[..length]), "f")).Message;
            Assert.Contains("The compressed data is damaged or was cut off", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_across_blocks_are_whole()
    {
        var text = new StringBuilder("x,name,f\n");
        for (int i = 0; i < 60_000; i++)
            text.Append(i % 300).Append(",\"part, ").Append(i / 300).Append("\",").Append(i).Append('\n');
        var landscape = Csv.Read(text.ToString());
        Assert.Equal(60_000, landscape.Count);
        Assert.Equal(59_999, landscape.Fitness.ToArray().Max());
        Assert.Equal(200, landscape.Space.Hyperparameters[1].LevelCount);
    }

    [Fact]
    public void A_stream_that_gives_single_bytes_and_cannot_seek_is_read() =>
        Same(Csv.Read(Plain), Landscape.ReadCsv(new Trickle(Encoding.UTF8.GetBytes(Plain)), "f"));

    [Fact]
    public void Progress_is_the_share_of_the_bytes_and_reading_can_be_canceled()
    {
        var shares = new List<double>();
        string text = "x,f\n" + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"{i},{i}\n"));
        Landscape.ReadCsv(Csv.Stream(text), "f", progress: new Recorder(shares));
        Assert.Equal(shares.Order(), shares);
        Assert.True(shares.Count > 3);
        Assert.Equal(1, shares[^1]);
        Assert.Throws<OperationCanceledException>(() => Landscape.ReadCsv(Csv.Stream(text), "f", parallel: new ParallelOptions { CancellationToken = new CancellationToken(canceled: true) }));
    }

    private static void Same(Landscape expected, Landscape actual)
    {
        Assert.Equal(expected.Space, actual.Space);
        Assert.Equal(expected.Fitness.ToArray(), actual.Fitness.ToArray());
    }

    private sealed class Recorder(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
