using System.Text;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;
using HyperLandscape.Tables;

namespace HyperLandscape.Imports;

/// <summary>Reads a table whose columns have roles.</summary>
internal sealed class ImportReader
{
    private readonly string file;
    private readonly IReadOnlyList<string> names;
    private readonly ColumnRole[] roles;
    private readonly string[]?[] values; // of the rows taken, by column; null where skipped
    private readonly List<int> lines = [];
    private readonly Dictionary<string, int> skipped = [];

    private ImportReader(string file, IReadOnlyList<string> names, ColumnRole[] roles, Column?[] columns, RowParts rows, TrialStates? states)
    {
        this.file = file;
        this.names = names;
        this.roles = roles;
        int state = Array.FindIndex(roles, role => role.Use == ColumnUse.State);
        var taken = new List<int>();
        var failed = new List<bool>();
        for (int row = 0; row < rows.RowCount; row++)
        {
            string text = state >= 0 ? ((TextColumn)columns[state]!)[row] : "";
            bool isFailed = state >= 0 && states!.Failed.Contains(text);
            if (state >= 0 && !isFailed && !states!.Finished.Contains(text))
            {
                string reason = $"{names[state]} is {(text.Length > 0 ? text : "empty")}";
                skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
                continue;
            }

            taken.Add(row);
            failed.Add(isFailed);
            lines.Add(rows.LineOf(row));
        }

        values = [.. columns.Zip(roles, (column, role) => column is not TextColumn text ? null : role.Use == ColumnUse.Hyperparameter
            ? [.. taken.Select(row => HyperparameterFields.ToValue(text[row]))]
            : taken.Zip(failed, (row, isFailed) => isFailed && role.Use != ColumnUse.Fidelity ? "" : text[row]).ToArray())];
    }

    /// <param name="stream">The table.</param>
    /// <param name="labelNames">What the labels of a measure mean, in the order in which its name lists them, separated by spaces.</param>
    /// <param name="toRoles">The role of every column, given the file's name and those of the columns.</param>
    /// <param name="states">What the states mean, if a column tells them.</param>
    /// <param name="options">How hyperparameters are read.</param>
    public static Import Read(Stream stream, string[] labelNames, Func<string, IReadOnlyList<string>, ColumnRole[]> toRoles, TrialStates? states, CsvOptions options)
    {
        string file = TableLandscapes.Name(stream);
        string[] names = [];
        ColumnRole[] roles = [];
        (Column?[] columns, RowParts rows) = TableReader.ReadRows(stream, file, options.Separator, mayNumberRows: true, ToColumns, _ => { });
        return new ImportReader(file, names, roles, columns, rows, states).ToImport(labelNames, options);

        Column?[] ToColumns(string[] found)
        {
            names = found;
            roles = toRoles(file, found);
            return [.. roles.Zip(found, (role, name) => role.Use == ColumnUse.Skipped ? null : new TextColumn(file, name))];
        }
    }

    private Import ToImport(string[] labelNames, CsvOptions options)
    {
        if (lines.Count == 0)
            throw new InvalidDataException($"{file}: The table has no rows to take{(skipped.Count > 0 ? $"; skipped were those where {string.Join(", ", skipped.Keys)}" : "")}.");
        Hyperparameter[] withNone = [.. Of(ColumnUse.Hyperparameter)
            .Where(column => !IsNamed(options, roles[column].Name))
            .Select(column => HyperparameterFields.WithNoneLast(roles[column].Name, values[column]!))
            .OfType<Hyperparameter>()];
        bool isScattered = options.Neighborhood is NearestNeighborhood;
        HyperparameterColumn[] hyperparameters = ToHyperparameters(isScattered // where numbers keep their distances
            ? options with { Conditional = [.. options.Conditional, .. withNone.Select(hyperparameter => hyperparameter.Name)] }
            : options with { Hyperparameters = [.. options.Hyperparameters, .. withNone] });
        (SearchSpace space, long[] cells) = TableReader.Resolve(file, hyperparameters, [lines.Count], isScattered);

        double[]?[] scores = [.. roles.Select((role, column) => role.Use is ColumnUse.Measure or ColumnUse.Fold ? ReadScores(column) : null)];
        int[] measures = [.. Of(ColumnUse.Measure).Where(column => scores[column]!.Any(double.IsFinite))];
        int[] fidelities = [.. Of(ColumnUse.Fidelity)]; // one or none
        if (measures.Length == 0)
            throw new InvalidDataException($"{file}: No row has a finite value of any measure; there is no landscape to analyze.");
        try
        {
            var landscapes = new List<(Landscape, IReadOnlyList<string>)>();
            var folds = new List<(Landscape, IReadOnlyList<string>)>();
            foreach (IGrouping<string, int> group in Enumerable.Range(0, lines.Count).GroupBy(row => fidelities.Length == 0 ? "" : Fidelity(fidelities[0], row)))
            {
                int[] rows = [.. group];
                long[] own = [.. rows.Select(row => cells[row])];
                var runs = new Runs(space, own, options.Neighborhood, options.Duplicates, row => $"line {lines[rows[row]]}");
                landscapes.AddRange(measures.Select(measure => (ToLandscape(runs, own, column => Scores(column, rows), measure, options), Labels(measure, group.Key))));
                folds.AddRange(Of(ColumnUse.Fold)
                    .Where(fold => Scores(fold, rows).Any(double.IsFinite))
                    .Select(fold => (runs.ToLandscape(Scores(fold, rows), roles[fold].Objective, default), (IReadOnlyList<string>)[.. Labels(fold, group.Key), roles[fold].Fold])));
            }

            string[] allLabels = [.. labelNames, .. fidelities.Select(_ => "fidelity")];
            return new Import(new LandscapeSet(allLabels, landscapes), Report(space, isScattered ? [] : withNone, measures), folds.Count > 0 ? new LandscapeSet([.. allLabels, "fold"], folds) : null);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }

        double[] Scores(int column, int[] rows) => [.. rows.Select(row => scores[column]![row])];

        IReadOnlyList<string> Labels(int column, string fidelity) => [.. roles[column].Name.Split(' ', labelNames.Length), .. fidelities.Select(_ => fidelity)];
    }

    private IEnumerable<int> Of(ColumnUse use) => Enumerable.Range(0, roles.Length).Where(column => roles[column].Use == use);

    private HyperparameterColumn[] ToHyperparameters(CsvOptions options)
    {
        // The choices want a table with a fitness, which is not what they are for here.
        int[] read = [.. Of(ColumnUse.Hyperparameter)];
        string fitness = names[Of(ColumnUse.Measure).First()];
        Column?[] columns = options.ToChoices().ToColumns(file, [.. read.Select(column => roles[column].Name), fitness], ColumnPattern.Exactly(fitness));
        for (int i = 0; i < read.Length; i++)
            Fill(columns[i], values[read[i]]!);
        return [.. columns.OfType<HyperparameterColumn>()];
    }

    private string Fidelity(int column, int row) =>
        values[column]![row] is { Length: > 0 } fidelity ? fidelity : throw new Place(file, lines[row], Place.Named(names[column])).Error("The fidelity is missing; complete or delete the row.");

    private double[] ReadScores(int column)
    {
        var fitness = new FitnessColumn(file, names[column], [roles[column].Name]);
        Fill(fitness, values[column]!);
        return fitness.ToArray();
    }

    private void Fill(Column? column, string[] fields)
    {
        if (column is null)
            return;
        ColumnPart part = column.NewPart(fields.Length);
        for (int row = 0; row < fields.Length; row++)
            part.Add(Encoding.UTF8.GetBytes(fields[row]), lines[row]);
        column.Append(part);
    }

    /// <param name="runs">The runs.</param>
    /// <param name="cells">Their cells.</param>
    /// <param name="scores">The scores of the runs in a column.</param>
    /// <param name="measure">The column of the measure.</param>
    /// <param name="options">The tolerance.</param>
    private Landscape ToLandscape(Runs runs, long[] cells, Func<int, double[]> scores, int measure, CsvOptions options)
    {
        ColumnRole role = roles[measure];
        double[][] folds = [.. Of(ColumnUse.Fold).Where(column => roles[column].Name == role.Name).Select(scores)];
        if (folds.Length < 2)
            return runs.ToLandscape(scores(measure), role.Objective, options.Tolerance);
        Landscape landscape = runs.ToLandscape(scores(measure), role.Objective, default);
        double[] errors = landscape.StandardErrors.Length > 0 ? landscape.StandardErrors.ToArray() : FoldErrors(landscape, cells, folds);
        return new Landscape(landscape.Graph, landscape.Fitness.ToArray(), role.Objective, options.Tolerance, errors, landscape.FailedCells.ToArray(), landscape.RunCounts.ToArray());
    }

    /// <summary>The standard error of every vertex from the scores of its folds.</summary>
    private static double[] FoldErrors(Landscape landscape, long[] cells, double[][] folds)
    {
        double[] errors = new double[landscape.Count];
        for (int row = 0; row < cells.Length; row++)
        {
            int vertex = landscape.Graph.Vertex(cells[row]);
            if (vertex >= 0)
                errors[vertex] = Runs.StandardError([.. folds.Select(fold => fold[row]).Where(double.IsFinite).Order()]);
        }

        return errors;
    }

    private ImportReport Report(SearchSpace space, Hyperparameter[] withNone, int[] measures) => new(
        [.. roles.Select((role, column) => role.ToColumn(names[column], space, withNone.Any(hyperparameter => hyperparameter.Name == role.Name), measures.Contains(column)))],
        lines.Count,
        skipped);

    private static bool IsNamed(CsvOptions options, string name) =>
        options.Ignore.Contains(name) || options.Categorical.Contains(name) || options.Ordinal.Contains(name) || options.Boolean.Contains(name) || options.Conditional.Contains(name) ||
        options.Hyperparameters.Any(hyperparameter => hyperparameter.Name == name) || options.Bins.Any(binning => binning.Hyperparameter == name);
}
