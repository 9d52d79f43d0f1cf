namespace HyperLandscape.Imports;

/// <summary>The landscapes of a table that other software wrote, and what was made of its columns and rows.</summary>
/// <param name="Landscapes">One landscape per measure and fidelity.</param>
/// <param name="Report">What was taken, what was skipped, and why.</param>
public sealed record Import(LandscapeSet Landscapes, ImportReport Report);
