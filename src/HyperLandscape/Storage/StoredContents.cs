using HyperLandscape.Graphs;

namespace HyperLandscape.Storage;

/// <summary>What a file holds.</summary>
/// <param name="Graph">The search space, the sampled configurations and their neighbourhood.</param>
/// <param name="Maximize">Whether a larger fitness is better.</param>
/// <param name="Tolerance">Up to which difference neighbours are neutral, in units of the fitness.</param>
/// <param name="FailedCells">The configurations without a fitness, ascending.</param>
/// <param name="StandardErrors">One per configuration, or empty.</param>
/// <param name="Fitness">One per configuration.</param>
internal sealed record StoredContents(NeighborhoodGraph Graph, bool Maximize, double Tolerance, long[] FailedCells, double[] StandardErrors, ReadOnlyMemory<double> Fitness);
