using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>What the user said about single columns: to ignore them, or of what kind they are, or with which levels.</summary>
internal sealed class ColumnChoices
{
    private readonly Dictionary<string, Choice> choices = new(StringComparer.Ordinal);
    private readonly HashSet<string> conditional = new(StringComparer.Ordinal);

    /// <param name="Source">The option.</param>
    /// <param name="Column">What the column is; null if it is ignored.</param>
    private sealed record Choice(string Source, ColumnChoice? Column);

    /// <summary>Whether the configurations are scattered, so that values may all be different.</summary>
    public bool IsScattered { get; init; }

    /// <summary>Columns to leave out.</summary>
    public void Ignore(IEnumerable<string> columns)
    {
        foreach (string column in columns.Distinct())
            Add(column, new Choice("Ignore", null));
    }

    /// <summary>Columns that are hyperparameters of a kind, their levels from the data.</summary>
    public void Declare(IEnumerable<string> columns, HyperparameterKind kind)
    {
        foreach (string column in columns.Distinct())
            Add(column, new Choice(Enum.GetName(kind)!, new ColumnChoice(kind)));
    }

    /// <summary>Columns that are hyperparameters with these levels.</summary>
    public void Declare(IEnumerable<Hyperparameter> hyperparameters)
    {
        foreach (Hyperparameter hyperparameter in hyperparameters)
            Add(hyperparameter.Name, new Choice("Hyperparameters", new ColumnChoice(Declared: hyperparameter)));
    }

    /// <summary>Columns that are hyperparameters with bins as levels.</summary>
    public void Declare(IEnumerable<Binning> bins)
    {
        foreach (Binning binning in bins)
            Add(binning.Hyperparameter, new Choice("Bins", new ColumnChoice(Binning: binning)));
    }

    /// <summary>Columns that are hyperparameters, of any kind, and not active in the rows where they have no value.</summary>
    public void MayBeInactive(IEnumerable<string> columns) => conditional.UnionWith(columns);

    /// <summary>
    /// The columns of a table, null where ignored. A column chosen as a hyperparameter is one even if the pattern
    /// matches its name; any other that the pattern matches is a fitness; the rest are hyperparameters.
    /// </summary>
    /// <exception cref="ArgumentException">A column is not in the table, or no column has a fitness or none a hyperparameter.</exception>
    public Column?[] ToColumns(string file, IReadOnlyList<string> names, ColumnPattern fitness)
    {
        foreach ((string name, string source) in choices.Select(choice => (choice.Key, choice.Value.Source)).Concat(conditional.Select(name => (name, "Conditional"))))
        {
            if (!names.Contains(name))
                throw new ArgumentException($"{file} has no column '{name}', which CsvOptions.{source} names; its columns are {Place.List(names)}.");
            if (fitness.FieldNames.Count == 0 && fitness.Match(name) is not null)
                throw new ArgumentException($"The column '{name}' cannot be the fitness and in CsvOptions.{source} as well; leave out one.");
        }

        if (conditional.FirstOrDefault(name => choices.TryGetValue(name, out Choice? choice) && choice.Column is null) is { } ignored)
            throw new ArgumentException($"The column '{ignored}' is named in CsvOptions.Ignore and in CsvOptions.Conditional; leave out one.");

        Column?[] columns = [.. names.Select(name => ToColumn(file, name, fitness))];
        FitnessColumn[] matched = [.. columns.OfType<FitnessColumn>()];
        if (matched.Length == 0)
            throw new ArgumentException($"{file} has no column {(fitness.FieldNames.Count == 0 ? $"'{fitness}' as the fitness" : $"that matches '{fitness}', the fitness")}; its columns are {Place.List(names)}.{(fitness.FieldNames.Count == 0 && fitness.ToString()!.Contains('{', StringComparison.Ordinal) ? " A pattern of many columns is for a set of landscapes." : "")}");
        if (fitness.IsOpen)
            PatternFamily.Require(file, fitness, matched);
        if (!columns.OfType<HyperparameterColumn>().Any())
            throw new ArgumentException($"{file} has no hyperparameters: every column is the fitness or ignored.");
        return columns;
    }

    private Column? ToColumn(string file, string name, ColumnPattern fitness)
    {
        bool mayBeInactive = conditional.Contains(name);
        if (choices.TryGetValue(name, out Choice? choice))
            return choice.Column is { } told ? new HyperparameterColumn(file, name, told with { MayBeInactive = mayBeInactive }) : null;
        return !mayBeInactive && fitness.Match(name) is string[] labels
            ? new FitnessColumn(file, name, labels)
            : new HyperparameterColumn(file, name, new ColumnChoice(MayBeInactive: mayBeInactive));
    }

    private void Add(string column, Choice choice)
    {
        if (!choices.TryAdd(column, choice))
            throw new ArgumentException($"The column '{column}' is named in CsvOptions.{choices[column].Source} and in CsvOptions.{choice.Source}; leave out one.");
    }
}
