using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// The neighbourhood N: which configurations are one step apart. Implementations are pure and symmetric: whenever b
/// is listed for a, a is listed for b. <see cref="NeighborhoodGraph"/> checks this and names a pair that breaks it.
/// </summary>
public interface INeighborhood
{
    /// <summary>The largest number of neighbours that any cell of the space can have; sizes the buffer of <see cref="Neighbors"/>.</summary>
    int MaxDegree(SearchSpace space);

    /// <summary>Writes the cells one step away from <paramref name="cell"/>, each once, in any order, never the cell itself.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="cell">A cell in [0, <see cref="SearchSpace.CellCount"/>).</param>
    /// <param name="destination">Room for at least <see cref="MaxDegree"/> cells.</param>
    /// <returns>How many were written.</returns>
    int Neighbors(SearchSpace space, long cell, Span<long> destination);
}
