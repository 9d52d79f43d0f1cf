using System.Text;
using System.Text.Json;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>The values of several metrics for one landscape, by name. Immutable.</summary>
public sealed class LandscapeProfile
{
    private readonly string[] names;
    private readonly double[] values;

    internal LandscapeProfile(string[] names, double[] values)
    {
        this.names = names;
        this.values = values;
    }

    /// <summary>The names of the metrics, in the order in which they were asked for.</summary>
    public ReadOnlySpan<string> Names => names;

    /// <summary>The values, in the order of <see cref="Names"/>; NaN where undefined.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The value of the metric with this name.</summary>
    /// <exception cref="KeyNotFoundException">The profile has no such metric.</exception>
    public double this[string name] => Array.IndexOf(names, name) is >= 0 and var index
        ? values[index]
        : throw new KeyNotFoundException($"The profile has no metric '{name}'; it has {string.Join(", ", names)}.");

    /// <summary>The value of a metric, found by its name.</summary>
    /// <exception cref="KeyNotFoundException">The profile has no such metric.</exception>
    public double this[IMetric metric] => this[metric.Name];

    /// <summary>An aligned table of names and values; "-" where undefined.</summary>
    public override string ToString() => Table(TextTable.Number).ToString();

    /// <summary>Writes the columns metric and value, in full precision, NaN where undefined.</summary>
    public void WriteCsv(TextWriter writer) => Table(TextTable.Exact).WriteCsv(writer);

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    /// <summary>Writes one JSON object with a number per metric, null where undefined.</summary>
    public void WriteJson(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        WriteJson(json);
    }

    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (int i = 0; i < names.Length; i++)
        {
            if (double.IsFinite(values[i]))
                json.WriteNumber(names[i], values[i]);
            else
                json.WriteNull(names[i]);
        }

        json.WriteEndObject();
    }

    private TextTable Table(Func<double, string> format)
    {
        var table = new TextTable("metric", "value");
        for (int i = 0; i < names.Length; i++)
            table.Add(names[i], format(values[i]));
        return table;
    }
}
