using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Problems;

/// <summary>
/// Kauffman's NK model, ruggedness to order: f(x) = mean over the N hyperparameters of a contribution that depends on the
/// levels of the hyperparameter itself and of K others, drawn at random without repetition. Every combination of these
/// levels has its own contribution, uniform in [0, 1). Maximized. Any alphabet.
/// </summary>
/// <remarks>
/// Known, on strings over an alphabet of a letters: the expected autocorrelation is 1 - (K + 1) / N about the mean of all
/// instances, 1/2. About the mean of the instance itself, as <see cref="Metrics.Autocorrelation"/> takes it, (K + 1) / N is
/// multiplied by a^(K+1) / (a^(K+1) - 1): 1 - 2 / N for every boolean instance with K = 0, which is an
/// <see cref="Additive"/> landscape. K = N - 1 has no structure left, like a <see cref="HouseOfCards"/>. O(cells * N),
/// evaluated step by step along the cells.
/// Sources: Kauffman and Levin (1987); Weinberger (1990).
/// </remarks>
public sealed record NkModel : IProblem
{
    /// <summary>The search space, of N hyperparameters.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>K, on how many others the contribution of a hyperparameter depends: 0 to N - 1.</summary>
    public int Interactions { get; init; } = 2;

    /// <summary>Seed of who depends on whom and of the contributions.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public Landscape Generate()
    {
        if (Interactions < 0 || Interactions >= Space.Dimension)
            throw new ArgumentException($"{nameof(Interactions)} is {Interactions} in a space of {Space.Dimension} hyperparameters; it can be 0 to {Space.Dimension - 1}.");
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(Space);
        var contributions = new NkContributions(Space, Interactions, Seed);
        double[] fitness = GC.AllocateUninitializedArray<double>(graph.VertexCount);
        Workers.ForBlocks(fitness.Length, (start, length) => contributions.Fill(start, fitness.AsSpan(start, length)));
        return Problem.Landscape(graph, fitness, Objective.Maximize);
    }
}
