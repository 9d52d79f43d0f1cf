using HyperLandscape.Experiments;

namespace HyperLandscape.Imports;

/// <summary>
/// Reads a table of trials, one per row, of which the caller says which columns are what. All other columns are skipped
/// and reported. <see cref="Optuna"/>, <see cref="RayTune"/> and <see cref="WeightsAndBiases"/> know the columns of these.
/// </summary>
/// <remarks>
/// A hyperparameter that is empty or None is at a level of its own, as one that is active only under others; among
/// numbers that level is placed above the largest. Name the hyperparameter in the options if that is not meant. A
/// configuration that was tried repeatedly is an error unless the options say how to combine its trials.
/// </remarks>
public sealed record TrialTable
{
    /// <summary>The columns that are landscapes, labeled by their names, at least one.</summary>
    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>The columns that are hyperparameters. <c>config/*</c> stands for all that begin with config/; the rest of their name is that of the hyperparameter.</summary>
    public required IReadOnlyList<string> Hyperparameters { get; init; }

    /// <summary>
    /// The column that tells at what fidelity each trial was, such as epochs or a share of the data; every value of it has
    /// landscapes of its own, with that value as a second label. If null, all trials were at one.
    /// </summary>
    public string? Fidelity { get; init; }

    /// <summary>The column that tells how each trial ended; if null, all are finished.</summary>
    public string? State { get; init; }

    /// <summary>The states of finished trials.</summary>
    public IReadOnlyList<string> Finished { get; init; } = [];

    /// <summary>The states of failed trials, which are kept as failed runs. Trials in any other state are skipped.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    /// <summary>How hyperparameters are read where the defaults do not fit; they are named without what stands for <c>*</c>.</summary>
    public CsvOptions Options { get; init; } = new();

    /// <summary>
    /// The columns of Optuna's <c>study.trials_dataframe().to_csv("trials.csv")</c>: hyperparameters <c>params_*</c>;
    /// trials that are COMPLETE are finished, FAIL failed; pruned, running and waiting ones are skipped.
    /// </summary>
    /// <param name="measures">The columns that are landscapes, with their objectives, which the table does not tell: <c>value</c> or <c>values_0</c> and so on, or <c>user_attrs_*</c>. A minimized <c>value</c> if none is given.</param>
    public static TrialTable Optuna(params IReadOnlyList<Measure> measures) => new()
    {
        Measures = measures.Count > 0 ? measures : [new Measure("value")],
        Hyperparameters = ["params_*"],
        State = "state",
        Finished = ["COMPLETE"],
        Failed = ["FAIL"],
    };

    /// <summary>The columns of Ray Tune's <c>results.get_dataframe().to_csv("trials.csv")</c>: hyperparameters <c>config/*</c>.</summary>
    /// <param name="measures">The columns that are landscapes.</param>
    public static TrialTable RayTune(params IReadOnlyList<Measure> measures) => new()
    {
        Measures = measures,
        Hyperparameters = ["config/*"],
    };

    /// <summary>
    /// The columns of the table of runs that Weights and Biases exports: trials whose State is finished are finished;
    /// failed, crashed and killed ones failed; running ones are skipped.
    /// </summary>
    /// <param name="hyperparameters">The columns that are hyperparameters.</param>
    /// <param name="measures">The columns that are landscapes.</param>
    public static TrialTable WeightsAndBiases(IReadOnlyList<string> hyperparameters, params IReadOnlyList<Measure> measures) => new()
    {
        Measures = measures,
        Hyperparameters = hyperparameters,
        State = "State",
        Finished = ["finished"],
        Failed = ["failed", "crashed", "killed"],
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <exception cref="ArgumentException">A column that is named is not in the table, or is named for two purposes.</exception>
    /// <exception cref="InvalidDataException">The content is not as it must be; the message tells where, what was found and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Import Read(string path)
    {
        using FileStream stream = TableLandscapes.Open(path);
        return Read(stream);
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="stream">The table, read to its end and left open.</param>
    public Import Read(Stream stream) => ImportReader.Read(stream, ["measure"], Roles, State is null ? null : new TrialStates(Finished, Failed), Options);

    private ColumnRole[] Roles(string file, IReadOnlyList<string> names)
    {
        string[] named = [.. Measures.Select(measure => measure.Name), .. Hyperparameters, .. new[] { Fidelity, State }.OfType<string>()];
        if (Measures.Count == 0 || named.Distinct().Count() < named.Length)
            throw new ArgumentException($"The columns {Tables.Place.List(named)} were named; at least one measure is needed, and each for one purpose.");
        foreach (string name in named)
        {
            if (!names.Any(other => other == name || Matches(name, other)))
                throw new ArgumentException($"{file} has no column '{name}'; its columns are {Tables.Place.List(names)}.");
        }

        return [.. names.Select(Role)];
    }

    private ColumnRole Role(string name)
    {
        if (name.Length == 0)
            return ColumnRole.RowNumbers;
        if (name == State)
            return new ColumnRole(ColumnUse.State, $"{string.Join(", ", Finished)} finished; {string.Join(", ", Failed)} failed");
        if (name == Fidelity)
            return new ColumnRole(ColumnUse.Fidelity, "each has landscapes of its own");
        if (Measures.FirstOrDefault(measure => measure.Name == name) is { } found)
            return new ColumnRole(ColumnUse.Measure, name, found.Objective);
        if (Hyperparameters.Contains(name))
            return new ColumnRole(ColumnUse.Hyperparameter, name);
        if (Hyperparameters.FirstOrDefault(pattern => Matches(pattern, name)) is { } prefix)
            return new ColumnRole(ColumnUse.Hyperparameter, name[(prefix.Length - 1)..]);
        return ColumnRole.Skipped("not named");
    }

    private static bool Matches(string pattern, string name) => pattern.EndsWith('*') && name.Length >= pattern.Length && name.StartsWith(pattern[..^1], StringComparison.Ordinal);
}
