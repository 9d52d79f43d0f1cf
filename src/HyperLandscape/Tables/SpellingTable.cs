using System.Buffers.Binary;
using System.Numerics;

namespace HyperLandscape.Tables;

/// <summary>
/// Numbers different byte strings from 0 in the order in which they are added. A hash table with linear probing, since
/// a dictionary with spans as alternate keys takes several times longer for fields of few bytes. Two words tell strings
/// of up to 16 bytes and the same length apart, so that most are found by comparing numbers; those of up to seven bytes,
/// most of all, by <see cref="ShortSpellings"/>.
/// </summary>
internal sealed class SpellingTable
{
    private const int MostInWords = 16;

    private readonly List<byte[]> spellings = [];
    private readonly ShortSpellings shorts = new();
    private Slot[] slots = new Slot[32]; // at most half are taken

    /// <param name="First">The first bytes.</param>
    /// <param name="Last">The last bytes.</param>
    /// <param name="Length">The number of bytes.</param>
    /// <param name="Number">1 + the number of the spelling, 0 if the slot is free.</param>
    private readonly record struct Slot(ulong First, ulong Last, int Length, int Number);

    /// <summary>The spelling with a number.</summary>
    public ReadOnlySpan<byte> this[int code] => spellings[code];

    /// <summary>The number of a spelling, or -1.</summary>
    public int Find(ReadOnlySpan<byte> spelling) => slots[Place(spelling, Words(spelling))].Number - 1;

    /// <summary>Finds the spellings of one column in consecutive rows of a text.</summary>
    /// <param name="text">The text, with <see cref="TextBlock.Slack"/> more bytes behind it.</param>
    /// <param name="fields">The fields of the rows from the one of the column in the first.</param>
    /// <param name="width">The number of fields per row.</param>
    /// <param name="codes">Gets their numbers.</param>
    /// <returns>How many were found before the first that is not in the table or has a number above 255.</returns>
    public int FindAll(ReadOnlySpan<byte> text, ReadOnlySpan<FieldRange> fields, int width, Span<byte> codes)
    {
        int row = 0;
        while (true)
        {
            row += shorts.FindAll(text, fields[(row * width)..], width, codes[row..]);
            if (row == codes.Length)
                return row;
            int code = Find(text, fields[row * width]);
            if (code is < 0 or > byte.MaxValue)
                return row;
            codes[row++] = (byte)code;
            if (row == codes.Length)
                return row;
        }
    }

    /// <summary>The number of a spelling that stands in a text with <see cref="TextBlock.Slack"/> more bytes behind it, or -1.</summary>
    public int Find(ReadOnlySpan<byte> text, FieldRange field)
    {
        if (field.Length > MostInWords)
            return Find(field.Of(text));
        ulong first = BinaryPrimitives.ReadUInt64LittleEndian(text[field.Start..]);
        ulong last = 0;
        if (field.Length >= 8)
            last = BinaryPrimitives.ReadUInt64LittleEndian(text[(field.End - 8)..]);
        else
            first &= (1UL << (8 * field.Length)) - 1;
        ReadOnlySpan<Slot> all = slots;
        int at = (int)(Mix(Start((first, last), field.Length)) >> 32) & (all.Length - 1);
        while (true)
        {
            ref readonly Slot slot = ref all[at];
            if ((slot.First == first && slot.Last == last && slot.Length == field.Length) || slot.Number == 0)
                return slot.Number - 1;
            at = (at + 1) & (all.Length - 1);
        }
    }

    /// <summary>Adds a spelling that is not in the table and returns its number.</summary>
    public int Add(ReadOnlySpan<byte> spelling)
    {
        spellings.Add(spelling.ToArray());
        shorts.Add(spelling, spellings.Count - 1);
        if (2 * spellings.Count > slots.Length)
        {
            slots = new Slot[2 * slots.Length];
            for (int code = 0; code < spellings.Count - 1; code++)
                Put(spellings[code], code);
        }

        Put(spelling, spellings.Count - 1);
        return spellings.Count - 1;
    }

    private void Put(ReadOnlySpan<byte> spelling, int code)
    {
        (ulong first, ulong last) = Words(spelling);
        slots[Place(spelling, (first, last))] = new Slot(first, last, spelling.Length, code + 1);
    }

    /// <summary>The slot that holds the spelling, or the free one where it belongs.</summary>
    private int Place(ReadOnlySpan<byte> spelling, (ulong First, ulong Last) words)
    {
        int at = (int)(Hash(spelling, words) >> 32) & (slots.Length - 1);
        while (true)
        {
            ref Slot slot = ref slots[at];
            if (slot.Number == 0)
                return at;
            if (slot.First == words.First && slot.Last == words.Last && slot.Length == spelling.Length
                && (spelling.Length <= MostInWords || spelling.SequenceEqual(spellings[slot.Number - 1])))
                return at;
            at = (at + 1) & (slots.Length - 1);
        }
    }

    /// <summary>The first and the last eight bytes, overlapping in the middle; of fewer than eight bytes, all of them and zeros.</summary>
    private static (ulong First, ulong Last) Words(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..])),
        >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) << (8 * (bytes.Length - 4))), 0),
        > 0 => (bytes[0] | ((ulong)bytes[bytes.Length / 2] << (8 * (bytes.Length / 2))) | ((ulong)bytes[^1] << (8 * (bytes.Length - 1))), 0),
        _ => (0, 0),
    };

    private static ulong Hash(ReadOnlySpan<byte> spelling, (ulong First, ulong Last) words)
    {
        ulong hash = Start(words, spelling.Length);
        for (int at = 8; at + 8 < spelling.Length && spelling.Length > MostInWords; at += 8) // between the first and the last word, where there is something
            hash = Mix(hash) ^ BinaryPrimitives.ReadUInt64LittleEndian(spelling[at..]);
        return Mix(hash);
    }

    private static ulong Start((ulong First, ulong Last) words, int length) => words.First ^ BitOperations.RotateLeft(words.Last, 23) ^ (ulong)length;

    private static ulong Mix(ulong value) => BitOperations.RotateLeft(value * 0x9E3779B97F4A7C15, 29) * 0xBF58476D1CE4E5B9;
}
