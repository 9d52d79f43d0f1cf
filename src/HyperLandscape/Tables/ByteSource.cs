using System.IO.Compression;

namespace HyperLandscape.Tables;

/// <summary>The bytes of a file, decompressed if it starts with the magic bytes of gzip.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes a file that was cut off for a shorter one. So a gzip member of our own is put behind
/// the file's: its content comes out at the very end if, and only if, the file was whole.
/// </remarks>
internal sealed class ByteSource : IDisposable
{
    /// <summary>Room that the destination of <see cref="Read"/> must have at least.</summary>
    public const int LeastRoom = 32;

    // Repetitive tables shrink to a fiftieth; gzip can do no better than a thousandth.
    private const int MostExpansion = 200;
    private const int ExpansionFrom = 1 << 25;

    private static readonly byte[] Marker = Guid.Parse("5f0a3c1e-9d5b-4a57-8d34-0f6f7a1b2c3d").ToByteArray();

    private readonly ReplayedStream raw;
    private readonly GZipStream? gzip;
    private readonly long total; // bytes in the file, 0 if not known
    private readonly byte[] held = new byte[Marker.Length];
    private int heldCount;
    private long expanded;

    public ByteSource(Stream stream)
    {
        total = stream.CanSeek ? stream.Length - stream.Position : 0;
        var magic = new byte[2];
        int count = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        bool compressed = count == 2 && magic is [0x1F, 0x8B];
        raw = new ReplayedStream(magic.AsMemory(0, count), stream, compressed ? Compress(Marker) : default);
        gzip = compressed ? new GZipStream(raw, CompressionMode.Decompress) : null;
    }

    /// <summary>The share of the file's bytes that were read, 0 to 1; 0 if its length is not known.</summary>
    public double Share => total > 0 ? Math.Min(1, (double)raw.BytesRead / total) : 0;

    /// <summary>Reads some bytes into a destination of at least <see cref="LeastRoom"/> bytes; 0 at the end.</summary>
    /// <exception cref="InvalidDataException">The compressed data is damaged or was cut off, or made to exhaust memory.</exception>
    public int Read(Span<byte> destination)
    {
        if (gzip is null)
            return raw.Read(destination);
        while (true)
        {
            held.AsSpan(0, heldCount).CopyTo(destination);
            int read = gzip.Read(destination[heldCount..]);
            if (read == 0)
                return held.AsSpan(0, heldCount).SequenceEqual(Marker) ? 0 : throw new InvalidDataException("The data ends early.");
            expanded += read;
            if (expanded > ExpansionFrom && expanded / MostExpansion > raw.BytesRead)
                throw new InvalidDataException($"It expands to more than {MostExpansion} times its size, as no table does.");
            int available = heldCount + read;
            heldCount = Math.Min(available, held.Length);
            destination[(available - heldCount)..available].CopyTo(held);
            if (available > heldCount)
                return available - heldCount;
        }
    }

    public void Dispose()
    {
        gzip?.Dispose();
        raw.Dispose();
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Fastest))
            stream.Write(bytes);
        return compressed.ToArray();
    }
}
