namespace HyperLandscape.Plotting.Reports;

/// <summary>A table of text and numbers that its reader can sort. Each number is kept in full beside its readable form.</summary>
internal sealed class SortableTable(string caption, params IReadOnlyList<SortableTable.Column> columns)
{
    private readonly List<Html> rows = [];

    public int Count => rows.Count;

    public void Add(params IReadOnlyList<Cell> cells) =>
        rows.Add(Html.Of($"<tr>{Html.Join(cells.Select((cell, column) => cell.ToHtml(column == 0)), "")}</tr>"));

    /// <summary>The table in a frame that scrolls by itself where the screen is too narrow.</summary>
    public Html ToHtml() => Html.Of($"""
        <div class="table" role="region" aria-label="{caption}" tabindex="0"><table class="sortable">
        <caption>{caption}</caption>
        <thead><tr>{Html.Join(columns.Select(column => column.ToHtml()), "")}</tr></thead>
        <tbody>
        {Html.Join(rows)}
        </tbody></table></div>
        """);

    /// <summary>The table behind a line that opens it, for tables of many rows.</summary>
    public Html ToHtml(int openUpTo) => rows.Count <= openUpTo
        ? ToHtml()
        : Html.Of($"<details><summary>{caption} ({Format.Count(rows.Count, "row")})</summary>{ToHtml()}</details>");

    internal readonly record struct Column(string Name, bool IsNumber, Html Note)
    {
        public static Column Text(string name) => new(name, false, Html.Empty);

        public static Column Number(string name, Html note = default) => new(name, true, note);

        public Html ToHtml() => Html.Of($"<th scope=\"col\"{Html.Verbatim(IsNumber ? " class=\"number\"" : "")}><span role=\"button\" tabindex=\"0\">{Name}</span>{Note}</th>");
    }

    internal readonly record struct Cell(string Label, double? Value)
    {
        /// <summary>Longer text than this is broken into lines.</summary>
        private const int LongText = 32;

        public static implicit operator Cell(string text) => new(text, null);

        public static implicit operator Cell(double value) => new(Format.Number(value), value);

        public Html ToHtml(bool isHeader) => this switch
        {
            { Value: { } value } => Html.Of($"<td class=\"number\" data-value=\"{Format.Exact(value)}\">{Label}</td>"),
            _ when isHeader => Html.Of($"<th scope=\"row\">{Label}</th>"),
            { Label.Length: > LongText } => Html.Of($"<td class=\"long\">{Label}</td>"),
            _ => Html.Of($"<td>{Label}</td>"),
        };
    }
}
