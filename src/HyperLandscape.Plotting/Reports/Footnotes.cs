using HyperLandscape.Metrics;
using HyperLandscape.Similarity;

namespace HyperLandscape.Plotting.Reports;

/// <summary>The definitions that the page refers to, numbered as they come.</summary>
internal sealed class Footnotes
{
    private readonly List<(string Term, string Text)> used = [];

    /// <summary>A reference to the definition of a term of the glossary.</summary>
    public Html Mark(string term) => Mark(term, Glossary.Of(term));

    /// <summary>A reference to the definition of a metric.</summary>
    public Html Mark(IMetric metric) => MarkType(metric.Name, metric.GetType());

    /// <summary>A reference to the definition of a similarity measure.</summary>
    public Html Mark(ISimilarityMeasure measure) => MarkType(measure.Name, measure.GetType());

    /// <summary>All definitions that were referred to.</summary>
    public Html ToHtml() => Html.Of($"""
        <ol class="definitions">
        {Html.Join(used.Select((note, i) => Html.Of($"<li id=\"note-{i + 1}\"><strong>{note.Term}.</strong> {note.Text} <a href=\"#mark-{i + 1}\" aria-label=\"back to the text\">↩</a></li>")))}
        </ol>
        """);

    private Html MarkType(string name, Type type) => Glossary.TryOf(type.Name) is { } text ? Mark(name, text) : Mark(name, $"As the documentation of {type.Name} says.");

    private Html Mark(string term, string text)
    {
        int number = used.FindIndex(note => note.Term == term) + 1;
        if (number > 0)
            return Html.Of($"<sup><a href=\"#note-{number}\">{number}</a></sup>");
        used.Add((term, text));
        return Html.Of($"<sup><a href=\"#note-{used.Count}\" id=\"mark-{used.Count}\">{used.Count}</a></sup>");
    }
}
