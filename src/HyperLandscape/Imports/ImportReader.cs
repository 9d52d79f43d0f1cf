using System.Globalization;
using HyperLandscape.Experiments;
using HyperLandscape.Spaces;
using HyperLandscape.Tables;

namespace HyperLandscape.Imports;

/// <summary>Reads a table whose columns have roles.</summary>
internal sealed class ImportReader
{
    private readonly string file;
    private readonly CsvReader reader;
    private readonly ColumnRole[] roles;
    private readonly TrialStates? states;
    private readonly HyperparameterFields?[] hyperparameters; // by column, as are the scores
    private readonly FitnessColumn?[] scores;
    private readonly List<int> lines = [];
    private readonly Dictionary<string, int> skipped = [];

    private ImportReader(string file, CsvReader reader, ColumnRole[] roles, TrialStates? states)
    {
        this.file = file;
        this.reader = reader;
        this.roles = roles;
        this.states = states;
        hyperparameters = [.. roles.Select(role => role.Use == ColumnUse.Hyperparameter ? new HyperparameterFields(role.Name) : null)];
        scores = [.. roles.Select((role, i) => role.Use is ColumnUse.Measure or ColumnUse.Fold ? new FitnessColumn(file, reader.Names[i], [role.Name]) : null)];
    }

    /// <param name="stream">The table.</param>
    /// <param name="labelNames">What the labels of a measure mean, in the order in which its name lists them, separated by spaces.</param>
    /// <param name="toRoles">The role of every column, given the file's name and those of the columns.</param>
    /// <param name="states">What the states mean, if a column tells them.</param>
    /// <param name="options">How hyperparameters are read.</param>
    public static Import Read(Stream stream, string[] labelNames, Func<string, IReadOnlyList<string>, ColumnRole[]> toRoles, TrialStates? states, CsvOptions options)
    {
        string file = TableLandscapes.Name(stream);
        using var source = new ByteSource(stream);
        var csv = new CsvReader(new RowScanner(source, file, options.Separator, _ => { }), file, mayNumberRows: true);
        var reader = new ImportReader(file, csv, toRoles(file, csv.Names), states);
        reader.ReadRows();
        return reader.ToImport(labelNames, options);
    }

    private void ReadRows()
    {
        while (reader.Read())
        {
            bool isFailed = false;
            int state = Array.FindIndex(roles, role => role.Use == ColumnUse.State);
            if (state >= 0)
            {
                string text = Text(state);
                isFailed = states!.Failed.Contains(text);
                if (!isFailed && !states.Finished.Contains(text))
                {
                    string reason = $"{reader.Names[state]} is {(text.Length > 0 ? text : "empty")}";
                    skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
                    continue;
                }
            }

            lines.Add(reader.Line);
            for (int i = 0; i < roles.Length; i++)
            {
                hyperparameters[i]?.Add(Text(i));
                scores[i]?.Add(isFailed ? [] : reader.Field(i), reader.Line);
            }
        }
    }

    private string Text(int column) => Place.Decode(new Place(file, reader.Line, Place.Named(reader.Names[column])), reader.Field(column));

    private Import ToImport(string[] labelNames, CsvOptions options)
    {
        if (lines.Count == 0)
            throw new InvalidDataException($"{file}: The table has no rows to take{(skipped.Count > 0 ? $"; skipped were those where {string.Join(", ", skipped.Keys)}" : "")}.");
        HyperparameterFields[] read = [.. hyperparameters.OfType<HyperparameterFields>()];
        Hyperparameter[] withNone = [.. read.Select(fields => fields.WithNoneLast()).OfType<Hyperparameter>().Where(hyperparameter => !IsNamed(options, hyperparameter.Name))];
        HyperparameterColumn[] columns = ToColumns(read, options with { Hyperparameters = [.. options.Hyperparameters, .. withNone] });
        Table table = TableReader.ToTable(file, columns, [.. scores.OfType<FitnessColumn>()], lines);

        var landscapes = new List<(Landscape, IReadOnlyList<string>)>();
        var details = new string?[roles.Length];
        try
        {
            var runs = new Runs(table.Space, table.Cells, options.Neighborhood, options.Duplicates, row => $"line {lines[row]}");
            for (int i = 0; i < roles.Length; i++)
            {
                if (roles[i].Use != ColumnUse.Measure)
                    continue;
                if (scores[i]!.Values.ContainsAnyExceptInRange(double.MinValue, double.MaxValue) && !scores[i]!.Values.ContainsAnyInRange(double.MinValue, double.MaxValue))
                    details[i] = "no finite value";
                else
                    landscapes.Add((ToLandscape(runs, table, i, options), labelNames.Length == 1 ? [roles[i].Name] : roles[i].Name.Split(' ', labelNames.Length)));
            }
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }

        return landscapes.Count > 0
            ? new Import(new LandscapeSet(labelNames, landscapes), Report(table.Space, withNone, details))
            : throw new InvalidDataException($"{file}: No row has a finite value of any measure; there is no landscape to analyze.");
    }

    private HyperparameterColumn[] ToColumns(HyperparameterFields[] read, CsvOptions options)
    {
        // The choices want a table with a fitness, which is not what they are for here.
        string fitness = reader.Names[Array.FindIndex(roles, role => role.Use == ColumnUse.Measure)];
        Column?[] columns = options.ToChoices().ToColumns(file, [.. read.Select(fields => fields.Name), fitness], ColumnPattern.Exactly(fitness));
        for (int i = 0; i < read.Length; i++)
        {
            if (columns[i] is HyperparameterColumn column)
                read[i].CopyTo(column, lines);
        }

        return [.. columns.OfType<HyperparameterColumn>()];
    }

    private Landscape ToLandscape(Runs runs, Table table, int measure, CsvOptions options)
    {
        ColumnRole role = roles[measure];
        FitnessColumn[] folds = [.. Enumerable.Range(0, roles.Length).Where(i => roles[i].Use == ColumnUse.Fold && roles[i].Name == role.Name).Select(i => scores[i]!)];
        if (folds.Length < 2)
            return runs.ToLandscape(scores[measure]!.Values, role.Objective, options.Tolerance);
        Landscape landscape = runs.ToLandscape(scores[measure]!.Values, role.Objective, default);
        double[] errors = landscape.StandardErrors.Length > 0 ? landscape.StandardErrors.ToArray() : FoldErrors(landscape, table, folds);
        return new Landscape(landscape.Graph, landscape.Fitness.ToArray(), role.Objective, options.Tolerance, errors, landscape.FailedCells.ToArray());
    }

    /// <summary>The standard error of every vertex from the scores of its folds.</summary>
    private static double[] FoldErrors(Landscape landscape, Table table, FitnessColumn[] folds)
    {
        double[] errors = new double[landscape.Count];
        for (int row = 0; row < table.Cells.Length; row++)
        {
            int vertex = landscape.Graph.Vertex(table.Cells[row]);
            if (vertex >= 0)
                errors[vertex] = Runs.StandardError([.. folds.Select(fold => fold.Values[row]).Where(double.IsFinite).Order()]);
        }

        return errors;
    }

    private ImportReport Report(SearchSpace space, Hyperparameter[] withNone, string?[] details)
    {
        var columns = new ImportedColumn[roles.Length];
        for (int i = 0; i < roles.Length; i++)
        {
            ColumnRole role = roles[i];
            string detail = role.Use switch
            {
                ColumnUse.Hyperparameter => space.IndexOf(role.Name) is >= 0 and int index
                    ? $"{space.Hyperparameters[index]}{(withNone.Any(hyperparameter => hyperparameter.Name == role.Name) ? " (None placed above the largest number)" : "")}"
                    : "ignored by the options",
                ColumnUse.Measure => $"{role.Name}, {(role.Objective == Objective.Minimize ? "minimized" : "maximized")}",
                ColumnUse.Fold => $"standard error of {role.Name}",
                _ => role.Name,
            };
            bool isSkipped = details[i] is not null || (role.Use == ColumnUse.Hyperparameter && space.IndexOf(role.Name) < 0);
            columns[i] = new ImportedColumn(reader.Names[i], isSkipped ? ColumnUse.Skipped : role.Use, details[i] ?? detail);
        }

        return new ImportReport(columns, lines.Count, skipped);
    }

    private static bool IsNamed(CsvOptions options, string name) =>
        options.Ignore.Contains(name) || options.Categorical.Contains(name) || options.Ordinal.Contains(name) || options.Boolean.Contains(name) ||
        options.Hyperparameters.Any(hyperparameter => hyperparameter.Name == name);
}
