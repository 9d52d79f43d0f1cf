namespace HyperLandscape.Tables;

/// <summary>Where a field is in the bytes of its block.</summary>
internal readonly record struct FieldRange(int Start, int End)
{
    /// <summary>The number of bytes.</summary>
    public int Length => End - Start;

    /// <summary>The field itself.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text) => text[Start..End];
}
