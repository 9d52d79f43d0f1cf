using System.Buffers;

namespace HyperLandscape.Tables;

/// <summary>Some whole rows of a table, in a rented buffer that whoever holds the block gives back.</summary>
/// <param name="Index">How many blocks come before.</param>
/// <param name="Buffer">The bytes, with <see cref="Slack"/> more behind them that may be read.</param>
/// <param name="Start">Where the rows start.</param>
/// <param name="End">Where they end: behind the end of a line, or of the file.</param>
/// <param name="FirstLine">The line of the first row, from 1.</param>
/// <param name="LineFeeds">Number of line feeds, those inside quotes included.</param>
/// <param name="IsCut">Whether the block stops inside a row because that is too long.</param>
internal sealed record TextBlock(int Index, byte[] Buffer, int Start, int End, int FirstLine, int LineFeeds, bool IsCut) : IDisposable
{
    /// <summary>Bytes behind the end of the text that a vector may reach into.</summary>
    public const int Slack = 64;

    /// <summary>The rows.</summary>
    public ReadOnlySpan<byte> Text => Buffer.AsSpan(Start..End);

    public void Dispose() => ArrayPool<byte>.Shared.Return(Buffer);
}
