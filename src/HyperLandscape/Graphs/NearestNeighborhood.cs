using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// The neighbourhood of scattered configurations, such as the trials of a random or Bayesian search: two of them are
/// neighbours if either is among the <see cref="Neighbors"/> nearest of the other. For spaces that list their
/// configurations (<see cref="SearchSpace.IsListed"/>); landscapes make a space such out of any other.
/// </summary>
/// <remarks>
/// <para>Distances are Euclidean, in a space in which every hyperparameter has the range 1. Ordinal ones lie at
/// (value - smallest) / (largest - smallest), or at the same of the logarithms if named in <see cref="Logarithmic"/>;
/// labels in order lie at equal steps; booleans at 0 and 1. Two values of a categorical one are at distance 1, and so are
/// the inactive level and any other. Hyperparameters with a single value do not matter. Of equally near configurations
/// the ones with the smaller cells are taken.</para>
/// <para>A configuration has at least <see cref="Neighbors"/> neighbours and may have many more. Failed runs are places
/// without a vertex, as on a grid. Many configurations per category may all have their nearest in the same category: then
/// no neighbours differ in it, and the graph falls into one part for each.</para>
/// <para><b>What changes in the meaning of metrics.</b> Neighbours differ in all hyperparameters at once and by different
/// amounts, smaller ones where configurations lie more densely: that is a property of the sampling as well as of f. A
/// search that concentrates on good regions makes a landscape look smoother and its best basin larger than uniform samples
/// do. Therefore compare only landscapes over the same configurations, or of the same sampling, number and k.
/// <list type="bullet">
/// <item>Ruggedness, neutrality, optima and basins: by these neighbours. The number of optima grows with the number of
/// configurations and falls with k; it is no estimate of that of the objective function.</item>
/// <item>Distances (fitness distance correlation, distance to the optimum, neutrality by distance): in the scaled space, in
/// thousandths of the range of one hyperparameter, rounded up; they are no numbers of steps.</item>
/// <item>Walks and paths: over these neighbours, whatever the way between them.</item>
/// <item>Interactions by squares and lines (gamma, sign epistasis, idiosyncrasy, profiles of single hyperparameters): from
/// configurations that agree exactly in all other hyperparameters. Among continuous ones there are none: NaN.</item>
/// <item>Effects of levels (explained variance, roughness to slope): NaN where levels are so many that they fit any fitness.
/// Bin the hyperparameters to have these: <c>CsvOptions.Bins</c>.</item>
/// <item>Distribution: as ever.</item>
/// </list></para>
/// Exact: by a k-d tree in few dimensions, by all distances in many, O(n^2).
/// </remarks>
public sealed record NearestNeighborhood : INeighborhood
{
    private readonly int neighbors = 10;

    /// <summary>How many of the nearest are neighbours, k, at least 1; all others where there are fewer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Neighbors
    {
        get => neighbors;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            neighbors = value;
        }
    }

    /// <summary>The hyperparameters that are searched on a logarithmic scale, such as learning rates; their values are positive.</summary>
    public IReadOnlyList<string> Logarithmic { get; init; } = [];

    /// <summary>The largest number of neighbours in the space. As costly as all neighbours.</summary>
    /// <exception cref="ArgumentException">The space does not list its configurations, or a hyperparameter that is named is none or has values that are not positive.</exception>
    public int MaxDegree(SearchSpace space) => NearestRows.Of(space, this).MaxDegree;

    /// <summary>Writes the neighbours of one configuration. As costly as all neighbours: a <see cref="NeighborhoodGraph"/> finds them once.</summary>
    /// <exception cref="ArgumentException">The space does not list its configurations, or a hyperparameter that is named is none or has values that are not positive.</exception>
    int INeighborhood.Neighbors(SearchSpace space, long cell, Span<long> destination)
    {
        ReadOnlySpan<int> row = NearestRows.Of(space, this).Neighbors((int)cell);
        for (int i = 0; i < row.Length; i++)
            destination[i] = row[i];
        return row.Length;
    }
}
