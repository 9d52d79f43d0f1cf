namespace HyperLandscape.Storage;

/// <summary>
/// The binary file of one landscape, versions 1 and 2. This page is the whole description of it.
/// </summary>
/// <remarks>
/// <para>All numbers are little-endian, floating-point numbers are IEEE 754 binary64, text is UTF-8. The file is a
/// header and four sections, in this order; each starts at a multiple of 64 bytes, and what lies between is zero:</para>
/// <code>
/// offset  bytes  header
///      0      8  magic: 89 48 4C 53 43 0D 0A 1A (a byte over 127, "HLSC", line ends that a transfer as text would change)
///      8      4  int32   version: 1 or, as described below, 2. Magic and version keep their places in all versions
///     12      4  int32   H, the length of the header, a multiple of 64
///     16      8  uint64  XXH64 (seed 0) of the bytes 24 to H - 1
///     24      8  float64 tolerance, in units of the fitness
///     32      4  int32   objective: 0 minimize, 1 maximize
///     36      4  int32   neighborhood: 0 grid, 1 Hamming
///     40     64  for each section: int64 number of elements, uint64 checksum
///    104      4  int32   number of hyperparameters
///    108         for each hyperparameter: its name; one byte of kind, 0 ordinal by numbers, 1 ordinal by labels,
///                2 categorical, 3 boolean; int32 number of levels; for each level its float64 (kind 0), its label
///                (kinds 1 and 2) or nothing (kind 3). A name or a label is its length in bytes as an unsigned
///                LEB128 number, then its bytes
///         to H   zeros
///
/// section            element
/// sampled cells      int64, strictly ascending; empty if every cell of the space is sampled
/// failed cells       int64, strictly ascending
/// standard errors    float64, one per configuration (NaN: a single run), or empty
/// fitness            float64, finite, one per configuration
/// </code>
/// <para>The checksum of a section: XXH64 (seed 0) of its blocks of 1 MiB each, the last one shorter; their results,
/// 8 bytes each, one after the other; XXH64 (seed 0) of those. Blocks can thus be checked in parallel.</para>
/// <para><b>Version 2</b> is written where the space lists its configurations, so that cells are places in the list. What is
/// different:</para>
/// <code>
///     36         neighborhood: 2 is that of the nearest, too
///    108         of each hyperparameter: the kind is larger by 16 if it has an inactive level, which the number of
///                levels leaves out; its label follows those levels
///         then   int32 number of configurations in the list; for each of them, in lexicographic
///                order, the int32 of its level in each hyperparameter
///         then   if the neighborhood is 2: int32 number of nearest; int32 number of hyperparameters on a logarithmic scale; their names
/// </code>
/// </remarks>
internal static class FileFormat
{
    public const int Version = 2;
    public const int Alignment = 64;
    public const int HeaderLengthPosition = 12;
    public const int ChecksumPosition = 16;
    public const int CheckedPosition = 24;

    /// <summary>The first bytes of every file, in every version.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'H', (byte)'L', (byte)'S', (byte)'C', (byte)'\r', (byte)'\n', 0x1A];

    /// <summary>The next multiple of <see cref="Alignment"/>.</summary>
    public static long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
