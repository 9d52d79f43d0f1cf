using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HyperLandscape.Numerics;

namespace HyperLandscape.Experiments;

/// <summary>
/// A line of a journal: an object in JSON whose last member, "check", is the checksum XXH64 of all bytes before it, and
/// a line feed.
/// </summary>
internal static class JournalLine
{
    private const int DigitsOfCheck = 16;

    private static readonly byte[] BeforeCheck = ",\"check\":\""u8.ToArray();
    private static readonly byte[] AfterCheck = "\"}"u8.ToArray();

    /// <summary>The line of an object with at least one member.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        ReadOnlySpan<byte> members = buffer.WrittenSpan[..^1]; // the brace comes after the checksum
        return [.. members, .. BeforeCheck, .. Check(members), .. AfterCheck, (byte)'\n'];
    }

    /// <summary>The object of a line without its line feed, or null if it is damaged.</summary>
    public static JsonDocument? Read(ReadOnlyMemory<byte> line)
    {
        int tail = BeforeCheck.Length + DigitsOfCheck + AfterCheck.Length;
        if (line.Length <= tail)
            return null;
        ReadOnlySpan<byte> members = line.Span[..^tail];
        byte[] expected = [.. BeforeCheck, .. Check(members), .. AfterCheck];
        if (!line.Span[^tail..].SequenceEqual(expected))
            return null;
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Check(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetBytes(XxHash64.Of(bytes).ToString("x16", CultureInfo.InvariantCulture));
}
