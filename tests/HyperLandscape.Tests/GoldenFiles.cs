using System.IO.Compression;

namespace HyperLandscape.Tests;

/// <summary>The committed golden files and how tables among them are read.</summary>
internal static class GoldenFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Goldens");

    /// <summary>The fields of a table without quotes, compressed if the name plus .gz exists; the header first.</summary>
    public static string[][] ReadTable(string path)
    {
        using Stream stream = File.Exists(path) ? File.OpenRead(path) : new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(','))];
    }

    /// <summary>A column of a table by its name.</summary>
    public static string[] Column(string[][] table, string name) => [.. table.Skip(1).Select(line => line[Array.IndexOf(table[0], name)])];
}
