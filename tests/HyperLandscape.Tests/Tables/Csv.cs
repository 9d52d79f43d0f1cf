using System.IO.Compression;
using System.Text;

namespace HyperLandscape.Tests.Tables;

/// <summary>Tables in memory, and the folder of the sample tables.</summary>
internal static class Csv
{
    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    public static MemoryStream Stream(params ReadOnlySpan<string> lines) => Stream(string.Join('\n', lines) + "\n");

    public static byte[] Gzip(string text)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    public static Landscape Read(string text, CsvOptions? options = null) => Landscape.ReadCsv(Stream(text), "f", options: options);

    /// <summary>The message of the error that reading gives; every one names the file first.</summary>
    public static string Refusal<TError>(string text, CsvOptions? options = null)
        where TError : Exception => Assert.Throws<TError>(() => Read(text, options)).Message;

    public static string Sample(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HyperLandscape.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "samples", "data", $"{name}.csv.gz");
    }
}
