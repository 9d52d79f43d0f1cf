using HyperLandscape.Metrics;

namespace HyperLandscape.Plotting.Reports;

/// <summary>What all landscapes of the report show, and what was analyzed.</summary>
internal sealed class OverviewSection(IReadOnlyList<PartAnalysis> parts) : ISection
{
    public IEnumerable<Figure> Figures => [];

    public Html ToHtml(Footnotes notes)
    {
        LandscapeProfile[] profiles = [.. parts.SelectMany(part => part.Profile)];
        Agreement[] agreements = [.. parts.SelectMany(part => part.Agreements)];
        return Html.Of($"""
            <section id="findings">
            <h2>What the {(profiles.Length == 1 ? "landscape shows" : "landscapes show")}</h2>
            <ul class="findings">
            {Html.Join(Findings.Of(profiles, agreements, notes).Select(finding => Html.Of($"<li>{finding}</li>")))}
            </ul>
            </section>
            <section id="data">
            <h2>What was analyzed</h2>
            <p>A landscape{notes.Mark("Landscape")} is a search space, its neighbors and the fitness of its configurations.</p>
            {Analyzed().ToHtml()}
            {(parts.Count > 1 ? Medians(notes).ToHtml() : Html.Empty)}
            </section>
            """);
    }

    private SortableTable Analyzed()
    {
        var table = new SortableTable(
            "The landscapes",
            SortableTable.Column.Text("landscapes of"),
            SortableTable.Column.Number("landscapes"),
            SortableTable.Column.Number("hyperparameters"),
            SortableTable.Column.Number("configurations"),
            SortableTable.Column.Number("cells of the grid"),
            SortableTable.Column.Number("failed runs"),
            SortableTable.Column.Text("objective"),
            SortableTable.Column.Text("labels"));
        foreach (PartAnalysis part in parts)
        {
            table.Add(
                part.Part.Name,
                (double)part.Set.Count,
                (double)part.Set.Graph.Space.Dimension,
                (double)part.Set.Max(landscape => landscape.Count),
                (double)part.Set.Graph.Space.CellCount,
                (double)part.Set.Sum(landscape => (long)landscape.FailedCells.Length),
                string.Join(", ", part.Set.Select(landscape => landscape.Objective).Distinct().Select(objective => objective == Objective.Minimize ? "minimized" : "maximized")),
                string.Join(", ", part.Set.LabelNames.Select(name => $"{name} ({part.Set.Values(name).Count})")));
        }

        return table;
    }

    private SortableTable Medians(Footnotes notes)
    {
        IReadOnlyList<IMetric> metrics = parts[0].Metrics;
        var table = new SortableTable("Medians of the metrics", [SortableTable.Column.Text("landscapes of"), .. metrics.Select(metric => SortableTable.Column.Number(metric.Name, notes.Mark(metric)))]);
        foreach (PartAnalysis part in parts)
            table.Add([part.Part.Name, .. metrics.Select(metric => (SortableTable.Cell)Format.Median(part.Profile.Select(profile => profile[metric])))]);
        return table;
    }
}
