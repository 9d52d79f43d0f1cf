using System.Text;

namespace HyperLandscape.Tables;

/// <summary>
/// Splits bytes into rows of fields as RFC 4180 says: fields may be quoted, and then hold separators, doubled quotes
/// and line breaks; lines end with LF or CR LF. UTF-8 with or without a byte order mark. Allocates nothing per field.
/// </summary>
internal sealed class RowScanner
{
    private const int LongestRow = 1 << 26;
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly ByteSource source;
    private readonly string file;
    private readonly byte separator;
    private readonly Action<double> onBlock;
    private readonly List<int> escaped = []; // fields of the current row with doubled quotes
    private byte[] buffer = new byte[1 << 18];
    private (int Start, int End)[] fields = new (int, int)[16];
    private int start; // of the next row, in the buffer
    private int end; // of the bytes in the buffer
    private bool ended;
    private int nextLine = 1;

    /// <param name="source">The bytes.</param>
    /// <param name="file">What to call the file in a message.</param>
    /// <param name="separator">What stands between fields; found in the first line if null.</param>
    /// <param name="onBlock">Called for every block read, with the share of the bytes read so far.</param>
    public RowScanner(ByteSource source, string file, char? separator, Action<double> onBlock)
    {
        this.source = source;
        this.file = file;
        this.onBlock = onBlock;
        Fill();
        if (buffer.AsSpan(0, end) is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
            throw new InvalidDataException($"{file}: The file is UTF-16 text; save it as UTF-8.");
        start = buffer.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        byte found;
        while (!Tables.Separator.TryFind(buffer.AsSpan(start..end), ended, out found))
            Fill();
        this.separator = separator is null ? found : (byte)separator;
    }

    /// <summary>What stands between fields.</summary>
    public char Separator => (char)separator;

    /// <summary>The line on which the current row starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Number of fields in the current row, at least 1.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Whether the current row is a line without any text.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>A field of the current row, without its quotes; valid until the next row is read.</summary>
    public ReadOnlySpan<byte> Field(int index) => buffer.AsSpan(fields[index].Start..fields[index].End);

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="InvalidDataException">A quote stands where none may, or is never closed.</exception>
    public bool Read()
    {
        Line = nextLine;
        while (!TryScan())
            Fill();
        return FieldCount > 0;
    }

    /// <summary>Finds the fields of the row at start; false if its end is not in the buffer yet.</summary>
    private bool TryScan()
    {
        FieldCount = 0;
        escaped.Clear();
        if (start == end)
            return ended;
        bool quoted = false;
        int at = start;
        int stop;
        do
        {
            if (FieldCount == fields.Length)
                Array.Resize(ref fields, 2 * FieldCount);
            if (at < end && buffer[at] == Quote)
            {
                quoted = true;
                stop = EndOfQuoted(at);
            }
            else
            {
                stop = EndOfPlain(at);
            }

            if (stop < 0)
                return false;
            FieldCount++;
            at = stop + 1;
        }
        while (stop < end && buffer[stop] == separator);

        IsEmpty = FieldCount == 1 && !quoted && fields[0].Start == fields[0].End;
        nextLine = Line + 1 + (quoted ? buffer.AsSpan(start..stop).Count(LineFeed) : 0);
        start = Math.Min(at, end);
        foreach (int field in escaped)
            Unescape(ref fields[field]);
        return true;
    }

    /// <summary>Where the field without quotes that starts here ends, or -1 if that is not in the buffer.</summary>
    private int EndOfPlain(int from)
    {
        int length = buffer.AsSpan(from..end).IndexOfAny(separator, LineFeed, Quote);
        if (length < 0 && !ended)
            return -1;
        int stop = length < 0 ? end : from + length;
        if (stop < end && buffer[stop] == Quote)
            throw Error("A quote stands inside a field that does not start with one; put the whole field in quotes and double those inside it.");
        bool atLineEnd = stop == end || buffer[stop] == LineFeed;
        fields[FieldCount] = (from, atLineEnd && stop > from && buffer[stop - 1] == CarriageReturn ? stop - 1 : stop);
        return stop;
    }

    /// <summary>Where the quoted field that starts here ends, or -1 if that is not in the buffer.</summary>
    private int EndOfQuoted(int from)
    {
        int at = from + 1;
        bool doubled = false;
        while (true)
        {
            int length = buffer.AsSpan(at..end).IndexOf(Quote);
            if (length < 0 && ended)
                throw Error("The quote that opens here is never closed; close it, or double a quote that is meant as text.");
            if (length < 0 || (at + length + 2 >= end && !ended))
                return -1; // what follows the quote decides, up to CR LF
            at += length + 1;
            if (at == end || buffer[at] != Quote)
                break;
            doubled = true;
            at++;
        }

        if (doubled)
            escaped.Add(FieldCount);
        fields[FieldCount] = (from + 1, at - 1);
        if (at < end && buffer[at] == CarriageReturn && (at + 1 == end || buffer[at + 1] == LineFeed))
            at++;
        if (at < end && buffer[at] != separator && buffer[at] != LineFeed)
            throw Error($"After the closing quote comes '{(char)buffer[at]}' instead of '{Separator}' or the end of the line; double the quotes that are meant as text.");
        return at;
    }

    private void Unescape(ref (int Start, int End) field)
    {
        int to = field.Start;
        for (int from = field.Start; from < field.End; from++)
        {
            buffer[to++] = buffer[from];
            if (buffer[from] == Quote)
                from++;
        }

        field.End = to;
    }

    /// <summary>Fills the buffer behind the row that was started.</summary>
    private void Fill()
    {
        int length = end - start;
        if (length > LongestRow)
            throw Error("The row goes on for more than 64 MB; a quote is probably never closed.");
        byte[] larger = length > buffer.Length / 2 ? new byte[2 * buffer.Length] : buffer;
        buffer.AsSpan(start..end).CopyTo(larger);
        (buffer, start, end) = (larger, 0, length);
        try
        {
            while (buffer.Length - end >= ByteSource.LeastRoom && !ended)
            {
                int count = source.Read(buffer.AsSpan(end));
                ended = count == 0;
                end += count;
            }
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{file}, in or after line {nextLine}: The compressed data is damaged or was cut off; get or make the file again. {damage.Message}", damage);
        }

        onBlock(source.Share);
    }

    private InvalidDataException Error(string problem) => new Place(file, Line, $"column {FieldCount + 1}").Error(problem);
}
