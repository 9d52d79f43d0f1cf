using System.Buffers;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace HyperLandscape.Storage;

/// <summary>
/// Numbers in a file, mapped into memory: nothing is copied, and all processes share the pages. The mapping stays
/// until the process ends. A span does not keep its owner alive unless that is an array: were the mapping to go with
/// the landscape, <c>Landscape.Load(path).Fitness</c> would be a span over memory that is gone after the next
/// collection. What stays is address space; the system takes the pages back whenever it needs them.
/// </summary>
internal sealed unsafe class MappedDoubles : MemoryManager<double>
{
    private readonly double* numbers;
    private readonly int count;

    private MappedDoubles(double* numbers, int count)
    {
        this.numbers = numbers;
        this.count = count;
    }

    /// <summary>Maps the numbers at a position, a multiple of 8, read-only. O(1).</summary>
    public static ReadOnlyMemory<double> Map(SafeFileHandle file, long position, int count)
    {
        using var mapping = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        using MemoryMappedViewAccessor view = mapping.CreateViewAccessor(position, (long)count * sizeof(double), MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start); // never released, which is what keeps the mapping
        return new MappedDoubles((double*)(start + view.PointerOffset), count).Memory;
    }

    public override Span<double> GetSpan() => new(numbers, count);

    public override MemoryHandle Pin(int elementIndex = 0) => new(numbers + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
