using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Problems;

/// <summary>
/// High and low in turns: f(x) = sin^2(frequency * pi / 2 * s), s = the sum of the level indices. Maximized.
/// </summary>
/// <remarks>
/// Known, at the default frequency, if all hyperparameters are boolean or ordinal: every step leads from 0 to 1 or back,
/// exactly, so that the autocorrelation is -1 and all configurations with an odd s are optima. O(cells). No part of it is
/// random. Source: the alternating landscape of Ferretti et al. (2016).
/// </remarks>
public sealed record Eggbox : IProblem
{
    /// <summary>The search space.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Periods of two steps; 1 = neighbors alternate. Lower is smoother.</summary>
    public double Frequency { get; init; } = 1;

    /// <inheritdoc/>
    public Landscape Generate()
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(Space);
        double[] values = Problem.SumOfEffects(graph, (_, level) => level);
        double[] heights = new double[(int)values[^1] + 1]; // the last cell has the highest levels
        for (int s = 0; s < heights.Length; s++)
        {
            double sine = double.SinPi(Frequency * s / 2); // exact at multiples of a half
            heights[s] = sine * sine;
        }

        foreach (ref double value in values.AsSpan())
            value = heights[(int)value];
        return Problem.Landscape(graph, values, Objective.Maximize);
    }
}
