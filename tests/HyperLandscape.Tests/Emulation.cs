using System.Runtime.Intrinsics;

namespace HyperLandscape.Tests;

/// <summary>
/// On a processor without vectors, or where they are switched off, every lane is computed on its own and embeddings take a
/// hundred times longer. Their largest cases are left out there: smaller ones go through the same code.
/// </summary>
internal static class Emulation
{
    /// <summary>The rows that are tested everywhere, and those where vectors are.</summary>
    public static T[] Unless<T>(ReadOnlySpan<T> everywhere, ReadOnlySpan<T> withVectors) =>
        Vector128.IsHardwareAccelerated ? [.. everywhere, .. withVectors] : [.. everywhere];
}
