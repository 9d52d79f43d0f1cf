using HyperLandscape.Tables;

namespace HyperLandscape;

/// <content>From a table.</content>
public sealed partial class LandscapeSet
{
    /// <summary>Reads many landscapes from a table with one configuration per row and one column per landscape.</summary>
    /// <remarks>
    /// The table is read as by <see cref="Landscape.ReadCsv(string, string, Objective, IReadOnlyList{string}?, CsvOptions?, ParallelOptions?, IProgress{double}?)"/>.
    /// The pattern names the fitness columns: literal text and fields in braces, such as
    /// <c>{split}_{measure}_{dataset}_{fidelity}</c>, matched against the whole name. A field is one or more characters
    /// without the literal text beside it (here the underscore), except for one field, which may hold anything: the one
    /// marked as <c>{task*}</c>; if none is marked, the one called <c>dataset</c>; or the only field. So
    /// <c>train_err_breast_cancer_it10</c> has the data set breast_cancer. The labels of a field can be listed, as in
    /// <c>{split:train|test}</c>. Columns that match but share no label with the rest (<c>min_data_in_leaf</c>) are
    /// refused unless the options name them as hyperparameters or the pattern lists labels.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="fitness">The pattern of the names of the fitness columns; its fields become the label names.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="maximize">Labels, such as accuracy, whose landscapes are maximized whatever the objective of the others is.</param>
    /// <param name="ignore">Columns to leave out, besides those of the options.</param>
    /// <param name="options">How to read the table, where the defaults do not fit.</param>
    /// <param name="parallel">Cancellation, and the largest number of threads; by default all processors.</param>
    /// <param name="progress">Told the share of the file's bytes that were read, 0 to 1.</param>
    /// <exception cref="ArgumentException">The pattern is wrong or matches no column or unrelated ones, a label to maximize does not occur, or a column that is named is not in the table or is named for two purposes.</exception>
    /// <exception cref="InvalidDataException">The content is not as it must be; the message tells where, what was found and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public static LandscapeSet ReadCsv(string path, string fitness, Objective objective = Objective.Minimize, IReadOnlyList<string>? maximize = null, IReadOnlyList<string>? ignore = null, CsvOptions? options = null, ParallelOptions? parallel = null, IProgress<double>? progress = null)
    {
        using FileStream stream = TableLandscapes.Open(path);
        return Read(stream, path, fitness, objective, maximize, ignore, options, parallel, progress);
    }

    /// <inheritdoc cref="ReadCsv(string, string, Objective, IReadOnlyList{string}?, IReadOnlyList{string}?, CsvOptions?, ParallelOptions?, IProgress{double}?)"/>
    /// <param name="stream">The table, read to its end and left open. The progress is known if the stream has a length.</param>
    /// <param name="fitness">The pattern of the names of the fitness columns; its fields become the label names.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="maximize">Labels, such as accuracy, whose landscapes are maximized whatever the objective of the others is.</param>
    /// <param name="ignore">Columns to leave out, besides those of the options.</param>
    /// <param name="options">How to read the table, where the defaults do not fit.</param>
    /// <param name="parallel">Cancellation, and the largest number of threads; by default all processors.</param>
    /// <param name="progress">Told the share of the file's bytes that were read, 0 to 1.</param>
    public static LandscapeSet ReadCsv(Stream stream, string fitness, Objective objective = Objective.Minimize, IReadOnlyList<string>? maximize = null, IReadOnlyList<string>? ignore = null, CsvOptions? options = null, ParallelOptions? parallel = null, IProgress<double>? progress = null) =>
        Read(stream, TableLandscapes.Name(stream), fitness, objective, maximize, ignore, options, parallel, progress);

    private static LandscapeSet Read(Stream stream, string file, string fitness, Objective objective, IReadOnlyList<string>? maximize, IReadOnlyList<string>? ignore, CsvOptions? options, ParallelOptions? parallel, IProgress<double>? progress)
    {
        ColumnPattern pattern = ColumnPattern.Parse(fitness);
        var landscapes = TableLandscapes.Read(stream, file, pattern, ToObjective, ignore, options, parallel, progress);
        foreach (string label in maximize ?? [])
        {
            if (!landscapes.Any(landscape => landscape.Labels.Contains(label)))
                throw new ArgumentException($"{file} has no landscape labeled '{label}', which was to be maximized; there are {Place.List([.. landscapes.SelectMany(landscape => landscape.Labels).Distinct()])}.", nameof(maximize));
        }

        return new LandscapeSet(pattern.FieldNames, landscapes);

        Objective ToObjective(IReadOnlyList<string> labels) => maximize?.Any(labels.Contains) == true ? Objective.Maximize : objective;
    }
}
