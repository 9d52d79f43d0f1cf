using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>What the user said about single columns: to ignore them, or of what kind they are, or with which levels.</summary>
internal sealed class ColumnChoices
{
    private readonly Dictionary<string, Choice> choices = new(StringComparer.Ordinal);

    private sealed record Choice(string Source, HyperparameterKind? Kind, Hyperparameter? Declared);

    /// <summary>Columns to leave out.</summary>
    public void Ignore(IEnumerable<string> columns)
    {
        foreach (string column in columns.Distinct())
            Add(column, new Choice("Ignore", null, null));
    }

    /// <summary>Columns that are hyperparameters of a kind, their levels from the data.</summary>
    public void Declare(IEnumerable<string> columns, HyperparameterKind kind)
    {
        foreach (string column in columns.Distinct())
            Add(column, new Choice(Enum.GetName(kind)!, kind, null));
    }

    /// <summary>Columns that are hyperparameters with these levels.</summary>
    public void Declare(IEnumerable<Hyperparameter> hyperparameters)
    {
        foreach (Hyperparameter hyperparameter in hyperparameters)
            Add(hyperparameter.Name, new Choice("Hyperparameters", null, hyperparameter));
    }

    /// <summary>
    /// The columns of a table, null where ignored. A column chosen as a hyperparameter is one even if the pattern
    /// matches its name; any other that the pattern matches is a fitness; the rest are hyperparameters.
    /// </summary>
    /// <exception cref="ArgumentException">A column is not in the table, or no column has a fitness or none a hyperparameter.</exception>
    public Column?[] ToColumns(string file, IReadOnlyList<string> names, ColumnPattern fitness)
    {
        foreach ((string name, Choice choice) in choices)
        {
            if (!names.Contains(name))
                throw new ArgumentException($"{file} has no column '{name}', which CsvOptions.{choice.Source} names; its columns are {Place.List(names)}.");
            if (fitness.FieldNames.Count == 0 && fitness.Match(name) is not null)
                throw new ArgumentException($"The column '{name}' cannot be the fitness and in CsvOptions.{choice.Source} as well; leave out one.");
        }

        Column?[] columns = [.. names.Select(name => ToColumn(file, name, fitness))];
        FitnessColumn[] matched = [.. columns.OfType<FitnessColumn>()];
        if (matched.Length == 0)
            throw new ArgumentException($"{file} has no column {(fitness.FieldNames.Count == 0 ? $"'{fitness}' as the fitness" : $"that matches '{fitness}', the fitness")}; its columns are {Place.List(names)}.");
        if (fitness.IsOpen)
            PatternFamily.Require(file, fitness, matched);
        if (!columns.OfType<HyperparameterColumn>().Any())
            throw new ArgumentException($"{file} has no hyperparameters: every column is the fitness or ignored.");
        return columns;
    }

    private Column? ToColumn(string file, string name, ColumnPattern fitness)
    {
        if (choices.TryGetValue(name, out Choice? choice))
            return choice.Kind is null && choice.Declared is null ? null : new HyperparameterColumn(file, name, choice.Kind, choice.Declared);
        return fitness.Match(name) is string[] labels
            ? new FitnessColumn(file, name, labels)
            : new HyperparameterColumn(file, name, null, null);
    }

    private void Add(string column, Choice choice)
    {
        if (!choices.TryAdd(column, choice))
            throw new ArgumentException($"The column '{column}' is named in CsvOptions.{choices[column].Source} and in CsvOptions.{choice.Source}; leave out one.");
    }
}
