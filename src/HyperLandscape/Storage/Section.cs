using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HyperLandscape.Numerics;

namespace HyperLandscape.Storage;

/// <summary>A run of 8-byte elements in a file, see <see cref="FileFormat"/>.</summary>
/// <param name="Count">Number of elements.</param>
/// <param name="Checksum">The checksum of the elements.</param>
internal readonly record struct Section(long Count, ulong Checksum)
{
    /// <summary>Elements per block: 1 MiB, which is checked while it is in cache.</summary>
    public const int BlockLength = 1 << 17;

    /// <summary>Length of the elements.</summary>
    public long Bytes => Count * sizeof(long);

    /// <summary>The section that holds the given elements. O(n), in parallel.</summary>
    public static Section Of<T>(ReadOnlyMemory<T> elements)
        where T : unmanaged
    {
        var checksums = new ulong[BlockCount(elements.Length)];
        Workers.For(checksums.Length, block => checksums[block] = XxHash64.Of(BlockBytes(elements.Span, block)));
        return new Section(elements.Length, XxHash64.Of(LittleEndian<ulong>(checksums)));
    }

    public static int BlockCount(long count) => (int)((count + BlockLength - 1) / BlockLength);

    /// <summary>The bytes of a block as they are in the file.</summary>
    public static ReadOnlySpan<byte> BlockBytes<T>(ReadOnlySpan<T> elements, int block)
        where T : unmanaged
    {
        ReadOnlySpan<T> rest = elements[(block * BlockLength)..];
        return LittleEndian(rest[..Math.Min(rest.Length, BlockLength)]);
    }

    private static ReadOnlySpan<byte> LittleEndian<T>(ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian)
            return MemoryMarshal.AsBytes(elements);
        var swapped = new long[elements.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<T, long>(elements), swapped);
        return MemoryMarshal.AsBytes<long>(swapped);
    }
}
