using HyperLandscape.Graphs;
using Microsoft.Win32.SafeHandles;

namespace HyperLandscape.Storage;

/// <summary>Writes a file under another name, flushes it to disk and renames it, so that its name never stands for half a file.</summary>
internal static class FileWriter
{
    public static void Write(string path, StoredContents contents, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        NeighborhoodGraph graph = contents.Graph;
        long[] cells = graph.SampledCells ?? [];
        var header = new FileHeader(
            graph.Space,
            graph.Neighborhood,
            contents.Maximize,
            contents.Tolerance,
            Section.Of<long>(cells),
            Section.Of<long>(contents.FailedCells),
            Section.Of<double>(contents.StandardErrors),
            Section.Of(contents.Fitness));
        byte[] headerBytes = header.ToBytes();
        long length = header.FileLength(headerBytes.Length);

        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        SafeFileHandle file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, preallocationSize: length);
        try
        {
            using (file)
            {
                RandomAccess.Write(file, headerBytes, 0);
                long position = headerBytes.Length;
                position = WriteSection<long>(cells, position);
                position = WriteSection<long>(contents.FailedCells, position);
                position = WriteSection<double>(contents.StandardErrors, position);
                WriteSection(contents.Fitness.Span, position);
                RandomAccess.SetLength(file, length); // with zeros after the last section
                cancellationToken.ThrowIfCancellationRequested();
                RandomAccess.FlushToDisk(file);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        long WriteSection<T>(ReadOnlySpan<T> elements, long position)
            where T : unmanaged
        {
            for (int block = 0; block < Section.BlockCount(elements.Length); block++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ReadOnlySpan<byte> bytes = Section.BlockBytes(elements, block);
                RandomAccess.Write(file, bytes, position);
                position += bytes.Length;
                progress?.Report((double)position / length);
            }

            return FileFormat.Align(position);
        }
    }
}
