using HyperLandscape.Metrics;

namespace HyperLandscape.Plotting.Reports;

/// <summary>One landscape closer: its map, its fitness, and how both change from configuration to configuration.</summary>
internal sealed class CloserSection(PartAnalysis part) : ISection
{
    private readonly Figure[] maps = [.. PartFigures.OfMap(part)];
    private readonly Figure[] figures = [.. PartFigures.OfFitness(part)];

    private readonly Surface? surface = part.Map is { HasSurface: true } map ? new Surface(map.Maps[^1], part.ShownName) : null;

    public IEnumerable<Figure> Figures => maps.Concat(figures);

    public Html ToHtml(Footnotes notes) => Html.Of($"""
        <h3>{(part.Set.Count == 1 ? "Map and fitness" : $"One landscape closer: {part.ShownName}")}</h3>
        {(part.Set.Count == 1 ? Html.Empty : Html.Of($"<p class=\"note\">Shown is the first landscape{Rule}. A report of another one alone shows that one in the same way.</p>"))}
        {Map(notes)}
        {Gallery.Of(maps)}
        {(surface is not null ? surface.ToHtml() : part.Map is null ? Html.Empty : Html.Of($"<p class=\"note\">{Surface.WhyNot}</p>"))}
        <p>{Guidance(notes)}</p>
        <p>{Access(notes)}</p>
        {Gallery.Of(figures)}
        """);

    private string Rule => part.Roles.Fidelity is { } fidelity ? $" of the full {fidelity}{(IsTest ? " on held-out data" : "")}" : IsTest ? " on held-out data" : "";

    private bool IsTest => part.Set.Labels(part.Roles.Shown).Any(LabelRoles.IsHeldOut);

    private Html Map(Footnotes notes) => part.Map is { } map
        ? Html.Of($"<p>The map{notes.Mark("Map")} is <strong>{Threshold.Trust.Word(map.Scores.GraphTrust)}</strong> of what lies near what: its graph trust is {Format.Short(map.Scores.GraphTrust)}{notes.Mark("Graph trust")} ({Threshold.Trust.Bounds}). Its colors are ranks{notes.Mark("Rank")}.</p>")
        : Html.Of($"<p class=\"note\">{MapAnalysis.WhyNot(part.Shown)}</p>");

    private Html Guidance(Footnotes notes)
    {
        double correlation = part.Closer.DistanceCorrelation;
        return double.IsNaN(correlation)
            ? Html.Of($"Whether distance guides a search is undefined: the fitness or the distance to the optimum does not vary.")
            : Html.Of($"Distance <strong>{Threshold.Guidance.Word(correlation)}</strong> a search to the optimum: fitness and distance correlate with {Format.Short(correlation)}{notes.Mark(new FitnessDistanceCorrelation())} ({Threshold.Guidance.Bounds}).");
    }

    private Html Access(Footnotes notes)
    {
        double share = part.Closer.Accessibility;
        return Html.Of($"From <strong>{Threshold.Access.Word(share)}</strong> configurations, {Format.Percent(share)}, a global optimum is reached by steps that all improve{notes.Mark(new GlobalOptimumAccessibility())} ({Threshold.Access.Bounds}).");
    }
}
