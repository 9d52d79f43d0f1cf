namespace HyperLandscape.Experiments;

/// <summary>What an experiment must be like.</summary>
internal static class ExperimentChecks
{
    /// <exception cref="ArgumentException">Something is missing, occurs twice or is out of range.</exception>
    public static void Require(Experiment experiment)
    {
        Different("measure", [.. experiment.Measures.Select(measure => measure.Name)]);
        Different("fidelity", [.. experiment.Fidelities.Select(fidelity => fidelity.Name)]);
        Different("seed", [.. experiment.Seeds]);
        foreach (Fidelity fidelity in experiment.Fidelities)
        {
            if (!double.IsFinite(fidelity.Amount))
                throw new ArgumentException($"The amount of the fidelity '{fidelity}' is {fidelity.Amount}; give a finite number.");
        }

        if (experiment.MaxDegreeOfParallelism < 1 || experiment.Attempts < 1)
            throw new ArgumentException($"An experiment with {experiment.MaxDegreeOfParallelism} concurrent runs and {experiment.Attempts} attempts was asked for; at least one of each is needed.");
        if (experiment.Timeout <= TimeSpan.Zero && experiment.Timeout != Timeout.InfiniteTimeSpan)
            throw new ArgumentException($"A timeout of {experiment.Timeout} was asked for; it must be longer than nothing, or Timeout.InfiniteTimeSpan.");
    }

    private static void Different<T>(string what, T[] all)
    {
        if (all.Length == 0)
            throw new ArgumentException($"The experiment has no {what}; give at least one.");
        foreach (T one in all)
        {
            if (one is null or "")
                throw new ArgumentException($"A {what} of the experiment has no name; give it one.");
            if (all.Count(other => one.Equals(other)) > 1)
                throw new ArgumentException($"The {what} '{one}' occurs twice; remove or rename one.");
        }
    }
}
