#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// The landscape that an AutoML experiment of ML.NET has walked through, from the checkpoint that it keeps:
//   experiment.SetCheckpoint("folder")      writes folder/trialResults-...csv
// A checkpoint has the loss of every finished trial (minus the metric, if that was maximized) and, numbered, where each
// hyperparameter lies in its range, from 0 to 1, both to three decimals: a value is known to a thousandth of its range. Say
// what the ranges are, in the order of their numbers, and they get their names and values back. Numbers go by name, upper and
// lower case together, a nested space at the place of its name. Choices are put in order here; by [Choice] numbers are texts,
// 1, 10, 2, so write :text after them.
//   dotnet run samples/import-mlnet.cs                                             a shipped checkpoint
//   dotnet run samples/import-mlnet.cs -- trialResults.csv                         yours, by places in the ranges
//   dotnet run samples/import-mlnet.cs -- trialResults.csv l2=0,1,10 lr=0.01..0.5:log leaves=2..32:log:int
//   dotnet run samples/import-mlnet.cs -- trialResults.csv l2=0,1,10:text lr=0.01..0.5:log named.csv     writes that table, too

using System.Globalization;
using System.Text;
using HyperLandscape;
using HyperLandscape.Experiments;
using HyperLandscape.Graphs;
using HyperLandscape.Imports;
using HyperLandscape.Metrics;

const string Numbered = "parameter_";
string path = args.Length > 0 ? args[0] : Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data", "trialResults.csv");
string[] ranges = args.Length > 0 ? args[1..] :
[
    "booster=gbdt,dart,goss", "learning_rate=0.01..0.5:log", "leaves=2..64:log:int", "feature_fraction=0.2..1", "lambda_l2=1,2,10:text",
    "unbalanced=false,true", "iterations=5..60:int", "examples_per_leaf=2,5,10,20",
];
try
{
    string[] written = [.. ranges.Where(range => range.EndsWith(".csv", StringComparison.Ordinal))];
    Option[] options = [.. ranges.Except(written).Select(Option.Parse)];
    string named = WithNames(File.ReadAllLines(path), options);
    foreach (string other in written)
        File.WriteAllText(other, $"{named}\n");
    var table = new TrialTable
    {
        Measures = [new Measure("loss")],
        Hyperparameters = [.. options.Length > 0 ? options.Select(option => option.Name) : named.Split('\n')[0].Split(',').Where(IsNumbered)],
        Options = new CsvOptions
        {
            Duplicates = Duplicates.Mean, // a tuner may try a configuration again
            Neighborhood = new NearestNeighborhood { Logarithmic = [.. options.Where(option => option.IsLogarithmic).Select(option => option.Name)] },
        },
    };
    Import import = table.Read(new MemoryStream(Encoding.UTF8.GetBytes(named)));
    Landscape landscape = import.Landscapes[0];
    int best = landscape.GlobalOptima[0];
    Console.WriteLine($"{import.Report}\n{Missing(named)}\n{landscape}\n\n{landscape.Profile(Metric.Paper)}\nBest: {landscape[best]}, {landscape.Fitness[best]:G4}");
    return 0;
}
catch (Exception error) when (error is ArgumentException or InvalidDataException or IOException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static bool IsNumbered(string column) => column.StartsWith(Numbered, StringComparison.Ordinal);

/// <summary>The checkpoint with the hyperparameters by name and value.</summary>
static string WithNames(string[] lines, Option[] options)
{
    string[] names = lines.Length == 0 ? [] : lines[0].Split(',');
    int[] numbered = [.. Enumerable.Range(0, names.Length).Where(i => IsNumbered(names[i]))];
    if (numbered.Length == 0)
        throw new InvalidDataException($"The file has no column {Numbered}0, so it is no checkpoint of an AutoML experiment.");
    if (options.Length > 0 && numbered.Length != options.Length)
        throw new InvalidDataException($"The file has {numbered.Length} hyperparameters, {string.Join(", ", numbered.Select(i => names[i]))}, but {options.Length} ranges were given; give one each, in the order of their numbers. A choice of one value has none.");
    IEnumerable<string> rows = lines.Where((line, row) => row == 0 || line != lines[0]); // a session without a trial leaves a header
    return string.Join('\n', rows.Select((line, row) =>
    {
        string[] fields = line.Split(',');
        for (int i = 0; i < options.Length && numbered[i] < fields.Length; i++)
            fields[numbered[i]] = row == 0 ? options[i].Name : options[i].Value(fields[numbered[i]]);
        return string.Join(',', fields);
    }));
}

/// <summary>How many trials left no row. AutoML keeps only those that finished, and numbers all.</summary>
static string Missing(string table)
{
    int[] ids = [.. table.Split('\n').Skip(1).Select(line => int.TryParse(line.Split(',')[0], CultureInfo.InvariantCulture, out int id) ? id : -1)];
    int[] missing = [.. Enumerable.Range(0, ids.Append(-1).Max() + 1).Except(ids)];
    return missing.Length == 0 ? "" : $"{missing.Length} trials failed or were canceled, so AutoML has not kept them: {string.Join(", ", missing)}\n";
}

/// <summary>A hyperparameter as ML.NET declares it: a choice of values, or a range.</summary>
sealed record Option(string Name, string[] Choices, double Low, double High, bool IsLogarithmic, bool IsWhole)
{
    public static Option Parse(string text)
    {
        string[] parts = text.Split('=', 2);
        string[] range = parts[^1].Split(':');
        string[] ends = range[0].Split("..");
        if (parts.Length == 2 && ends.Length == 1)
            return new Option(parts[0], InOrder(range[0].Split(','), range.Contains("text")), 0, 0, false, false);
        return parts.Length == 2 && double.TryParse(ends[0], CultureInfo.InvariantCulture, out double low) && double.TryParse(ends[1], CultureInfo.InvariantCulture, out double high)
            ? new Option(parts[0], [], low, high, range.Contains("log"), range.Contains("int"))
            : throw new ArgumentException($"'{text}' is no range; write it as in lr=0.01..0.5:log, leaves=2..32:int or booster=dart,gbdt.");
    }

    /// <summary>The value at a place in the range. The place was rounded, so a whole number and a choice are the nearest to it.</summary>
    public string Value(string place)
    {
        if (!double.TryParse(place, CultureInfo.InvariantCulture, out double at) || at is not (>= 0 and <= 1))
            throw new InvalidDataException($"'{place}' is no place in the range of {Name}, which is from 0 to 1; give a checkpoint of an AutoML experiment.");
        if (Choices.Length > 0)
            return Choices[Math.Min(Choices.Length - 1, (int)Math.Round(at * Choices.Length))];
        double value = IsLogarithmic ? Low * Math.Pow(High / Low, at) : Low + ((High - Low) * at);
        return IsWhole ? Math.Round(value).ToString(CultureInfo.InvariantCulture) : value.ToString("G6", CultureInfo.InvariantCulture);
    }

    /// <summary>As ML.NET numbers them.</summary>
    private static string[] InOrder(string[] choices, bool texts) => texts || !choices.All(choice => double.TryParse(choice, CultureInfo.InvariantCulture, out _))
        ? [.. choices.Order()]
        : [.. choices.OrderBy(choice => double.Parse(choice, CultureInfo.InvariantCulture))];
}
