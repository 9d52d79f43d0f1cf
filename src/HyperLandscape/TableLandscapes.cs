using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape;

/// <summary>The landscapes of a table, which share one grouping of its rows and one graph.</summary>
internal static class TableLandscapes
{
    /// <summary>A file to read from its start to its end.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);

    /// <summary>What to call a stream in a message.</summary>
    public static string Name(Stream stream) => stream is FileStream file ? file.Name : "the stream";

    /// <summary>One landscape for every fitness column, with its labels, in the order of the columns.</summary>
    public static (Landscape Landscape, IReadOnlyList<string> Labels)[] Read(Stream stream, string file, ColumnPattern fitness, Func<IReadOnlyList<string>, Objective> toObjective, IReadOnlyList<string>? ignore, CsvOptions? options, ParallelOptions? parallel, IProgress<double>? progress) => Workers.With(parallel, () =>
    {
        CancellationToken cancellationToken = parallel?.CancellationToken ?? default;
        options ??= new CsvOptions();
        options = options with { Ignore = [.. options.Ignore, .. ignore ?? []] };
        Table table = TableReader.Read(stream, file, options.Separator, fitness, options.ToChoices(), share =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(share);
        });

        string where = file;
        try
        {
            var runs = new Runs(table.Space, table.Cells, options.Neighborhood, options.Duplicates, row => $"line {table.LineOf(row)}");
            var landscapes = new (Landscape, IReadOnlyList<string>)[table.Fitness.Count];
            for (int i = 0; i < landscapes.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                where = $"{file}, column '{table.Fitness[i].Name}'";
                landscapes[i] = (runs.ToLandscape(table.Fitness[i].ToArray(), toObjective(table.Fitness[i].Labels), options.Tolerance), table.Fitness[i].Labels);
            }

            return landscapes;
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{where}: {error.Message}", error);
        }
    });
}
