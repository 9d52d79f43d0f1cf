namespace HyperLandscape.Imports;

/// <summary>What the states of trials mean.</summary>
/// <param name="Finished">The states of finished trials.</param>
/// <param name="Failed">The states of failed trials.</param>
internal sealed record TrialStates(IReadOnlyList<string> Finished, IReadOnlyList<string> Failed);
