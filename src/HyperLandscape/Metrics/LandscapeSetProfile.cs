using System.Collections;
using System.Text;
using System.Text.Json;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>The profiles of all landscapes of a set: a table with one row per landscape. Immutable.</summary>
public sealed class LandscapeSetProfile : IReadOnlyList<LandscapeProfile>
{
    private readonly LandscapeProfile[] profiles;

    internal LandscapeSetProfile(LandscapeSet set, LandscapeProfile[] profiles)
    {
        Set = set;
        this.profiles = profiles;
    }

    /// <summary>The landscapes, in the order of the rows.</summary>
    public LandscapeSet Set { get; }

    /// <summary>Number of landscapes.</summary>
    public int Count => profiles.Length;

    /// <inheritdoc/>
    public LandscapeProfile this[int index] => profiles[index];

    /// <inheritdoc/>
    public IEnumerator<LandscapeProfile> GetEnumerator() => ((IEnumerable<LandscapeProfile>)profiles).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An aligned table, one row per landscape: its labels, then the values; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable([string.Join(' ', Set.LabelNames), .. profiles[0].Names]);
        for (int i = 0; i < profiles.Length; i++)
            table.Add([Set.Name(i), .. profiles[i].Values.ToArray().Select(TextTable.Number)]);
        return table.ToString();
    }

    /// <summary>Writes one column per label name and per metric, in full precision, NaN where undefined.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var table = new TextTable([.. Set.LabelNames, .. profiles[0].Names]);
        for (int i = 0; i < profiles.Length; i++)
            table.Add([.. Set.Labels(i), .. profiles[i].Values.ToArray().Select(TextTable.Exact)]);
        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    /// <summary>Writes a JSON array of objects { labels: { name: label }, metrics: { name: value or null } }.</summary>
    public void WriteJson(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        for (int i = 0; i < profiles.Length; i++)
        {
            json.WriteStartObject();
            json.WriteStartObject("labels");
            for (int label = 0; label < Set.LabelNames.Count; label++)
                json.WriteString(Set.LabelNames[label], Set.Labels(i)[label]);
            json.WriteEndObject();
            json.WritePropertyName("metrics");
            profiles[i].WriteJson(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
