namespace HyperLandscape.Plotting.Reports;

/// <summary>A piece of finished HTML. Whatever is interpolated into one is escaped, unless it is one itself.</summary>
internal readonly record struct Html
{
    private readonly string? text;

    private Html(string text) => this.text = text;

    /// <summary>Nothing.</summary>
    public static Html Empty => default;

    /// <summary>HTML with holes, each escaped.</summary>
    public static Html Of(HtmlInterpolation html) => new(html.ToString());

    /// <summary>Text of ours, such as a style sheet, that must stay as it is.</summary>
    public static Html Verbatim(string html) => new(html);

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces, string separator = "\n") => new(string.Join(separator, pieces));

    public override string ToString() => text ?? "";
}
