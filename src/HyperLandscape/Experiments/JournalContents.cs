namespace HyperLandscape.Experiments;

/// <summary>What a journal says.</summary>
/// <param name="Experiment">The name, space, fidelities and measures in its header.</param>
/// <param name="Runs">The finished runs, each once, the last if it was repeated after it had failed.</param>
/// <param name="Length">Number of bytes up to the end of the last line that is whole.</param>
internal sealed record JournalContents(Experiment Experiment, IReadOnlyList<FinishedRun> Runs, long Length);
