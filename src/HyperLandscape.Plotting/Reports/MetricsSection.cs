namespace HyperLandscape.Plotting.Reports;

/// <summary>The metrics of every landscape of a set, as pictures and as a table, and its best configurations.</summary>
internal sealed class MetricsSection(PartAnalysis part) : ISection
{
    private const int ShownRows = 40;

    private readonly Figure[] figures = [.. PartFigures.OfMetrics(part)];

    public IEnumerable<Figure> Figures => figures;

    public Html ToHtml(Footnotes notes) => Html.Of($"""
        <h3>Metrics</h3>
        {Gallery.Of(figures)}
        {Metrics(notes).ToHtml(ShownRows)}
        {Best().ToHtml(ShownRows)}
        """);

    private SortableTable Metrics(Footnotes notes)
    {
        var table = new SortableTable($"Metrics of {part.Part.Name}", [.. Labels, .. part.Metrics.Select(metric => SortableTable.Column.Number(metric.Name, notes.Mark(metric)))]);
        for (int i = 0; i < part.Profile.Count; i++)
            table.Add([.. part.Set.Labels(i).Select(label => (SortableTable.Cell)label), .. part.Profile[i].Values.ToArray().Select(value => (SortableTable.Cell)value)]);
        return table;
    }

    private SortableTable Best()
    {
        var table = new SortableTable(
            $"Best configurations of {part.Part.Name}",
            [.. Labels, SortableTable.Column.Number("best fitness"), SortableTable.Column.Number("median fitness"), SortableTable.Column.Number("equally good"), .. part.Set.Graph.Space.Hyperparameters.ToArray().Select(hyperparameter => SortableTable.Column.Text(hyperparameter.Name))]);
        for (int i = 0; i < part.Set.Count; i++)
        {
            Landscape landscape = part.Set[i];
            int best = landscape.GlobalOptima[0];
            table.Add([
                .. part.Set.Labels(i).Select(label => (SortableTable.Cell)label),
                landscape.Fitness[best],
                Format.Median(landscape.Fitness.ToArray()),
                landscape.GlobalOptima.Length,
                .. landscape.Space.Hyperparameters.ToArray().Select(hyperparameter => (SortableTable.Cell)landscape[best].Label(hyperparameter.Name))]);
        }

        return table;
    }

    private IEnumerable<SortableTable.Column> Labels => part.Set.LabelNames.Select(SortableTable.Column.Text);
}
