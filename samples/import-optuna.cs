#!/usr/bin/env -S dotnet run
#:package Microsoft.Data.Sqlite@10.0.0
#:project ../src/HyperLandscape/HyperLandscape.csproj
#:property PublishAot=false

// The landscapes that studies of Optuna have walked through, from their storage: a journal (JournalFileStorage) or SQLite.
// The trials become the table that study.trials_dataframe() makes of them, and that is read as any other.
//   dotnet run samples/import-optuna.cs                         the studies of a shipped journal
//   dotnet run samples/import-optuna.cs -- studies.db           all studies of a file of yours, a journal or SQLite
//   dotnet run samples/import-optuna.cs -- studies.db mine      one of them

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HyperLandscape;
using HyperLandscape.Experiments;
using HyperLandscape.Imports;
using HyperLandscape.Metrics;
using Microsoft.Data.Sqlite;

string path = args.Length > 0 ? args[0] : Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data", "optuna.log");
try
{
    List<Study> studies = IsSqlite(path) ? Sqlite.Read(path) : Journal.Read(path);
    Study[] asked = [.. studies.Where(study => args.Length < 2 || study.Name == args[1])];
    if (asked.Length == 0)
        throw new ArgumentException($"{path} has no study {(args.Length > 1 ? $"'{args[1]}'; its studies are: {string.Join(", ", studies.Select(study => study.Name))}" : "at all")}.");
    foreach (Study study in asked)
    {
        // A sampler may have tried a configuration repeatedly: the mean counts.
        TrialTable table = TrialTable.Optuna(study.Measures) with { Options = new CsvOptions { Duplicates = Duplicates.Mean } };
        Import import = table.Read(new MemoryStream(Encoding.UTF8.GetBytes(study.ToCsv())));
        Console.WriteLine($"== {study.Name}\n\n{import.Report}\n{import.Landscapes}\n");
        Console.WriteLine(import.Landscapes.Profile(Metric.Paper));
    }

    return 0;
}
catch (Exception error) when (error is ArgumentException or InvalidDataException or IOException or SqliteException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static bool IsSqlite(string path)
{
    using FileStream file = File.OpenRead(path);
    byte[] start = new byte[16];
    return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual("SQLite format 3\0"u8);
}

/// <summary>A study: its trials, and whether each of its values is maximized.</summary>
sealed record Study(string Name, List<bool> Maximized, List<Trial> Trials)
{
    public Measure[] Measures => [.. Maximized.Select((maximized, i) => new Measure(Maximized.Count == 1 ? "value" : $"values_{i}", maximized ? Objective.Maximize : Objective.Minimize))];

    /// <summary>The table as Optuna writes it: a hyperparameter that is None or was not asked for is empty.</summary>
    public string ToCsv()
    {
        string[] parameters = [.. Trials.SelectMany(trial => trial.Parameters.Keys).Distinct().Order(StringComparer.Ordinal)];
        var text = new StringBuilder(Row(["number", .. Measures.Select(measure => measure.Name), .. parameters.Select(name => $"params_{name}"), "state"]));
        for (int number = 0; number < Trials.Count; number++)
        {
            Trial trial = Trials[number];
            text.Append(Row([
                number.ToString(CultureInfo.InvariantCulture),
                .. Maximized.Select((_, i) => trial.Values.Length > i && trial.Values[i] is double value ? value.ToString("R", CultureInfo.InvariantCulture) : ""),
                .. parameters.Select(name => trial.Parameters.GetValueOrDefault(name, "")),
                trial.State]));
        }

        return text.ToString();

        static string Row(IEnumerable<string> fields) => string.Join(',', fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";
    }
}

sealed class Trial
{
    public string State { get; set; } = "RUNNING";
    public double?[] Values { get; set; } = [];
    public Dictionary<string, string> Parameters { get; } = [];

    /// <summary>A storage keeps a number; of a category, which one of the choices of the distribution it is.</summary>
    public void Add(string name, double stored, string distribution)
    {
        using var document = JsonDocument.Parse(distribution);
        bool isCategory = document.RootElement.GetProperty("attributes").TryGetProperty("choices", out JsonElement choices);
        Parameters[name] = isCategory ? Text(choices[(int)stored]) : stored.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Text(JsonElement choice) => choice.ValueKind == JsonValueKind.Null ? "" : choice.ToString(); // true is True
}

/// <summary>Replays the operations of a journal, a JSON object per line, as Optuna does.</summary>
static class Journal
{
    private static readonly string[] States = ["RUNNING", "COMPLETE", "PRUNED", "FAIL", "WAITING"];

    public static List<Study> Read(string path)
    {
        var studies = new List<Study?>(); // null where deleted
        var trials = new List<Trial>();
        int line = 0;
        foreach (string text in File.ReadAllText(path).Split('\n')[..^1]) // what follows the last line end is still being written
        {
            line++;
            try
            {
                using var document = JsonDocument.Parse(WithoutNaN(text));
                Apply(document.RootElement, studies, trials);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException)
            {
                throw new InvalidDataException($"{path}, line {line}: This is no operation of a journal of Optuna; give a file written by JournalFileStorage, or an SQLite file.", error);
            }
        }

        return [.. studies.OfType<Study>()];
    }

    private static void Apply(JsonElement log, List<Study?> studies, List<Trial> trials)
    {
        switch (log.GetProperty("op_code").GetInt32())
        {
            case 0 when !studies.Exists(study => study?.Name == log.GetProperty("study_name").GetString()): // if two processes make it, the first counts
                studies.Add(new Study(log.GetProperty("study_name").GetString()!, [.. log.GetProperty("directions").EnumerateArray().Select(direction => direction.GetInt32() == 2)], []));
                break;
            case 1:
                studies[log.GetProperty("study_id").GetInt32()] = null;
                break;
            case 4 when studies[log.GetProperty("study_id").GetInt32()] is { } study:
                var trial = new Trial();
                if (log.TryGetProperty("params", out JsonElement parameters)) // a trial made elsewhere, or waiting
                {
                    foreach (JsonProperty parameter in parameters.EnumerateObject())
                        trial.Add(parameter.Name, parameter.Value.GetDouble(), log.GetProperty("distributions").GetProperty(parameter.Name).GetString()!);
                    trial.Values = log.GetProperty("values").ValueKind == JsonValueKind.Array ? Values(log.GetProperty("values")) : [Value(log.GetProperty("value"))];
                    trial.State = States[log.GetProperty("state").GetInt32()];
                }

                study.Trials.Add(trial);
                trials.Add(trial);
                break;
            case 5 when Open(log) is { } open:
                open.Add(log.GetProperty("param_name").GetString()!, log.GetProperty("param_value_internal").GetDouble(), log.GetProperty("distribution").GetString()!);
                break;
            case 6 when Open(log) is { } open:
                open.State = States[log.GetProperty("state").GetInt32()];
                open.Values = log.GetProperty("values").ValueKind == JsonValueKind.Array ? Values(log.GetProperty("values")) : open.Values;
                break;
        }

        // Whatever is written of a trial that has ended, by a process that lost it, does not count.
        Trial? Open(JsonElement log) => trials[log.GetProperty("trial_id").GetInt32()] is { State: "RUNNING" or "WAITING" } open ? open : null;
    }

    private static double?[] Values(JsonElement values) => [.. values.EnumerateArray().Select(Value)];

    private static double? Value(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    /// <summary>Python writes NaN and Infinity, which are not JSON.</summary>
    private static string WithoutNaN(string line) => Regex.Replace(line, @"(""(?:[^""\\]|\\.)*"")|-?(?:NaN|Infinity)", match => match.Groups[1].Success ? match.Value : "null");
}

/// <summary>The tables of Optuna's relational storage.</summary>
static class Sqlite
{
    public static List<Study> Read(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        var studies = new Dictionary<long, Study>();
        var trials = new Dictionary<long, Trial>();
        using var ofStudies = new SqliteCommand("SELECT s.study_id, s.study_name, d.direction FROM studies s JOIN study_directions d USING (study_id) ORDER BY s.study_id, d.objective", connection);
        Each(ofStudies, row =>
        {
            studies.TryAdd(row.GetInt64(0), new Study(row.GetString(1), [], []));
            studies[row.GetInt64(0)].Maximized.Add(row.GetString(2) == "MAXIMIZE");
        });
        using var ofTrials = new SqliteCommand("SELECT trial_id, study_id, state FROM trials ORDER BY study_id, number", connection);
        Each(ofTrials, row =>
        {
            trials.Add(row.GetInt64(0), new Trial { State = row.GetString(2) });
            studies[row.GetInt64(1)].Trials.Add(trials[row.GetInt64(0)]);
        });
        using var ofParameters = new SqliteCommand("SELECT trial_id, param_name, param_value, distribution_json FROM trial_params", connection);
        Each(ofParameters, row => trials[row.GetInt64(0)].Add(row.GetString(1), row.GetDouble(2), row.GetString(3)));
        using var ofValues = new SqliteCommand("SELECT trial_id, value FROM trial_values ORDER BY trial_id, objective", connection);
        Each(ofValues, row => trials[row.GetInt64(0)].Values = [.. trials[row.GetInt64(0)].Values, row.IsDBNull(1) ? null : row.GetDouble(1)]); // null is infinite
        return [.. studies.Values];
    }

    private static void Each(SqliteCommand query, Action<SqliteDataReader> take)
    {
        using SqliteDataReader reader = query.ExecuteReader();
        try
        {
            while (reader.Read())
                take(reader);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or InvalidCastException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException($"{query.Connection!.DataSource}: A row of {query.CommandText.Split(" FROM ")[1].Split(' ')[0]} is not as Optuna writes it; give a file of its RDBStorage, or a journal.", error);
        }
    }
}
