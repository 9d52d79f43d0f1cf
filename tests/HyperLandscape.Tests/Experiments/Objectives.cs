using HyperLandscape.Experiments;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Child;

namespace HyperLandscape.Tests.Experiments;

/// <summary>Experiments whose results are known.</summary>
internal static class Objectives
{
    public static SearchSpace Space { get; } = new(Hyperparameter.Ordinal("x", 0, 0.5, 1), Hyperparameter.Categorical("kind", "a", "b"));

    /// <summary>Two measures at two fidelities of six configurations.</summary>
    public static Experiment Small { get; } = new(Space)
    {
        Name = "small",
        Measures = [new Measure("err"), new Measure("acc", Objective.Maximize)],
        Fidelities = [new Fidelity("half", 0.5), new Fidelity("all", 1)],
    };

    /// <summary>The same over the 14 configurations of a support vector machine: its kernel decides about gamma and degree.</summary>
    public static Experiment Conditional { get; } = Small with
    {
        Space = SearchSpace.Conditional(
            [Hyperparameter.Categorical("kernel", "linear", "rbf", "poly"), Hyperparameter.Ordinal("gamma", 0.1, 1), Hyperparameter.Ordinal("degree", "two", "three").WithInactive("none"), Hyperparameter.Boolean("shrinking")],
            new Condition("gamma", "kernel", "rbf", "poly"),
            new Condition("degree", "kernel", "poly")),
    };

    /// <inheritdoc cref="FastExperiment.Number"/>
    public static Task<IReadOnlyList<double>> Number(Run run, CancellationToken cancellationToken) => FastExperiment.Number(run, cancellationToken);

    /// <summary>Checks that there is every run of the experiment once, with its number.</summary>
    public static void AssertAll(Experiment experiment, ExperimentResult result)
    {
        Run[] expected = [..
            from cell in experiment.Plan.Cells(experiment.Space).Order()
            from fidelity in experiment.Fidelities
            from seed in experiment.Seeds
            select new Run(experiment.Space[cell], fidelity, seed)];
        Assert.Equal(expected, result.Runs.Select(run => run.Run));
        Assert.Equal(expected.Select(FastExperiment.Value), result.Runs.Select(run => run.Values[0]));
        Assert.All(result.Runs, run => Assert.Null(run.Error));
    }
}
