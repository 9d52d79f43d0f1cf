namespace HyperLandscape.Problems;

/// <summary>
/// An artificial problem whose landscape has known properties, for experiments and tests. Implementations are pure: the
/// same parameters and the same seed generate the same bits, on any machine and any number of threads.
/// </summary>
public interface IProblem
{
    /// <summary>The landscape over all configurations, under <see cref="Graphs.GridNeighborhood"/>.</summary>
    /// <exception cref="ArgumentException">The space has more than 2^31 - 1 cells, or a parameter does not fit the others.</exception>
    Landscape Generate();
}
