using System.Globalization;

namespace HyperLandscape.Plotting.Reports;

/// <summary>One set of landscapes: what it is over, its metrics, how alike its landscapes are, and one of them closer.</summary>
internal sealed class PartSection : ISection
{
    private readonly PartAnalysis part;
    private readonly string id;
    private readonly bool isOnly;
    private readonly ISection[] sections;

    public PartSection(PartAnalysis part, string id, bool isOnly)
    {
        this.part = part;
        this.id = id;
        this.isOnly = isOnly;
        sections = [new MetricsSection(part), new AgreementSection(part), new CloserSection(part), new NetworkSection(part), new ImportanceSection(part)];
    }

    public IEnumerable<Figure> Figures => sections.SelectMany(section => section.Figures);

    public Html ToHtml(Footnotes notes) => Html.Of($"""
        <section id="{id}">
        <h2>{part.Part.Name}</h2>
        <p class="lead">{(part.Set.Count == 1 ? part.Set[0].ToString() : part.Set.ToString())}.</p>
        {(isOnly ? Html.Empty : Html.Of($"<ul class=\"findings\">{Html.Join(Findings.Of(part.Profile, part.Agreements, notes).Select(finding => Html.Of($"<li>{finding}</li>")))}</ul>"))}
        {Hyperparameters().ToHtml()}
        {Html.Join(sections.Select(section => section.ToHtml(notes)))}
        </section>
        """);

    private SortableTable Hyperparameters()
    {
        var table = new SortableTable(
            "Hyperparameters",
            SortableTable.Column.Text("hyperparameter"),
            SortableTable.Column.Text("kind"),
            SortableTable.Column.Number("levels"),
            SortableTable.Column.Text("values"));
        foreach (Spaces.Hyperparameter hyperparameter in part.Set.Graph.Space.Hyperparameters)
            table.Add(hyperparameter.Name, Enum.GetName(hyperparameter.Kind)!.ToLowerInvariant(), (double)hyperparameter.LevelCount, Levels(hyperparameter));
        return table;
    }

    /// <summary>All levels; of many some, and numbers of many digits shortened.</summary>
    private static string Levels(Spaces.Hyperparameter hyperparameter)
    {
        string[] labels = [.. hyperparameter.Labels];
        if (labels.Length <= 12)
            return string.Join(", ", labels);
        if (hyperparameter.Kind == Spaces.HyperparameterKind.Ordinal)
            labels = [.. labels.Select(label => label.Length > 8 && double.TryParse(label, CultureInfo.InvariantCulture, out double number) ? Numbers.Text(number) : label)];
        return $"{string.Join(", ", labels[..6])}, …, {string.Join(", ", labels[^3..])}";
    }
}
