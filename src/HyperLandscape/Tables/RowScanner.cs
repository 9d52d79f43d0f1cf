using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Tables;

/// <summary>
/// Splits a block of bytes into rows of fields as RFC 4180 says: fields may be quoted, and then hold separators, doubled quotes
/// and line breaks; lines end with LF or CR LF. Doubled quotes are undone in the block itself. Allocates nothing per field.
/// </summary>
internal sealed class RowScanner
{
    private const int Window = 64;
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly string file;
    private readonly byte separator;
    private readonly byte[] buffer;
    private readonly int end; // of the text in the buffer
    private readonly bool isCut;
    private readonly bool isQuoted; // somewhere in the block
    private readonly List<int> escaped = []; // fields of the current row with doubled quotes
    private FieldRange[] fields = new FieldRange[16];
    private int firstField; // of the current row
    private int start; // of the next row, in the buffer
    private int nextLine;
    private int windowStart;
    private ulong stops; // bit i: a separator, line feed or quote at windowStart + i, those passed left out

    /// <param name="block">The rows.</param>
    /// <param name="file">What to call the file in a message.</param>
    /// <param name="separator">What stands between fields.</param>
    public RowScanner(TextBlock block, string file, byte separator)
    {
        this.file = file;
        this.separator = separator;
        (buffer, start, end, nextLine, isCut) = (block.Buffer, block.Start, block.End, block.FirstLine, block.IsCut);
        isQuoted = block.Text.Contains(Quote);
        windowStart = start - Window;
    }

    /// <summary>What stands between fields.</summary>
    public char Separator => (char)separator;

    /// <summary>The line on which the current row starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Number of fields in the current row, at least 1.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Whether the current row is a line without any text.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The bytes that <see cref="Kept"/> fields are ranges of, with <see cref="TextBlock.Slack"/> more behind them that may be read.</summary>
    public ReadOnlySpan<byte> Text => buffer;

    /// <summary>The fields of all rows that are kept, one row after the other.</summary>
    public ReadOnlySpan<FieldRange> Kept => fields.AsSpan(0, firstField);

    /// <summary>A field of the current row, without its quotes; valid until the next row is read.</summary>
    public ReadOnlySpan<byte> Field(int index) => fields[firstField + index].Of(buffer);

    /// <summary>Keeps the fields of the current row, to read the next one behind it.</summary>
    public void Keep() => firstField += FieldCount;

    /// <summary>
    /// Reads and keeps several rows at once, if they have so many fields, two or more, and the block has no quotes. Returns how
    /// many: at most so many, 0 if the next rows are not of this kind or are the last; <see cref="Read"/> takes those.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a table is read once: fast from the first row
    public int KeepPlain(int width, int most)
    {
        if (isQuoted || width < 2)
            return 0;
        most = Math.Min(most, (end - start) / width); // every field ends with a byte
        int rows = Math.Min(most, SplitAhead(width * most) / width);
        int last = start;
        Span<FieldRange> own = fields.AsSpan(firstField, rows * width);
        for (int i = width - 1; i < own.Length && buffer[own[i].End] == LineFeed; i += width)
        {
            last = own[i].End + 1;
            if (buffer[own[i].End - 1] == CarriageReturn) // of this field: before an empty one stands a separator
                own[i] = own[i] with { End = own[i].End - 1 };
        }

        // As many line feeds as rows, one at the end of each: then there is none inside a row.
        if (rows == 0 || last <= own[^1].End || buffer.AsSpan(start..last).Count(LineFeed) != rows)
            (rows, last) = (0, start);
        (Line, nextLine) = (nextLine + rows - 1, nextLine + rows);
        (start, firstField) = (last, firstField + (rows * width));
        (windowStart, stops) = (start - Window, 0);
        return rows;
    }

    /// <summary>Splits at the next separators and line feeds alike, as many as wanted or a window more; returns how many there were.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a table is read once: fast from the first row
    private int SplitAhead(int wanted)
    {
        if (fields.Length < firstField + wanted + Window)
            Array.Resize(ref fields, firstField + wanted + Window);
        Span<FieldRange> own = fields.AsSpan(firstField);
        int at = start;
        int count = 0;
        while (count < wanted)
        {
            ulong left = stops;
            for (; left != 0; left &= left - 1)
            {
                int stop = windowStart + BitOperations.TrailingZeroCount(left);
                own[count++] = new FieldRange(at, stop);
                at = stop + 1;
            }

            if (windowStart + Window >= end)
                break;
            LoadWindow(windowStart + Window);
        }

        return count;
    }

    /// <summary>Keeps no row any more.</summary>
    public void Forget() => firstField = 0;

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="InvalidDataException">A quote stands where none may, or is never closed, or the row is too long.</exception>
    public bool Read()
    {
        Line = nextLine;
        FieldCount = 0;
        escaped.Clear();
        if (start == end)
            return false;
        bool quoted = false;
        int at = start;
        int stop;
        do
        {
            if (firstField + FieldCount == fields.Length)
                Array.Resize(ref fields, 2 * fields.Length);
            if (at < end && buffer[at] == Quote)
            {
                quoted = true;
                stop = EndOfQuoted(at);
            }
            else
            {
                stop = NextStop();
                if (stop == end || buffer[stop] != separator)
                    EndRow(at, stop);
                else
                    fields[firstField + FieldCount] = new FieldRange(at, stop);
            }

            FieldCount++;
            at = stop + 1;
        }
        while (stop < end && buffer[stop] == separator);

        IsEmpty = FieldCount == 1 && !quoted && fields[firstField].Length == 0;
        nextLine = Line + 1 + (quoted ? buffer.AsSpan(start..stop).Count(LineFeed) : 0);
        start = Math.Min(at, end);
        foreach (int field in escaped)
            Unescape(ref fields[field]);
        return true;
    }

    /// <summary>The last field of a row, without quotes.</summary>
    private void EndRow(int from, int stop)
    {
        if (stop == end && isCut)
            throw TooLong();
        if (stop < end && buffer[stop] == Quote)
            throw Error("A quote stands inside a field that does not start with one; put the whole field in quotes and double those inside it.");
        fields[firstField + FieldCount] = new FieldRange(from, stop > from && buffer[stop - 1] == CarriageReturn ? stop - 1 : stop);
    }

    /// <summary>Where the quoted field that starts here ends.</summary>
    private int EndOfQuoted(int from)
    {
        int at = from + 1;
        bool doubled = false;
        while (true)
        {
            int length = buffer.AsSpan(at..end).IndexOf(Quote);
            if (length < 0)
                throw isCut ? TooLong() : Error("The quote that opens here is never closed; close it, or double a quote that is meant as text.");
            at += length + 1;
            if (at == end || buffer[at] != Quote)
                break;
            doubled = true;
            at++;
        }

        if (doubled)
            escaped.Add(firstField + FieldCount);
        fields[firstField + FieldCount] = new FieldRange(from + 1, at - 1);
        if (at < end && buffer[at] == CarriageReturn && (at + 1 == end || buffer[at + 1] == LineFeed))
            at++;
        if (at == end && isCut)
            throw TooLong();
        if (at < end && buffer[at] != separator && buffer[at] != LineFeed)
            throw Error($"After the closing quote comes '{(char)buffer[at]}' instead of '{Separator}' or the end of the line; double the quotes that are meant as text.");
        PassTo(at + 1);
        return at;
    }

    private void Unescape(ref FieldRange field)
    {
        int to = field.Start;
        for (int from = field.Start; from < field.End; from++)
        {
            buffer[to++] = buffer[from];
            if (buffer[from] == Quote)
                from++;
        }

        field = new FieldRange(field.Start, to);
    }

    /// <summary>Passes the next separator, line feed or quote, or the end, and returns where; found for 64 bytes at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NextStop()
    {
        while (stops == 0)
        {
            if (windowStart + Window >= end)
                return end;
            LoadWindow(windowStart + Window);
        }

        int stop = windowStart + BitOperations.TrailingZeroCount(stops);
        stops &= stops - 1;
        return stop;
    }

    /// <summary>Passes everything before a place.</summary>
    private void PassTo(int place)
    {
        if (place - windowStart >= Window)
            (windowStart, stops) = (place - Window, 0);
        else
            stops &= ulong.MaxValue << (place - windowStart);
    }

    private void LoadWindow(int from)
    {
        Vector512<byte> text = Vector512.Create(buffer.AsSpan(from, Window)); // the block has slack behind its end
        Vector512<byte> found = Vector512.Equals(text, Vector512.Create(separator)) | Vector512.Equals(text, Vector512.Create(LineFeed)) | Vector512.Equals(text, Vector512.Create(Quote));
        (windowStart, stops) = (from, found.ExtractMostSignificantBits());
        if (end - from < Window)
            stops &= (1UL << (end - from)) - 1;
    }

    private InvalidDataException TooLong() => Error("The row goes on for more than 64 MB; a quote is probably never closed.");

    private InvalidDataException Error(string problem) => new Place(file, Line, $"column {FieldCount + 1}").Error(problem);
}
