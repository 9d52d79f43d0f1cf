using HyperLandscape.Experiments;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Child;

/// <summary>8,000 runs that take no time and whose results are known.</summary>
public static class FastExperiment
{
    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(new SearchSpace(
        Hyperparameter.Ordinal("x", [.. Enumerable.Range(0, 10).Select(level => level / 8.0)]),
        Hyperparameter.Ordinal("y", [.. Enumerable.Range(0, 60).Select(level => (double)level)]),
        Hyperparameter.Categorical("kind", [.. Enumerable.Range(0, 10).Select(level => $"kind {level}")]),
        Hyperparameter.Boolean("flag")))
    {
        Measures = [new Measure("err"), new Measure("acc", Objective.Maximize)],
        Fidelities = [new Fidelity("half", 0.5), new Fidelity("all", 1)],
        MaxDegreeOfParallelism = 2,
    };

    /// <summary>A different number for every run, and its negative.</summary>
    public static Task<IReadOnlyList<double>> Number(Run run, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<double>>([Value(run), -Value(run)]);

    /// <summary>100 amount + cell + seed / 1000.</summary>
    public static double Value(Run run) => (100 * run.Fidelity.Amount) + run.Configuration.Cell + (run.Seed / 1000.0);
}
