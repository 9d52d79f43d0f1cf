using System.Buffers.Binary;
using System.Text;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Storage;

/// <summary>The header of a file, see <see cref="FileFormat"/>.</summary>
internal sealed record FileHeader(SearchSpace Space, INeighborhood Neighborhood, bool Maximize, double Tolerance, Section SampledCells, Section FailedCells, Section StandardErrors, Section Fitness)
{
    private static readonly UTF8Encoding Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The length of the file that has this header, given the header's own length.</summary>
    public long FileLength(int headerLength)
    {
        long end = headerLength;
        foreach (Section section in (ReadOnlySpan<Section>)[SampledCells, FailedCells, StandardErrors, Fitness])
            end += FileFormat.Align(section.Bytes);
        return end;
    }

    /// <summary>The header as it is in the file, its checksum included.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Text);
        writer.Write(FileFormat.Magic);
        writer.Write(SpaceEncoding.Version(Space));
        writer.Write(0); // the length and
        writer.Write(0UL); // the checksum follow below
        writer.Write(Tolerance);
        writer.Write(Maximize ? 1 : 0);
        writer.Write(Code(Neighborhood));
        foreach (Section section in (ReadOnlySpan<Section>)[SampledCells, FailedCells, StandardErrors, Fitness])
        {
            writer.Write(section.Count);
            writer.Write(section.Checksum);
        }

        SpaceEncoding.Write(writer, Space);
        if (Neighborhood is NearestNeighborhood nearest)
            Write(writer, nearest);
        var bytes = new byte[FileFormat.Align(stream.Length)];
        stream.ToArray().CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FileFormat.HeaderLengthPosition), bytes.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(FileFormat.ChecksumPosition), XxHash64.Of(bytes.AsSpan(FileFormat.CheckedPosition)));
        return bytes;
    }

    /// <summary>Reads a header of one of the versions that there are.</summary>
    /// <exception cref="FormatException">The checksum is wrong, or a value is.</exception>
    public static FileHeader Parse(byte[] bytes)
    {
        if (XxHash64.Of(bytes.AsSpan(FileFormat.CheckedPosition)) != BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(FileFormat.ChecksumPosition)))
            throw new FormatException("the header does not match its checksum");

        using var stream = new MemoryStream(bytes);
        using var reader = new BinaryReader(stream, Text);
        stream.Position = FileFormat.CheckedPosition;
        try
        {
            return Read(reader, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(FileFormat.Magic.Length)));
        }
        catch (IOException wrong)
        {
            throw new FormatException("the header ends within a value", wrong);
        }
    }

    private static FileHeader Read(BinaryReader reader, int version)
    {
        double tolerance = reader.ReadDouble();
        int objective = reader.ReadInt32();
        int neighborhood = reader.ReadInt32();
        Section sampled = ReadSection(reader);
        Section failed = ReadSection(reader);
        Section errors = ReadSection(reader);
        Section fitness = ReadSection(reader);
        if (objective is not (0 or 1))
            throw new FormatException($"the objective {objective} is unknown");
        SearchSpace space = SpaceEncoding.Read(reader, version);
        return new FileHeader(space, FromCode(neighborhood, reader, version), objective == 1, tolerance, sampled, failed, errors, fitness);
    }

    private static Section ReadSection(BinaryReader reader)
    {
        var section = new Section(reader.ReadInt64(), reader.ReadUInt64());
        return section.Count >= 0 && section.Count <= Array.MaxLength ? section : throw new FormatException($"a section announces {section.Count} elements");
    }

    private static int Code(INeighborhood neighborhood) => neighborhood switch
    {
        GridNeighborhood => 0,
        HammingNeighborhood => 1,
        NearestNeighborhood => 2,
        _ => throw new NotSupportedException($"A file holds the neighborhoods {nameof(GridNeighborhood)}, {nameof(HammingNeighborhood)} and {nameof(NearestNeighborhood)}, not {neighborhood.GetType().Name}. Save the fitness over a graph with one of these, and after loading make a graph over the same cells with your own."),
    };

    private static void Write(BinaryWriter writer, NearestNeighborhood nearest)
    {
        writer.Write(nearest.Neighbors);
        writer.Write(nearest.Logarithmic.Count);
        foreach (string name in nearest.Logarithmic)
            writer.Write(name);
    }

    private static INeighborhood FromCode(int code, BinaryReader reader, int version) => code switch
    {
        0 => new GridNeighborhood(),
        1 => new HammingNeighborhood(),
        2 when version > 1 => new NearestNeighborhood { Neighbors = reader.ReadInt32(), Logarithmic = SpaceEncoding.ReadAll(SpaceEncoding.ReadCount(reader), reader.ReadString) },
        _ => throw new FormatException($"the neighborhood {code} is unknown"),
    };
}
