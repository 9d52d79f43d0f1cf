using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

/// <summary>The neighbourhood of the grid in disguise: the library does not know it and must take its general path.</summary>
internal sealed record WrappedNeighborhood : INeighborhood
{
    private readonly GridNeighborhood grid = new();

    public int MaxDegree(SearchSpace space) => grid.MaxDegree(space);

    public int Neighbors(SearchSpace space, long cell, Span<long> destination) => grid.Neighbors(space, cell, destination);
}
