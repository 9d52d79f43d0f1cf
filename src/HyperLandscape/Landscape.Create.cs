using System.Globalization;
using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape;

/// <content>From arrays in memory and from a function.</content>
public sealed partial class Landscape
{
    /// <summary>A landscape from one fitness value for every configuration of a space.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="fitness">One value per cell, in the order of the cells; copied. Values that are not finite are failed runs, kept apart.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral; by default only exact ties are.</param>
    /// <param name="neighborhood">Which cells are adjacent; <see cref="GridNeighborhood"/> if null.</param>
    /// <exception cref="ArgumentException">The lengths differ, or every run failed.</exception>
    public static Landscape Create(SearchSpace space, ReadOnlySpan<double> fitness, Objective objective = Objective.Minimize, Tolerance tolerance = default, INeighborhood? neighborhood = null)
    {
        if (fitness.Length != space.CellCount)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{fitness.Length:N0} fitness values were given for {space.CellCount:N0} cells; give one each, or pass the cells as well for a partial sample."), nameof(fitness));
        neighborhood ??= new GridNeighborhood();
        if (TensorPrimitives.IsFiniteAll(fitness))
            return new Landscape(NeighborhoodGraph.Complete(space, neighborhood), fitness, objective, tolerance);
        var cells = new long[fitness.Length];
        for (int cell = 0; cell < cells.Length; cell++)
            cells[cell] = cell;
        return new Runs(space, cells, neighborhood, Duplicates.Refuse).ToLandscape(fitness.ToArray(), objective, tolerance);
    }

    /// <summary>A landscape from some configurations of a space, in any order.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="cells">The cell of every run, see <see cref="SearchSpace.Cell"/>.</param>
    /// <param name="fitness">The fitness of every run. Values that are not finite are failed runs, kept apart.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral; by default only exact ties are.</param>
    /// <param name="duplicates">What becomes of a cell that occurs in several runs.</param>
    /// <param name="neighborhood">Which cells are adjacent; <see cref="GridNeighborhood"/> if null.</param>
    /// <exception cref="ArgumentException">The lengths differ, a cell is outside the space, or occurs twice and duplicates are refused, or every run failed.</exception>
    public static Landscape Create(SearchSpace space, ReadOnlySpan<long> cells, ReadOnlySpan<double> fitness, Objective objective = Objective.Minimize, Tolerance tolerance = default, Duplicates duplicates = Duplicates.Refuse, INeighborhood? neighborhood = null)
    {
        if (cells.Length != fitness.Length)
            throw new ArgumentException($"{cells.Length} cells and {fitness.Length} fitness values were given; give one fitness per cell.", nameof(fitness));
        return new Runs(space, cells.ToArray(), neighborhood ?? new GridNeighborhood(), duplicates).ToLandscape(fitness.ToArray(), objective, tolerance);
    }

    /// <summary>A landscape by evaluating a function on every configuration of a space.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="fitness">The function. A value that is not finite is a failed run, kept apart; an exception ends the evaluation.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral; by default only exact ties are.</param>
    /// <param name="neighborhood">Which cells are adjacent; <see cref="GridNeighborhood"/> if null.</param>
    /// <param name="options">Cancellation, and the largest number of concurrent calls if the function may be called so; one call after the other if null.</param>
    /// <param name="progress">Told the share of the evaluated configurations, 0 to 1.</param>
    /// <exception cref="ArgumentException">The space has more than 2^31 - 1 cells, or every run failed.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was canceled.</exception>
    public static Landscape Evaluate(SearchSpace space, Func<Configuration, double> fitness, Objective objective = Objective.Minimize, Tolerance tolerance = default, INeighborhood? neighborhood = null, ParallelOptions? options = null, IProgress<double>? progress = null)
    {
        if (space.CellCount > Array.MaxLength)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The space has {space.CellCount:N0} cells; at most {Array.MaxLength:N0} can be evaluated. Evaluate a sample and pass it to Landscape.Create."), nameof(space));
        var values = new double[space.CellCount];
        Workers.For(values.Length, options ?? new ParallelOptions { MaxDegreeOfParallelism = 1 }, progress, cell => values[cell] = fitness(space[cell]));
        return Create(space, values, objective, tolerance, neighborhood);
    }
}
