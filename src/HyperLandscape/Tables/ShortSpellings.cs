using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace HyperLandscape.Tables;

/// <summary>
/// The first few short spellings of a column, each in a slot of its own: to look one up takes a product and a comparison.
/// </summary>
internal sealed class ShortSpellings
{
    private const int MostBytes = 7;
    private const int FewestSlots = 32;
    private const int MostSlots = 1024;
    private const int Trials = 8; // of multipliers, per number of slots

    private readonly List<(ulong Key, byte Code)> all = [];
    private Slots slots = new(FewestSlots, 0x9E37_79B9_7F4A_7C15);
    private bool isFull;

    /// <summary>Adds a spelling with its number if it is short and there is room.</summary>
    public void Add(ReadOnlySpan<byte> spelling, int code)
    {
        if (isFull || spelling.Length > MostBytes || code > byte.MaxValue)
            return;
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        word.Clear();
        spelling.CopyTo(word);
        all.Add((Key(BinaryPrimitives.ReadUInt64LittleEndian(word), spelling.Length), (byte)code));
        if (slots.TryAdd(all[^1].Key, all[^1].Code))
            return;
        isFull = !TryRearrange();
    }

    /// <summary>Finds the spellings of one column in consecutive rows, and stops at the first that is not here; returns how many it found.</summary>
    /// <inheritdoc cref="SpellingTable.FindAll"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a table is read once: fast from the first row
    public int FindAll(ReadOnlySpan<byte> text, ReadOnlySpan<FieldRange> fields, int width, Span<byte> codes)
    {
        Slots own = slots;
        int field = 0;
        for (int row = 0; row < codes.Length; row++, field += width)
        {
            (int start, int length) = (fields[field].Start, fields[field].Length);
            if (length > MostBytes || !own.TryFind(Key(BinaryPrimitives.ReadUInt64LittleEndian(text[start..]), length), out codes[row]))
                return row;
        }

        return codes.Length;
    }

    /// <summary>The bytes of a spelling, which are the lowest of a word, and their number; never 0.</summary>
    private static ulong Key(ulong word, int length) => (word & ((1UL << (8 * length)) - 1)) | ((ulong)(length + 1) << (8 * MostBytes));

    /// <summary>Finds other slots, or more of them, so that each spelling has its own.</summary>
    private bool TryRearrange()
    {
        ulong multiplier = slots.Multiplier;
        for (int count = slots.Count; count <= MostSlots; count *= 2)
        {
            for (int trial = 0; trial < Trials; trial++)
            {
                multiplier = (multiplier * 0xD134_2543_DE82_EF95) | 1;
                var next = new Slots(count, multiplier);
                if (!all.TrueForAll(spelling => next.TryAdd(spelling.Key, spelling.Code)))
                    continue;
                slots = next;
                return true;
            }
        }

        return false;
    }

    private readonly struct Slots(int count, ulong multiplier)
    {
        private readonly ulong[] keys = new ulong[count]; // 0 where there is none
        private readonly byte[] codes = new byte[count];
        private readonly int shift = 64 - BitOperations.Log2((uint)count);

        public int Count => count;

        public ulong Multiplier => multiplier;

        public bool TryAdd(ulong key, byte code)
        {
            int at = (int)((key * multiplier) >> shift);
            if (keys[at] != 0)
                return false;
            (keys[at], codes[at]) = (key, code);
            return true;
        }

        public bool TryFind(ulong key, out byte code)
        {
            int at = (int)((key * multiplier) >> shift);
            code = codes[at];
            return keys[at] == key;
        }
    }
}
