namespace HyperLandscape.Plotting.Reports;

/// <summary>Pictures beside each other where there is room.</summary>
internal static class Gallery
{
    public static Html Of(IReadOnlyCollection<Figure> figures) => figures.Count == 0
        ? Html.Empty
        : Html.Of($"<div class=\"pictures\">{Html.Join(figures.Select(figure => figure.ToHtml()))}</div>");
}
