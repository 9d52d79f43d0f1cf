using HyperLandscape.Metrics;

namespace HyperLandscape.Plotting.Reports;

/// <summary>Which hyperparameters matter in the landscape that is shown closer.</summary>
internal sealed class ImportanceSection(PartAnalysis part) : ISection
{
    private const int ShownRows = 12;

    private readonly Figure[] figures = [.. PartFigures.OfImportance(part)];

    public IEnumerable<Figure> Figures => figures;

    public Html ToHtml(Footnotes notes) => Html.Of($"""
        <h3>Which hyperparameters matter</h3>
        {(part.Closer.Importance is { } importance ? Summary(importance, notes) : Html.Of($"<p class=\"note\">Undefined: the fitness is constant, or there are too few configurations to tell the effects of pairs of hyperparameters, as of scattered trials that are not in bins.</p>"))}
        {Gallery.Of(figures)}
        {(part.Closer.Importance is { } shares ? Shares(shares).ToHtml(ShownRows) : Html.Empty)}
        """);

    private static Html Summary(VarianceDecomposition importance, Footnotes notes)
    {
        double single = importance.ShareOfOrder(1);
        VarianceShare first = importance.Shares.ToArray().First(share => share.Hyperparameters.Count == 1);
        return Html.Of($"""
            <p>The landscape is <strong>{Threshold.Additivity.Word(single)}</strong>: single hyperparameters explain {Format.Percent(single)} of the variance{notes.Mark("Importance")} ({Threshold.Additivity.Bounds}), <strong>{first.ToString()}</strong> most of it ({Format.Percent(first.Share)}).{(importance.IsExact ? "" : " These are the shares of a least-squares fit, since the grid is not complete.")}</p>
            """);
    }

    private static SortableTable Shares(VarianceDecomposition importance)
    {
        var table = new SortableTable("Shares of the variance", SortableTable.Column.Text("hyperparameters"), SortableTable.Column.Number("order"), SortableTable.Column.Number("share of variance"));
        foreach (VarianceShare share in importance.Shares)
            table.Add(share.ToString(), (double)share.Hyperparameters.Count, share.Share);
        return table;
    }
}
