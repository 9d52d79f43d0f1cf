using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace HyperLandscape.Numerics;

/// <summary>
/// The 64-bit checksum XXH64 with seed 0: four independent lanes of multiply and rotate, which keep the scalar
/// multiplier busy and outrun memory, so that no vector code is needed. A change within one 8-byte word is always
/// found, any other with probability 1 - 2^-64. Source: Collet, "xxHash fast digest algorithm", version 0.1.1.
/// </summary>
internal static class XxHash64
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;
    private const int Stripe = 4 * sizeof(ulong);

    /// <summary>The checksum of bytes, the same on every machine. O(length).</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = bytes.Length < Stripe ? Prime5 : Stripes(bytes);
        hash += (ulong)bytes.Length;

        ReadOnlySpan<byte> rest = bytes[(bytes.Length / Stripe * Stripe)..];
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
            hash = (BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * Prime1) + Prime4;
        if (rest.Length >= sizeof(uint))
        {
            hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1), 23) * Prime2) + Prime3;
            rest = rest[sizeof(uint)..];
        }

        foreach (byte single in rest)
            hash = BitOperations.RotateLeft(hash ^ (single * Prime5), 11) * Prime1;

        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    // Optimized from the first call on: a script opens its one file before the runtime would get to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Stripes(ReadOnlySpan<byte> bytes)
    {
        ulong a = unchecked(Prime1 + Prime2);
        ulong b = Prime2;
        ulong c = 0;
        ulong d = unchecked(0 - Prime1);
        for (; bytes.Length >= Stripe; bytes = bytes[Stripe..])
        {
            ReadOnlySpan<byte> stripe = bytes[..Stripe]; // of known length, so that the reads need no checks
            a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(stripe));
            b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(stripe[8..]));
            c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(stripe[16..]));
            d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(stripe[24..]));
        }

        ulong hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        return Merge(Merge(Merge(Merge(hash, a), b), c), d);
    }

    private static ulong Round(ulong lane, ulong word) => BitOperations.RotateLeft(lane + (word * Prime2), 31) * Prime1;

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;
}
