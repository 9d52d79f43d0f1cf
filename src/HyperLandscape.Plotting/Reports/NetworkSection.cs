using HyperLandscape.Networks;

namespace HyperLandscape.Plotting.Reports;

/// <summary>The network of local optima of the landscape that is shown closer.</summary>
internal sealed class NetworkSection(PartAnalysis part) : ISection
{
    private readonly Figure[] figures = [.. PartFigures.OfNetwork(part)];

    public IEnumerable<Figure> Figures => figures;

    public Html ToHtml(Footnotes notes) => Html.Of($"""
        <h3>Its local optima</h3>
        {(part.Closer.Network is { } network ? Summary(network, notes) : Html.Of($"<p>There is a single local optimum{notes.Mark("Local optimum")}, so that there is no network.</p>"))}
        {Gallery.Of(figures)}
        """);

    private static Html Summary(NetworkSummary summary, Footnotes notes)
    {
        LocalOptimaNetwork network = summary.Network;
        Funnels funnels = summary.Funnels;
        return Html.Of($"""
            <p>{network.Nodes.Length} local optima{notes.Mark("Local optimum")} are connected by {network.EdgeCount} edges{notes.Mark("Network")} and form {Format.Count(funnels.Count, "funnel")}{notes.Mark("Funnel")}: from {Format.Percent(funnels.GlobalShare)} of them a search that is kicked and climbs can reach a global optimum. A kick of two steps stays in its basin{notes.Mark("Basin")} with a mean probability of {Format.Short(summary.MeanEscapeDifficulty)}; one that leaves leads to a better optimum with {Format.Short(summary.MeanImprovementRate)}.</p>
            """);
    }
}
