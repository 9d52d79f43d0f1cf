using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;
using Microsoft.Win32.SafeHandles;

namespace HyperLandscape.Storage;

/// <summary>Reads a file and checks every byte of it before anything is made of it.</summary>
internal static class FileReader
{
    /// <summary>From which number of bytes on the fitness is mapped into memory instead of read.</summary>
    private const int MappedFrom = 1 << 20;

    /// <summary>What <paramref name="use"/> makes of the contents; its complaints about them count as damage.</summary>
    /// <exception cref="InvalidDataException">The file is no landscape, of a newer version, or damaged.</exception>
    public static T Read<T>(string path, Func<StoredContents, T> use)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        try
        {
            return use(ReadContents(file, ReadHeaderBytes(file, path)));
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' is damaged: {wrong.Message.TrimEnd('.')}. Copy it again from where it came, or save it anew; no part of it was used.", wrong);
        }
    }

    private static byte[] ReadHeaderBytes(SafeFileHandle file, string path)
    {
        long length = RandomAccess.GetLength(file);
        ReadOnlySpan<byte> start = Fill(file, new byte[Math.Min(length, FileFormat.CheckedPosition)], 0);
        ReadOnlySpan<byte> magic = start[..Math.Min(start.Length, FileFormat.Magic.Length)];
        if (!magic.SequenceEqual(FileFormat.Magic))
        {
            string found = magic.IsEmpty ? "it is empty" : $"it starts with the bytes {Convert.ToHexString(magic)} instead of {Convert.ToHexString(FileFormat.Magic)}";
            throw new InvalidDataException($"'{path}' is not a HyperLandscape file: {found}. Load reads what Save wrote.");
        }

        if (start.Length < FileFormat.CheckedPosition)
            throw new FormatException($"it ends after {length} bytes, within the header");
        int version = BinaryPrimitives.ReadInt32LittleEndian(start[FileFormat.Magic.Length..]);
        if (version > FileFormat.Version)
            throw new InvalidDataException($"'{path}' is a HyperLandscape file of version {version}, but this package reads up to version {FileFormat.Version}; update the package.");
        if (version < 1)
            throw new FormatException($"it is of version {version}, which does not exist");

        int headerLength = BinaryPrimitives.ReadInt32LittleEndian(start[FileFormat.HeaderLengthPosition..]);
        if (headerLength < FileFormat.Alignment || headerLength > length || headerLength % FileFormat.Alignment != 0)
            throw new FormatException($"it is {length} bytes long, but announces a header of {headerLength} bytes");
        var header = new byte[headerLength];
        Fill(file, header, 0);
        return header;
    }

    private static StoredContents ReadContents(SafeFileHandle file, byte[] headerBytes)
    {
        FileHeader header = FileHeader.Parse(headerBytes);
        long length = RandomAccess.GetLength(file);
        if (header.FileLength(headerBytes.Length) is var expected && expected != length)
            throw new FormatException($"it is {length} bytes long instead of {expected}");

        long position = headerBytes.Length;
        long[] cells = ReadSection<long>(file, header.SampledCells, ref position, "sampled cells");
        long[] failed = ReadSection<long>(file, header.FailedCells, ref position, "failed cells");
        double[] errors = ReadSection<double>(file, header.StandardErrors, ref position, "standard errors");
        ReadOnlyMemory<double> fitness = ReadFitness(file, header.Fitness, ref position);

        RequireAscending(header.Space, cells);
        RequireAscending(header.Space, failed);
        if (errors.Length != 0 && errors.Length != fitness.Length)
            throw new FormatException($"it has {errors.Length} standard errors for {fitness.Length} configurations");
        NeighborhoodGraph graph = cells.Length == 0
            ? NeighborhoodGraph.Complete(header.Space, header.Neighborhood)
            : NeighborhoodGraph.OfSortedCells(header.Space, cells, header.Neighborhood);
        return new StoredContents(graph, header.Maximize, header.Tolerance, failed, errors, fitness);
    }

    private static ReadOnlyMemory<double> ReadFitness(SafeFileHandle file, Section section, ref long position)
    {
        if (!BitConverter.IsLittleEndian || section.Bytes < MappedFrom)
            return ReadSection<double>(file, section, ref position, "fitness");
        ReadOnlyMemory<double> mapped = MappedDoubles.Map(file, position, (int)section.Count);
        Check(file, section, mapped, ref position, "fitness");
        return mapped;
    }

    private static T[] ReadSection<T>(SafeFileHandle file, Section section, ref long position, string name)
        where T : unmanaged
    {
        var elements = GC.AllocateUninitializedArray<T>((int)section.Count);
        long start = position;
        Workers.For(Section.BlockCount(elements.Length), block =>
        {
            int first = block * Section.BlockLength;
            Span<T> own = elements.AsSpan(first, Math.Min(elements.Length - first, Section.BlockLength));
            Fill(file, MemoryMarshal.AsBytes(own), start + ((long)first * sizeof(long)));
        });
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<T, long>(elements.AsSpan()), MemoryMarshal.Cast<T, long>(elements.AsSpan()));
        Check<T>(file, section, elements, ref position, name);
        return elements;
    }

    /// <summary>Checks a section and the zeros after it, and moves on to the next.</summary>
    private static void Check<T>(SafeFileHandle file, Section section, ReadOnlyMemory<T> elements, ref long position, string name)
        where T : unmanaged
    {
        if (Section.Of(elements) != section)
            throw new FormatException($"the section of its {name} does not match the checksum");
        long end = position + section.Bytes;
        position = FileFormat.Align(end);
        if (Fill(file, new byte[position - end], end).ContainsAnyExcept((byte)0))
            throw new FormatException($"there are stray bytes after the section of its {name}");
    }

    private static Span<byte> Fill(SafeFileHandle file, Span<byte> destination, long position)
    {
        for (int filled = 0; filled < destination.Length;)
        {
            int read = RandomAccess.Read(file, destination[filled..], position + filled);
            filled += read > 0 ? read : throw new FormatException($"it ends at byte {position + filled}, and was longer when it was opened");
        }

        return destination;
    }

    private static void RequireAscending(SearchSpace space, long[] cells)
    {
        long last = -1;
        foreach (long cell in cells)
        {
            if (cell <= last || cell >= space.CellCount)
                throw new FormatException($"cell {cell} follows cell {last} in a space of {space.CellCount} cells");
            last = cell;
        }
    }
}
