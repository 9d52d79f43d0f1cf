using System.Reflection;

namespace HyperLandscape.Plotting.Reports;

/// <summary>The page around the sections: one file that needs nothing else.</summary>
internal static class ReportPage
{
    /// <summary>Nothing is loaded from anywhere: what the page shows is in it.</summary>
    private const string Policy = "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

    public static Html Of(ReportOptions options, IReadOnlyList<PartAnalysis> parts, IReadOnlyList<ISection> sections)
    {
        var notes = new Footnotes();
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="generator" content="HyperLandscape"/>
            <meta http-equiv="Content-Security-Policy" content="{Html.Verbatim(Policy)}"/>
            <title>{options.Title}</title>
            <style>
            {Resource("report.css")}
            </style>
            </head>
            <body>
            <header>
            <h1>{options.Title}</h1>
            <p class="lead">{Format.Count(parts.Sum(part => part.Set.Count), "landscape")}{(parts.Count > 1 ? $" over {parts.Count} search spaces" : "")}, {Format.Count(parts.Sum(part => part.Set.Sum(landscape => (long)landscape.Count)), "evaluated configuration")} in all.</p>
            {(options.Source.Length > 0 ? Html.Of($"<p>{options.Source}</p>") : Html.Empty)}
            <nav aria-label="Sections"><ul>
            <li><a href="#findings">Findings</a></li>
            <li><a href="#data">Data</a></li>
            {Html.Join(parts.Select((part, i) => Html.Of($"<li><a href=\"#{PartId(i)}\">{part.Part.Name}</a></li>")))}
            <li><a href="#definitions">Definitions</a></li>
            <li><a href="#method">Method</a></li>
            </ul></nav>
            </header>
            <main>
            {Html.Join([.. sections.Select(section => section.ToHtml(notes))])}
            </main>
            {(parts.Any(part => part.Map is not null) ? Surface.Script() : Html.Empty)}
            <script>
            {Resource("report.js")}
            </script>
            </body>
            </html>

            """);
    }

    public static string PartId(int part) => $"part-{part + 1}";

    private static Html Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(ReportPage), name)!;
        using var reader = new StreamReader(stream);
        return Html.Verbatim(reader.ReadToEnd());
    }
}
