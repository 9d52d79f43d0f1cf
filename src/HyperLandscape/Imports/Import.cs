namespace HyperLandscape.Imports;

/// <summary>The landscapes of a table that other software wrote, and what was made of its columns and rows.</summary>
/// <param name="Landscapes">One landscape per measure and fidelity.</param>
/// <param name="Report">What was taken, what was skipped, and why.</param>
/// <param name="Folds">
/// One landscape per fold of a measure and fidelity, with the fold (split0 and so on) as the last label: the repeats from
/// which <c>NoiseTolerance</c> tells which differences are noise. A fold without a finite score has none; null if none has.
/// </param>
public sealed record Import(LandscapeSet Landscapes, ImportReport Report, LandscapeSet? Folds = null)
{
    /// <summary>The landscapes in a line, and the report.</summary>
    public override string ToString() => $"{Landscapes}\n{Report}";
}
