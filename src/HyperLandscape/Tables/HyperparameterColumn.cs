using System.Globalization;
using System.Numerics;
using System.Text.Unicode;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>
/// A hyperparameter of every row, as a code for the way its value is written. Which level a code stands for is known
/// at the end, when all values were seen.
/// </summary>
internal sealed class HyperparameterColumn : Column
{
    private const int MostSpellings = 1 << 20;

    private readonly ColumnChoice choice;
    private readonly SpellingTable table = new();
    private readonly List<Spelling> spellings = [];
    private readonly List<(Part Part, int[] ColumnCodes)> parts = []; // codes of a part, and what they are in the whole column

    /// <param name="file">What to call the file in a message.</param>
    /// <param name="name">The name in the header.</param>
    /// <param name="choice">What it was told to be.</param>
    public HyperparameterColumn(string file, string name, ColumnChoice choice)
        : base(file, name)
    {
        this.choice = choice;
    }

    /// <summary>Whether neither the kind nor the levels were told.</summary>
    public bool IsInferred => choice.IsInferred;

    /// <inheritdoc/>
    public override ColumnPart NewPart(int capacity) => new Part(this, capacity);

    /// <inheritdoc/>
    public override void Append(ColumnPart part)
    {
        var own = (Part)part;
        var columnCodes = new int[own.Lines.Count];
        for (int code = 0; code < columnCodes.Length; code++)
        {
            ReadOnlySpan<byte> spelling = own.Table[code];
            int known = table.Find(spelling);
            columnCodes[code] = known >= 0 ? known : AddSpelling(spelling, own.Lines[code]);
        }

        parts.Add((own, columnCodes));
    }

    /// <summary>The hyperparameter, and the level of every spelling.</summary>
    /// <exception cref="InvalidDataException">The values are none that such a hyperparameter may have.</exception>
    public Levels Resolve() => new LevelInference(Name, spellings, At).Resolve(choice);

    /// <summary>Adds stride times the level of every row of a part to its cell.</summary>
    public void AddTo(Span<long> cells, int part, long stride, ReadOnlySpan<int> levelOfSpelling)
    {
        (Part own, int[] columnCodes) = parts[part];
        var steps = new long[columnCodes.Length];
        for (int code = 0; code < steps.Length; code++)
            steps[code] = stride * levelOfSpelling[columnCodes[code]];
        own.AddTo(cells, steps);
    }

    private int AddSpelling(ReadOnlySpan<byte> field, int line)
    {
        Place place = At(line);
        if (spellings.Count == MostSpellings)
            throw place.Error(string.Create(CultureInfo.InvariantCulture, $"The column has more than {MostSpellings:N0} different values; if it is no hyperparameter (seconds, seeds, identifiers), ignore it, otherwise round it to fewer levels."));
        string text = Place.Decode(place, field);
        double number = Number.TryParse(field, out double value) && double.IsFinite(value) ? value + 0.0 : double.NaN; // -0 is 0
        spellings.Add(new Spelling(text, number, line));
        return table.Add(field);
    }

    private sealed class Part(HyperparameterColumn column, int capacity) : ColumnPart
    {
        // A code per row: which spelling of this part it has. Bytes as long as they do, since the codes of all columns are
        // most of what a table takes while it is read.
        private readonly byte[] narrow = GC.AllocateUninitializedArray<byte>(capacity, pinned: true);
        private int[] wide = [];

        public SpellingTable Table { get; } = new();

        /// <summary>The line where each spelling of this part first occurs.</summary>
        public List<int> Lines { get; } = [];

        public override void Add(ReadOnlySpan<byte> field, int line)
        {
            int code = Table.Find(field);
            if (code < 0)
                code = AddSpelling(field, line);
            if (wide.Length == 0)
                narrow[Count++] = (byte)code;
            else
                wide[Count++] = code;
        }

        public override void AddAll(ReadOnlySpan<byte> text, ReadOnlySpan<FieldRange> fields, int width, ReadOnlySpan<int> lines)
        {
            int row = 0;
            if (wide.Length == 0)
            {
                row = Table.FindAll(text, fields, width, narrow.AsSpan(Count, lines.Length));
                Count += row;
            }

            for (; row < lines.Length; row++)
                Add(fields[row * width].Of(text), lines[row]);
        }

        public override void ForgetBehind(int line)
        {
            while (Lines.Count > 0 && Lines[^1] > line)
                Lines.RemoveAt(Lines.Count - 1);
        }

        /// <summary>Adds to the cell of every row the step of its code.</summary>
        public void AddTo(Span<long> cells, ReadOnlySpan<long> steps)
        {
            if (wide.Length == 0)
                AddTo<byte>(cells, narrow, steps);
            else
                AddTo<int>(cells, wide, steps);
        }

        private static void AddTo<T>(Span<long> cells, ReadOnlySpan<T> codes, ReadOnlySpan<long> steps)
            where T : IBinaryInteger<T>
        {
            for (int row = 0; row < cells.Length; row++)
                cells[row] += steps[int.CreateTruncating(codes[row])];
        }

        private int AddSpelling(ReadOnlySpan<byte> field, int line)
        {
            if (!Utf8.IsValid(field))
                _ = Place.Decode(column.At(line), field); // refuses it
            Lines.Add(line);
            if (Lines.Count == byte.MaxValue + 2)
                wide = [.. narrow[..Count].Select(code => (int)code), .. new int[narrow.Length - Count]];
            return Table.Add(field);
        }
    }
}
