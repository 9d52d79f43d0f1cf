namespace HyperLandscape.Tables;

/// <summary>The bytes already taken from a stream, then the rest of it, then some more; tells how much was read.</summary>
internal sealed class ReplayedStream(ReadOnlyMemory<byte> before, Stream stream, ReadOnlyMemory<byte> after) : Stream
{
    private ReadOnlyMemory<byte> before = before;
    private ReadOnlyMemory<byte> after = after;

    /// <summary>Number of bytes taken from the stream so far.</summary>
    public long BytesRead { get; private set; } = before.Length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (!before.IsEmpty)
            return Take(ref before, buffer);
        int count = stream.Read(buffer);
        BytesRead += count;
        return count > 0 ? count : Take(ref after, buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Take(ref ReadOnlyMemory<byte> bytes, Span<byte> buffer)
    {
        int count = Math.Min(bytes.Length, buffer.Length);
        bytes.Span[..count].CopyTo(buffer);
        bytes = bytes[count..];
        return count;
    }
}
