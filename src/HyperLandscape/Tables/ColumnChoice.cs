using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>What a column of a hyperparameter was told to be.</summary>
/// <param name="Kind">The kind; inferred if null.</param>
/// <param name="Declared">The hyperparameter with its levels, if they were told.</param>
/// <param name="Binning">How levels are made of its values, if they are not the values.</param>
/// <param name="MayBeInactive">Whether a value that is missing means that the hyperparameter is not active.</param>
internal sealed record ColumnChoice(HyperparameterKind? Kind = null, Hyperparameter? Declared = null, Binning? Binning = null, bool MayBeInactive = false)
{
    /// <summary>Whether the levels are those in the data and nothing was told about them.</summary>
    public bool IsInferred => Kind is null && Declared is null && Binning is null;
}
