using System.Text.Json;
using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>The lines of a journal: a header that tells whose runs these are, then one line per finished run.</summary>
internal static class JournalFormat
{
    private const string Version = "HyperLandscape 1";

    public static byte[] Header(Experiment experiment) => JournalLine.Write(writer =>
    {
        writer.WriteString("journal", Version);
        writer.WriteString("name", experiment.Name);
        writer.WriteStartArray("space");
        foreach (Hyperparameter hyperparameter in experiment.Space.Hyperparameters)
            Write(writer, hyperparameter);
        writer.WriteEndArray();
        if (experiment.Space.IsListed)
            WriteListed(writer, experiment.Space);
        writer.WriteStartArray("fidelities");
        foreach (Fidelity fidelity in experiment.Fidelities)
        {
            writer.WriteStartObject();
            writer.WriteString("name", fidelity.Name);
            writer.WriteNumber("amount", fidelity.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("measures");
        foreach (Measure measure in experiment.Measures)
        {
            writer.WriteStartObject();
            writer.WriteString("name", measure.Name);
            writer.WriteBoolean("maximize", measure.Objective == Objective.Maximize);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static byte[] Line(FinishedRun run) => JournalLine.Write(writer =>
    {
        writer.WriteNumber("cell", run.Run.Configuration.Cell);
        writer.WriteString("fidelity", run.Run.Fidelity.Name);
        writer.WriteNumber("seed", run.Run.Seed);
        writer.WriteStartArray("values");
        foreach (double value in run.Values)
        {
            if (double.IsNaN(value))
                writer.WriteNullValue();
            else
                writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
        if (run.Error is not null)
            writer.WriteString("error", run.Error);
        writer.WriteNumber("ticks", run.Duration.Ticks);
        writer.WriteNumber("attempts", run.Attempts);
    });

    /// <summary>The experiment of a header; throws as <see cref="JsonElement"/> does if the object is no header.</summary>
    public static Experiment ToExperiment(JsonElement header)
    {
        if (header.GetProperty("journal").GetString() is not Version)
            throw new FormatException("not a version that is known here");
        Hyperparameter[] hyperparameters = [.. header.GetProperty("space").EnumerateArray().Select(ToHyperparameter)];
        return new Experiment(header.TryGetProperty("listed", out JsonElement listed)
            ? SearchSpace.Listed(hyperparameters, [.. listed.EnumerateArray().Select(level => level.GetInt32())])
            : new SearchSpace(hyperparameters))
        {
            Name = header.GetProperty("name").GetString()!,
            Fidelities = [.. header.GetProperty("fidelities").EnumerateArray().Select(element => new Fidelity(element.GetProperty("name").GetString()!, element.GetProperty("amount").GetDouble()))],
            Measures = [.. header.GetProperty("measures").EnumerateArray().Select(element => new Measure(element.GetProperty("name").GetString()!, element.GetProperty("maximize").GetBoolean() ? Objective.Maximize : Objective.Minimize))],
        };
    }

    /// <summary>The run of a line; throws as <see cref="JsonElement"/> does if the object is no run of the experiment.</summary>
    public static FinishedRun ToRun(JsonElement line, Experiment experiment)
    {
        string? name = line.GetProperty("fidelity").GetString();
        double[] values = [.. line.GetProperty("values").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())];
        return new FinishedRun(
            new Run(experiment.Space[line.GetProperty("cell").GetInt64()], experiment.Fidelities.First(fidelity => fidelity.Name == name), line.GetProperty("seed").GetInt32()),
            values.Length == experiment.Measures.Count ? values : throw new FormatException("not one value per measure"),
            line.TryGetProperty("error", out JsonElement error) ? error.GetString() : null,
            TimeSpan.FromTicks(line.GetProperty("ticks").GetInt64()),
            line.GetProperty("attempts").GetInt32());
    }

    /// <summary>The levels of every configuration, one after the other.</summary>
    private static void WriteListed(Utf8JsonWriter writer, SearchSpace space)
    {
        writer.WriteStartArray("listed");
        for (long cell = 0; cell < space.CellCount; cell++)
        {
            for (int h = 0; h < space.Dimension; h++)
                writer.WriteNumberValue(space.Level(cell, h));
        }

        writer.WriteEndArray();
    }

    /// <summary>Levels as they were given: numbers, or labels; and the label of the inactive one.</summary>
    private static void Write(Utf8JsonWriter writer, Hyperparameter hyperparameter)
    {
        writer.WriteStartObject();
        writer.WriteString("name", hyperparameter.Name);
        writer.WriteString("kind", Enum.GetName(hyperparameter.Kind));
        writer.WriteStartArray("levels");
        int active = hyperparameter.LevelCount - (hyperparameter.InactiveLevel < 0 ? 0 : 1);
        bool isNumeric = hyperparameter.IsNumeric;
        for (int level = 0; level < active; level++)
        {
            if (isNumeric)
                writer.WriteNumberValue(hyperparameter.Values[level]);
            else
                writer.WriteStringValue(hyperparameter.Labels[level]);
        }

        writer.WriteEndArray();
        if (active < hyperparameter.LevelCount)
            writer.WriteString("inactive", hyperparameter.Labels[active]);
        writer.WriteEndObject();
    }

    private static Hyperparameter ToHyperparameter(JsonElement element)
    {
        string name = element.GetProperty("name").GetString()!;
        JsonElement[] levels = [.. element.GetProperty("levels").EnumerateArray()];
        Hyperparameter active = element.GetProperty("kind").GetString() switch
        {
            nameof(HyperparameterKind.Boolean) => Hyperparameter.Boolean(name),
            nameof(HyperparameterKind.Categorical) => Hyperparameter.Categorical(name, [.. levels.Select(level => level.GetString()!)]),
            _ when levels[0].ValueKind == JsonValueKind.Number => Hyperparameter.Ordinal(name, [.. levels.Select(level => level.GetDouble())]),
            _ => Hyperparameter.Ordinal(name, [.. levels.Select(level => level.GetString()!)]),
        };
        return element.TryGetProperty("inactive", out JsonElement inactive) ? active.WithInactive(inactive.GetString()!) : active;
    }
}
