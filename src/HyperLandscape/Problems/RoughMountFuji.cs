using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Problems;

/// <summary>
/// A slope to one peak, made rough: f(x) = -<see cref="Slope"/> * distance(x, peak) + <see cref="Roughness"/> * u(x), with
/// u(x) drawn independently and uniformly from [0, 1), the distance of <see cref="SearchSpace.Distance"/>, and the peak
/// drawn uniformly. Maximized.
/// </summary>
/// <remarks>
/// Known: with a roughness of at most the slope, the peak is the only local optimum; without slope it is a
/// <see cref="HouseOfCards"/>. O(cells). Sources: Aita et al. (2000); Neidhart, Szendro and Krug (2014).
/// </remarks>
public sealed record RoughMountFuji : IProblem
{
    /// <summary>The search space.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Fitness gained by a step toward the peak.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>Width of the random part.</summary>
    public double Roughness { get; init; } = 1;

    /// <summary>Seed of the peak and of the random part.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public Landscape Generate()
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(Space);
        var stream = new RandomStream(Seed, -1);
        var peak = new int[Space.Dimension];
        for (int h = 0; h < peak.Length; h++)
            peak[h] = stream.Next(Space.Hyperparameters[h].LevelCount);

        double[] distances = Problem.SumOfEffects(graph, (h, level) => Steps(Space.Hyperparameters[h], level - peak[h]));
        double[] fitness = Problem.Uniform(graph.VertexCount, Seed);
        TensorPrimitives.Multiply(fitness, Roughness, fitness);
        TensorPrimitives.Multiply(distances, Slope, distances);
        TensorPrimitives.Subtract(fitness, distances, fitness);
        return Problem.Landscape(graph, fitness, Objective.Maximize);
    }

    private static int Steps(Hyperparameter hyperparameter, int difference) =>
        hyperparameter.Kind == HyperparameterKind.Ordinal ? Math.Abs(difference) : Math.Min(Math.Abs(difference), 1);
}
