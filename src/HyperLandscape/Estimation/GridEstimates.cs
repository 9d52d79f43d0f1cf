using System.Collections;
using System.Globalization;
using System.Text;
using HyperLandscape.Metrics;
using HyperLandscape.Tables;

namespace HyperLandscape.Estimation;

/// <summary>What a sample of a grid tells about the metrics of the whole grid, made by <see cref="GridEstimation"/>. Immutable.</summary>
public sealed class GridEstimates : IReadOnlyList<MetricEstimate>
{
    private readonly MetricEstimate[] estimates;
    private readonly string heading;

    internal GridEstimates(Landscape sample, double confidence, MetricEstimate[] estimates)
    {
        this.estimates = estimates;
        Confidence = confidence;
        heading = string.Create(CultureInfo.InvariantCulture, $"{sample.Space.CellCount:N0} configurations from {sample.Count:N0} of them, {100 * confidence:G4} % intervals");
    }

    /// <summary>How often, over random samples, an interval is meant to hold the value of the whole grid.</summary>
    public double Confidence { get; }

    /// <inheritdoc/>
    public int Count => estimates.Length;

    /// <inheritdoc/>
    public MetricEstimate this[int index] => estimates[index];

    /// <summary>The estimate of the metric with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such metric.</exception>
    public MetricEstimate this[string name] => Array.Find(estimates, estimate => estimate.Name == name)
        ?? throw new KeyNotFoundException($"There is no estimate of '{name}', only of {string.Join(", ", estimates.Select(estimate => estimate.Name))}.");

    /// <summary>The estimate of a metric, found by its name, which contains its tolerance if it has one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such metric.</exception>
    public MetricEstimate this[IMetric metric] => this[metric.Name];

    /// <inheritdoc/>
    public IEnumerator<MetricEstimate> GetEnumerator() => ((IEnumerable<MetricEstimate>)estimates).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An aligned table, "-" where there is nothing to give, followed by the notes.</summary>
    public override string ToString()
    {
        var table = new TextTable(heading, "estimate", "lower", "upper");
        foreach (MetricEstimate estimate in estimates)
            table.Add(estimate.Name, TextTable.Number(estimate.Value), TextTable.Number(estimate.Lower), TextTable.Number(estimate.Upper));
        var text = new StringBuilder(table.ToString());
        foreach (MetricEstimate estimate in estimates.Where(estimate => estimate.Note.Length > 0))
            text.Append(CultureInfo.InvariantCulture, $"{estimate.Name}: {estimate.Note}.\n");
        return text.ToString();
    }

    /// <summary>Writes the columns metric, estimate, lower, upper and note, in full precision, NaN where there is nothing to give.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var table = new TextTable("metric", "estimate", "lower", "upper", "note");
        foreach (MetricEstimate estimate in estimates)
            table.Add(estimate.Name, TextTable.Exact(estimate.Value), TextTable.Exact(estimate.Lower), TextTable.Exact(estimate.Upper), estimate.Note);
        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }
}
