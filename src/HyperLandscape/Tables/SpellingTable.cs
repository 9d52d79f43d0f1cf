using System.Buffers.Binary;
using System.Numerics;

namespace HyperLandscape.Tables;

/// <summary>
/// Numbers different byte strings from 0 in the order in which they are added. A hash table with linear probing, since
/// a dictionary with spans as alternate keys takes several times longer for fields of few bytes.
/// </summary>
internal sealed class SpellingTable
{
    private readonly List<byte[]> spellings = [];
    private int[] slots = new int[64]; // 1 + the number of a spelling, 0 if free; at most half are taken

    /// <summary>The spelling with a number.</summary>
    public ReadOnlySpan<byte> this[int code] => spellings[code];

    /// <summary>The number of a spelling, or -1.</summary>
    public int Find(ReadOnlySpan<byte> spelling) => slots[Slot(spelling)] - 1;

    /// <summary>Adds a spelling that is not in the table.</summary>
    public void Add(ReadOnlySpan<byte> spelling)
    {
        spellings.Add(spelling.ToArray());
        slots[Slot(spelling)] = spellings.Count;
        if (2 * spellings.Count <= slots.Length)
            return;
        slots = new int[2 * slots.Length];
        for (int code = 0; code < spellings.Count; code++)
            slots[Slot(spellings[code])] = code + 1;
    }

    /// <summary>The slot that holds the spelling, or the free one where it belongs.</summary>
    private int Slot(ReadOnlySpan<byte> spelling)
    {
        int slot = (int)(Hash(spelling) >> 32) & (slots.Length - 1);
        while (slots[slot] != 0 && !spelling.SequenceEqual(spellings[slots[slot] - 1]))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        ulong rest = 0;
        foreach (byte b in bytes)
            rest = (rest << 8) | b;
        return Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value) => BitOperations.RotateLeft(value * 0x9E3779B97F4A7C15, 29) * 0xBF58476D1CE4E5B9;
}
