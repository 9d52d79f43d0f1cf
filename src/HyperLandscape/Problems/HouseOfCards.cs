using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Problems;

/// <summary>
/// The most rugged random landscape: every fitness drawn independently and uniformly from [0, 1). Maximized.
/// </summary>
/// <remarks>
/// Known: the expected number of local optima is the sum over configurations of 1 / (neighbors + 1), n / (d + 1) where all
/// have d neighbors; the expected autocorrelation is about 0. O(cells). Sources: Kingman (1978); Kauffman and Levin (1987).
/// </remarks>
public sealed record HouseOfCards : IProblem
{
    /// <summary>The search space.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Seed of the fitness.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public Landscape Generate()
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(Space);
        return Problem.Landscape(graph, Problem.Uniform(graph.VertexCount, Seed), Objective.Maximize);
    }
}
