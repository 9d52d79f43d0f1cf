using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>
/// Makes levels of the ways in which the values of a column are written. A value is its number if it is one, so 0.1 and
/// 0.10 are one level, otherwise its text. The order of the rows does not matter.
/// </summary>
internal sealed class LevelInference(string name, IReadOnlyList<Spelling> spellings, Func<int, Place> place)
{
    /// <summary>The levels as declared, or from the data with the kind given, or with the kind inferred.</summary>
    public Levels Resolve(HyperparameterKind? kind, Hyperparameter? declared)
    {
        if (declared is not null)
            return new Levels(declared, [.. spellings.Select(spelling => Declared(spelling, declared))]);
        foreach (Spelling spelling in spellings)
        {
            if (string.IsNullOrWhiteSpace(spelling.Text))
                throw Error(spelling, "The value of the hyperparameter is missing; complete or delete the row, or give the missing value a name such as 'none'.");
        }

        return (kind ?? Kind()) switch
        {
            HyperparameterKind.Boolean => new Levels(Hyperparameter.Boolean(name), [.. spellings.Select(Truth)]),
            HyperparameterKind.Ordinal => Ordinal(),
            _ => Categorical(),
        };
    }

    private HyperparameterKind Kind()
    {
        int numbers = spellings.Count(spelling => spelling.IsNumber);
        if (numbers > 0 && numbers < spellings.Count)
            throw Mixed();
        int[] truths = [.. spellings.Select(spelling => spelling.Truth).Distinct()];
        if (truths.Length == 2 && !truths.Contains(-1))
            return HyperparameterKind.Boolean;
        return numbers > 0 ? HyperparameterKind.Ordinal : HyperparameterKind.Categorical;
    }

    private Levels Ordinal()
    {
        foreach (Spelling spelling in spellings)
        {
            if (!spelling.IsNumber)
                throw Error(spelling, $"'{spelling.Text}' is not a number, so the data does not tell the order of the levels; give it in CsvOptions.Hyperparameters, as in Hyperparameter.Ordinal(\"{name}\", \"low\", \"high\").");
        }

        double[] numbers = [.. spellings.Select(spelling => spelling.Number).Distinct().Order()];
        return new Levels(Hyperparameter.Ordinal(name, numbers), [.. spellings.Select(spelling => Array.BinarySearch(numbers, spelling.Number))]);
    }

    private Levels Categorical()
    {
        string[] labels = [.. spellings
            .OrderBy(spelling => spelling.IsNumber ? 0 : 1)
            .ThenBy(spelling => spelling.Number)
            .ThenBy(spelling => spelling.Text, StringComparer.Ordinal)
            .Select(Label)
            .Distinct()];
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string label in labels)
            levels.Add(label, levels.Count);
        return new Levels(Hyperparameter.Categorical(name, labels), [.. spellings.Select(spelling => levels[Label(spelling)])]);
    }

    private int Truth(Spelling spelling) => spelling.Truth >= 0
        ? spelling.Truth
        : throw Error(spelling, $"'{spelling.Text}' is neither true nor false, 0 nor 1; name the column in CsvOptions.Categorical instead of Boolean.");

    /// <summary>The declared level with the same text, else the one with the same number.</summary>
    private int Declared(Spelling spelling, Hyperparameter declared)
    {
        int level = declared.IndexOf(spelling.Text);
        if (level < 0 && declared.Kind == HyperparameterKind.Boolean)
            level = spelling.Truth;
        for (int i = 0; i < declared.LevelCount && level < 0 && spelling.IsNumber; i++)
        {
            if (double.TryParse(declared.Labels[i], System.Globalization.CultureInfo.InvariantCulture, out double number) && number == spelling.Number)
                level = i;
        }

        return level >= 0
            ? level
            : throw Error(spelling, $"'{spelling.Text}' is not among the declared levels {Place.List(declared.Labels.ToArray())}; add it to them, or correct the row.");
    }

    private InvalidDataException Mixed()
    {
        Spelling text = spellings.First(spelling => !spelling.IsNumber);
        Spelling number = spellings.First(spelling => spelling.IsNumber);
        return Error(text, $"'{text.Text}' is not a number, but '{number.Text}' in line {number.Line} is. If the values have no order, name the column in CsvOptions.Categorical; if they have, give it in CsvOptions.Hyperparameters, as in Hyperparameter.Ordinal(\"{name}\", \"{number.Text}\", \"{text.Text}\").");
    }

    private InvalidDataException Error(Spelling spelling, string problem) => place(spelling.Line).Error(problem);

    private static string Label(Spelling spelling) => spelling.IsNumber ? Hyperparameter.Format(spelling.Number) : spelling.Text;
}
