using HyperLandscape.Tables;

namespace HyperLandscape;

/// <content>From a table.</content>
public sealed partial class Landscape
{
    /// <summary>Reads a landscape from a table with one run per row, such as the trials of a hyperparameter search.</summary>
    /// <remarks>
    /// Comma-separated values (RFC 4180; also semicolon or tab), UTF-8, plain or gzip, numbers with a decimal point. The
    /// first line names the columns. Every column that is neither the fitness nor ignored is a hyperparameter; see
    /// <see cref="CsvOptions"/> for its kind and levels. A fitness that is empty, NaN, inf, NA, None or null is a failed
    /// run, kept apart in <see cref="FailedCells"/>. The order of the rows does not matter. More than 16,384 columns, a row
    /// of more than 64 MB, and gzip that expands to more than 200 times its size are refused.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="fitness">The name of the fitness column.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="ignore">Columns to leave out, besides those of the options.</param>
    /// <param name="options">How to read the table, where the defaults do not fit.</param>
    /// <param name="parallel">Cancellation, and the largest number of threads; by default all processors.</param>
    /// <param name="progress">Told the share of the file's bytes that were read, 0 to 1.</param>
    /// <exception cref="ArgumentException">A column that is named is not in the table or is named for two purposes.</exception>
    /// <exception cref="InvalidDataException">The content is not as it must be; the message tells where, what was found and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was canceled.</exception>
    public static Landscape ReadCsv(string path, string fitness, Objective objective = Objective.Minimize, IReadOnlyList<string>? ignore = null, CsvOptions? options = null, ParallelOptions? parallel = null, IProgress<double>? progress = null)
    {
        using FileStream stream = TableLandscapes.Open(path);
        return TableLandscapes.Read(stream, path, ColumnPattern.Exactly(fitness), _ => objective, ignore, options, parallel, progress)[0].Landscape;
    }

    /// <inheritdoc cref="ReadCsv(string, string, Objective, IReadOnlyList{string}?, CsvOptions?, ParallelOptions?, IProgress{double}?)"/>
    /// <param name="stream">The table, read to its end and left open. The progress is known if the stream has a length.</param>
    /// <param name="fitness">The name of the fitness column.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="ignore">Columns to leave out, besides those of the options.</param>
    /// <param name="options">How to read the table, where the defaults do not fit.</param>
    /// <param name="parallel">Cancellation, and the largest number of threads; by default all processors.</param>
    /// <param name="progress">Told the share of the file's bytes that were read, 0 to 1.</param>
    public static Landscape ReadCsv(Stream stream, string fitness, Objective objective = Objective.Minimize, IReadOnlyList<string>? ignore = null, CsvOptions? options = null, ParallelOptions? parallel = null, IProgress<double>? progress = null) =>
        TableLandscapes.Read(stream, TableLandscapes.Name(stream), ColumnPattern.Exactly(fitness), _ => objective, ignore, options, parallel, progress)[0].Landscape;
}
