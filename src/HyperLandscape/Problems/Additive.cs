using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Problems;

/// <summary>
/// A landscape without interactions: f(x) = sum over hyperparameters of an effect of the level, each effect drawn
/// uniformly from [0, 1). Maximized.
/// </summary>
/// <remarks>
/// Known: <see cref="Metrics.Gamma"/> = 1, and the local optima are all combinations of local optima along single
/// hyperparameters, hence one optimum if all are boolean or categorical. Ordinal effects are drawn independently, so
/// that several levels can be better than their neighbors. O(cells).
/// </remarks>
public sealed record Additive : IProblem
{
    /// <summary>The search space.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Seed of the effects.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public Landscape Generate()
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(Space);
        var stream = new RandomStream(Seed, 0);
        var effects = new double[Space.Dimension][];
        for (int h = 0; h < effects.Length; h++)
        {
            effects[h] = new double[Space.Hyperparameters[h].LevelCount];
            foreach (ref double effect in effects[h].AsSpan())
                effect = stream.NextUnit();
        }

        return Problem.Landscape(graph, Problem.SumOfEffects(graph, (h, level) => effects[h][level]), Objective.Maximize);
    }
}
