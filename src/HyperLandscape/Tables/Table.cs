using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>A table that was read: the search space, the cell of every row, the fitness columns, and the line of a row.</summary>
internal sealed record Table(SearchSpace Space, long[] Cells, IReadOnlyList<FitnessColumn> Fitness, Func<int, int> LineOf);
