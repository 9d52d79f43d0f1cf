using System.Buffers;
using System.Text;

namespace HyperLandscape.Tables;

/// <summary>
/// Cuts the bytes of a table into blocks of whole rows, which can then be parsed each on its own. A row ends at a line
/// feed outside quotes: one with an even number of quotes before it. Where quotes are misplaced that is not so, but then
/// everything up to the misplaced quote is cut rightly, and parsing ends there.
/// </summary>
internal sealed class BlockReader : IDisposable
{
    private const int UsualLength = (1 << 20) - TextBlock.Slack;
    private const int LongestRow = 64_000_000;
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';

    private static readonly SearchValues<byte> EmptyLines = SearchValues.Create([.. Encoding.UTF8.Preamble, .. "\r\n"u8]);

    private readonly ByteSource source;
    private readonly string file;
    private readonly Action<double> onBlock;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(UsualLength + TextBlock.Slack);
    private int length; // of the text in the buffer
    private bool ended;
    private int blocks;
    private int nextLine = 1;

    /// <param name="source">The bytes.</param>
    /// <param name="file">What to call the file in a message.</param>
    /// <param name="onBlock">Called for every block read, with the share of the bytes read so far.</param>
    public BlockReader(ByteSource source, string file, Action<double> onBlock)
    {
        this.source = source;
        this.file = file;
        this.onBlock = onBlock;
    }

    /// <summary>The next block; null at the end, but an empty one for an empty file.</summary>
    /// <exception cref="InvalidDataException">The compressed data is damaged, or the file is UTF-16 text or a zip archive.</exception>
    public TextBlock? Read()
    {
        if (ended && length == 0 && blocks > 0)
            return null;
        int end = FindEnd();
        bool isCut = end == 0 && length > 0;
        end = isCut ? length : end;
        ReadOnlySpan<byte> text = buffer.AsSpan(0, end);
        if (blocks == 0 && text is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
            throw new InvalidDataException($"{file}: The file is UTF-16 text; save it as UTF-8.");
        if (blocks == 0 && text is [(byte)'P', (byte)'K', 3, 4, ..])
            throw new InvalidDataException($"{file}: The file is an Excel workbook or another zip archive; save the table as CSV in UTF-8.");
        int start = blocks == 0 && text.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var block = new TextBlock(blocks++, buffer, start, end, nextLine, text.Count(LineFeed), isCut);
        nextLine += block.LineFeeds;

        byte[] next = ArrayPool<byte>.Shared.Rent(Math.Max(UsualLength, 2 * (length - end)) + TextBlock.Slack);
        buffer.AsSpan(end..length).CopyTo(next);
        (buffer, length) = (next, length - end);
        return block;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    /// <summary>
    /// Reads on until a row ends in the buffer, at the start of the file one that is not empty, or the file ends; returns
    /// where, or 0 if a row is too long.
    /// </summary>
    private int FindEnd()
    {
        while (true)
        {
            Fill();
            int end = ended ? length : EndOfRows(buffer.AsSpan(0, length));
            if ((end > 0 && (blocks > 0 || buffer.AsSpan(0, end).ContainsAnyExcept(EmptyLines))) || ended || length > LongestRow)
                return end;
            byte[] larger = ArrayPool<byte>.Shared.Rent((2 * length) + TextBlock.Slack);
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
    }

    private void Fill()
    {
        int capacity = buffer.Length - TextBlock.Slack;
        try
        {
            while (capacity - length >= ByteSource.LeastRoom && !ended)
            {
                int count = source.Read(buffer.AsSpan(length..capacity));
                ended = count == 0;
                length += count;
            }
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{file}, in or after line {nextLine}: The compressed data is damaged or was cut off; get or make the file again. {damage.Message}", damage);
        }

        onBlock(source.Share);
    }

    /// <summary>Behind the last line feed outside quotes, or 0; the stretches between quotes are outside and inside in turn.</summary>
    private static int EndOfRows(ReadOnlySpan<byte> text)
    {
        bool inside = text.Count(Quote) % 2 != 0;
        while (true)
        {
            int quote = text.LastIndexOf(Quote);
            int lineFeed = inside ? -1 : text[(quote + 1)..].LastIndexOf(LineFeed);
            if (lineFeed >= 0)
                return quote + 1 + lineFeed + 1;
            if (quote < 0)
                return 0;
            text = text[..quote];
            inside = !inside;
        }
    }
}
