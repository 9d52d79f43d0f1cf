using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>
/// Makes levels of the ways in which the values of a column are written. A value is its number if it is one, so 0.1 and
/// 0.10 are one level, otherwise its text. The order of the rows does not matter.
/// </summary>
internal sealed class LevelInference(string name, IReadOnlyList<Spelling> spellings, Func<int, Place> place)
{
    /// <summary>The levels that the column was told to have, or of the kind that it was told, or of the kind inferred.</summary>
    public Levels Resolve(ColumnChoice choice)
    {
        if (choice.MayBeInactive && spellings.Any(IsInactive))
            return WithInactive(choice with { MayBeInactive = false });
        if (choice.Declared is { } declared)
            return new Levels(declared, [.. spellings.Select(spelling => Declared(spelling, declared))]);
        foreach (Spelling spelling in spellings)
        {
            if (string.IsNullOrWhiteSpace(spelling.Text))
                throw Error(spelling, "The value of the hyperparameter is missing; complete or delete the row, or give the missing value a name such as 'none'. Name the column in CsvOptions.Conditional if it is active in some rows only, or ignore it if it is no hyperparameter.");
        }

        if (choice.Binning is { } binning)
            return Binned(binning);
        return (choice.Kind ?? Kind()) switch
        {
            HyperparameterKind.Boolean => new Levels(Hyperparameter.Boolean(name), [.. spellings.Select(Truth)]),
            HyperparameterKind.Ordinal => Ordinal(),
            _ => Categorical(),
        };
    }

    /// <summary>The levels of the values that are active, and one for all others.</summary>
    private Levels WithInactive(ColumnChoice choice)
    {
        Spelling[] active = [.. spellings.Where(spelling => !IsInactive(spelling))];
        if (active.Length == 0)
            throw Error(spellings[0], "The hyperparameter is inactive in every row; ignore the column.");
        Levels levels = new LevelInference(name, active, place).Resolve(choice);
        Hyperparameter hyperparameter = levels.Hyperparameter.InactiveLevel < 0 ? levels.Hyperparameter.WithInactive() : levels.Hyperparameter;
        int next = 0;
        return new Levels(hyperparameter, [.. spellings.Select(spelling => IsInactive(spelling) ? hyperparameter.InactiveLevel : levels.OfSpelling[next++])]);
    }

    private Levels Binned(Binning binning)
    {
        foreach (Spelling spelling in spellings)
        {
            if (!spelling.IsNumber || (binning.Logarithmic && spelling.Number <= 0))
                throw Error(spelling, $"'{spelling.Text}' is no {(binning.Logarithmic ? "positive " : "")}number, so it is in no bin; correct the row, or leave the column out of CsvOptions.Bins.");
        }

        (Hyperparameter hyperparameter, int[] bins) = binning.Of([.. spellings.Select(spelling => spelling.Number)]);
        return new Levels(hyperparameter, bins);
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

    private static bool IsInactive(Spelling spelling) =>
        string.IsNullOrWhiteSpace(spelling.Text) || spelling.Text.Trim().ToUpperInvariant() is "NONE" or "NULL" or "NA" or "NAN" or "INACTIVE";

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
