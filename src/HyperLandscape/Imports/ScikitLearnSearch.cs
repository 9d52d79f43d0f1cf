using System.Text.RegularExpressions;

namespace HyperLandscape.Imports;

/// <summary>
/// Reads the results of scikit-learn's GridSearchCV, RandomizedSearchCV, HalvingGridSearchCV or HalvingRandomSearchCV,
/// written by <c>pandas.DataFrame(search.cv_results_).to_csv("search.csv")</c>.
/// </summary>
/// <remarks>
/// <para>Every <c>param_*</c> is a hyperparameter, of nested estimators too, such as <c>clf__max_depth</c>. Every
/// <c>mean_test_*</c> and <c>mean_train_*</c> is a landscape, labeled by split and measure and maximized, as all scores
/// of scikit-learn are. The scores of the folds, <c>split*</c>, give <see cref="Landscape.StandardErrors"/>: their sample
/// standard deviation / sqrt(folds), which is somewhat too small since folds share training data. They are landscapes of
/// their own, too, in <see cref="Import.Folds"/>: which differences are noise, tells
/// <code>new NoiseTolerance { Folds = true }.Of(import.Folds!.Where("split", "test").Where("measure", "score"))</code>
/// Times and ranks are skipped. A score that is NaN is a failed run.</para>
/// <para>The rounds of a halving search are fidelities: every value of <c>n_resources</c> has landscapes of its own, with
/// that value as a third label, over the configurations that got so far. These are the better ones of the round before,
/// so compare rounds on what they have in common, and take no round but the first for a sample of the whole. Where
/// aggressive elimination repeats a round with as many resources, say in the options how its runs are combined.</para>
/// <para>A value that is None is a level of its own, and so is one that is empty, which is how pandas writes None and
/// what a list of grids leaves where a hyperparameter does not apply. Among numbers it is placed above the largest, as
/// None mostly means no limit; name the hyperparameter in the options if that is not meant.</para>
/// </remarks>
public sealed partial record ScikitLearnSearch
{
    /// <summary>How hyperparameters are read where the defaults do not fit; they are named without <c>param_</c>.</summary>
    public CsvOptions Options { get; init; } = new();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <exception cref="ArgumentException">The options name a hyperparameter that is not in the table.</exception>
    /// <exception cref="InvalidDataException">The file is not what such a search writes; the message tells where, what was found and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Import Read(string path)
    {
        using FileStream stream = TableLandscapes.Open(path);
        return Read(stream);
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="stream">The table, read to its end and left open.</param>
    public Import Read(Stream stream) => ImportReader.Read(stream, ["split", "measure"], Roles, null, Options);

    private static ColumnRole[] Roles(string file, IReadOnlyList<string> names)
    {
        ColumnRole[] roles = [.. names.Select(Role)];
        if (!roles.Any(role => role.Use == ColumnUse.Measure))
            throw new InvalidDataException($"{file}: There is no column mean_test_score or the like, so this is no cv_results_ of scikit-learn; write it by pandas.DataFrame(search.cv_results_).to_csv(path).");
        return roles;
    }

    private static ColumnRole Role(string name)
    {
        if (name.Length == 0)
            return ColumnRole.RowNumbers;
        if (name.StartsWith("param_", StringComparison.Ordinal))
            return new ColumnRole(ColumnUse.Hyperparameter, name["param_".Length..]);
        if (name == "n_resources")
            return new ColumnRole(ColumnUse.Fidelity, "each has landscapes of its own");
        if (name == "iter")
            return ColumnRole.Skipped("the round of the search, which n_resources tells");
        if (name == "params")
            return ColumnRole.Skipped("the hyperparameters once more");
        if (Score().Match(name) is { Success: true } score)
            return new ColumnRole(score.Groups[1].Value == "mean" ? ColumnUse.Measure : ColumnUse.Fold, $"{score.Groups[2]} {score.Groups[3]}", Objective.Maximize, score.Groups[1].Value);
        if (Spread().IsMatch(name))
            return ColumnRole.Skipped("standard errors are taken from the folds");
        if (Rank().IsMatch(name))
            return ColumnRole.Skipped("a rank");
        return ColumnRole.Skipped(Time().IsMatch(name) ? "a time" : "not known in cv_results_");
    }

    [GeneratedRegex(@"\A(mean|split\d+)_(test|train)_(.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Score();

    [GeneratedRegex(@"\Astd_(test|train)_.+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Spread();

    [GeneratedRegex(@"\Arank_(test|train)_.+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rank();

    [GeneratedRegex(@"\A(mean|std)_(fit|score)_time\z", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
