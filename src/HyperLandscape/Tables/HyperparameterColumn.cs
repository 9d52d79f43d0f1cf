using System.Globalization;
using System.Runtime.InteropServices;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>
/// A hyperparameter of every row, as a code for the way its value is written. Which level a code stands for is known
/// at the end, when all values were seen.
/// </summary>
internal sealed class HyperparameterColumn : Column
{
    private const int MostSpellings = 1 << 20;

    private readonly HyperparameterKind? kind;
    private readonly Hyperparameter? declared;
    private readonly SpellingTable table = new();
    private readonly List<Spelling> spellings = [];
    private readonly List<int> codes = [];
    private int last = -1; // the code of the row before, since neighbouring rows often agree

    /// <param name="file">What to call the file in a message.</param>
    /// <param name="name">The name in the header.</param>
    /// <param name="kind">The kind if it was told; inferred if null.</param>
    /// <param name="declared">The hyperparameter with its levels if they were told.</param>
    public HyperparameterColumn(string file, string name, HyperparameterKind? kind, Hyperparameter? declared)
        : base(file, name)
    {
        this.kind = kind;
        this.declared = declared;
    }

    /// <summary>Whether neither the kind nor the levels were told.</summary>
    public bool IsInferred => kind is null && declared is null;

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> field, int line)
    {
        if (last < 0 || !field.SequenceEqual(table[last]))
        {
            last = table.Find(field);
            if (last < 0)
                last = AddSpelling(field, line);
        }

        codes.Add(last);
    }

    /// <summary>The hyperparameter, and the level of every code.</summary>
    /// <exception cref="InvalidDataException">The values are none that such a hyperparameter may have.</exception>
    public Levels Resolve() => new LevelInference(Name, spellings, At).Resolve(kind, declared);

    /// <summary>Adds stride times the level of every row to its cell.</summary>
    public void AddTo(Span<long> cells, long stride, ReadOnlySpan<int> levelOfCode)
    {
        ReadOnlySpan<int> rows = CollectionsMarshal.AsSpan(codes);
        for (int row = 0; row < cells.Length; row++)
            cells[row] += stride * levelOfCode[rows[row]];
    }

    private int AddSpelling(ReadOnlySpan<byte> field, int line)
    {
        Place place = At(line);
        if (spellings.Count == MostSpellings)
            throw place.Error(string.Create(CultureInfo.InvariantCulture, $"The column has more than {MostSpellings:N0} different values; if it is no hyperparameter (seconds, seeds, identifiers), ignore it, otherwise round it to fewer levels."));
        string text = Place.Decode(place, field);
        double number = Number.TryParse(field, out double value) && double.IsFinite(value) ? value + 0.0 : double.NaN; // -0 is 0
        table.Add(field);
        spellings.Add(new Spelling(text, number, line));
        return spellings.Count - 1;
    }
}
