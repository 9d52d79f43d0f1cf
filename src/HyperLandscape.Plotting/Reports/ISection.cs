namespace HyperLandscape.Plotting.Reports;

/// <summary>A part of the page.</summary>
internal interface ISection
{
    /// <summary>Its pictures, to be drawn before it is written.</summary>
    IEnumerable<Figure> Figures { get; }

    /// <summary>Its text, tables and pictures. Terms are explained where they come up first.</summary>
    Html ToHtml(Footnotes notes);
}
