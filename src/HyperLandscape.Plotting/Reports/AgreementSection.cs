using HyperLandscape.Similarity;

namespace HyperLandscape.Plotting.Reports;

/// <summary>How alike the landscapes of a set rank the configurations.</summary>
internal sealed class AgreementSection(PartAnalysis part) : ISection
{
    private const int ShownRows = 12;

    private readonly Figure[] figures = [.. PartFigures.OfAgreement(part)];

    public IEnumerable<Figure> Figures => figures;

    public Html ToHtml(Footnotes notes) => part.Set.Count == 1
        ? Html.Empty
        : Html.Of($"""
            <h3>How alike the landscapes are</h3>
            {Html.Join(part.Agreements.Select(agreement => OfLabel(agreement, notes)))}
            {Gallery.Of(figures)}
            {(part.WhyNoMatrix is { } reason ? Html.Of($"<p class=\"note\">{reason}</p>") : Html.Empty)}
            """);

    private static Html OfLabel(Agreement agreement, Footnotes notes) => Html.Of($"""
        {Pairs(agreement, notes).ToHtml(ShownRows)}
        {(agreement.Pairs.Count < agreement.PairCount ? Html.Of($"<p class=\"note\">These are {agreement.Pairs.Count} of {agreement.PairCount} pairs, evenly spread.</p>") : Html.Empty)}
        """);

    private static SortableTable Pairs(Agreement agreement, Footnotes notes)
    {
        var table = new SortableTable(
            agreement.IsFidelity ? $"Each {agreement.LabelName} against the full one" : $"Pairs that differ in {agreement.LabelName} only",
            [
                SortableTable.Column.Text(agreement.LabelName),
                SortableTable.Column.Text(agreement.IsFidelity ? "against" : $"other {agreement.LabelName}"),
                SortableTable.Column.Text("both of"),
                .. SimilarityMeasure.Paper.Select(measure => SortableTable.Column.Number(measure.Name, notes.Mark(measure))),
            ]);
        foreach (ComparedPair pair in agreement.Pairs)
            table.Add([pair.LabelA, pair.LabelB, pair.Shared, .. pair.Values.Select(value => (SortableTable.Cell)value)]);
        return table;
    }
}
