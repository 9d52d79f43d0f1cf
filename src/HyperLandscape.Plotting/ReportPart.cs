namespace HyperLandscape.Plotting;

/// <summary>A named set of landscapes in a report, for instance those of one model. The sets of a report may be over different search spaces.</summary>
/// <param name="Name">What the landscapes have in common, as a heading.</param>
/// <param name="Set">The landscapes.</param>
public sealed record ReportPart(string Name, LandscapeSet Set);
