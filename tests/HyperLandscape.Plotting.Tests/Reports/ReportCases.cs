using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests.Reports;

/// <summary>Landscapes to report on.</summary>
internal static class ReportCases
{
    private static readonly SearchSpace Space = new(
        Hyperparameter.Ordinal("depth", 1, 2, 3, 4, 5, 6),
        Hyperparameter.Ordinal("rate", 0.1, 0.2, 0.3, 0.4),
        Hyperparameter.Categorical("kind", "a", "b"));

    /// <summary>A rugged landscape of 48 configurations; others with other shifts.</summary>
    public static Landscape Rugged(int shift = 0) => Landscape.Evaluate(Space, configuration =>
        Math.Abs(configuration["depth"] - 3) + (10 * configuration["rate"]) + ((((configuration.Cell + shift) * 7) % 11) / 3.0));

    public static Landscape Constant() => Landscape.Evaluate(Space, _ => 0.5);

    /// <summary>Three configurations of one hyperparameter.</summary>
    public static Landscape Tiny() => Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 1, 2, 3)), [3, 1, 2]);

    /// <summary>Two fidelities on two data sets; the lower fidelity of the second ranks the configurations in reverse.</summary>
    public static LandscapeSet Fidelities()
    {
        Landscape full = Rugged();
        Landscape other = Rugged(3);
        return new LandscapeSet(["dataset", "fidelity"], [
            (full.WithFitness(full.Fitness), ["one", "it10"]),
            (full, ["one", "it100"]),
            (other.WithFitness([.. other.Fitness.ToArray().Select(value => -value)]), ["two", "it10"]),
            (other, ["two", "it100"])]);
    }
}
