using System.Globalization;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Problems;

/// <summary>What the problems share.</summary>
public static class Problem
{
    /// <summary>The largest number of boolean variables whose configurations a landscape can hold.</summary>
    private const int MostVariables = 30;

    /// <summary>
    /// The space of strings over one alphabet: variables x1, x2, and so on, boolean if there are two letters, otherwise
    /// categorical with the values 0, 1, and so on.
    /// </summary>
    /// <param name="variables">Number of variables, at least 1.</param>
    /// <param name="letters">Number of values of each, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no variable, or fewer than two letters.</exception>
    /// <exception cref="ArgumentException">There are more than 2^63 - 1 strings.</exception>
    public static SearchSpace Strings(int variables, int letters = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(variables, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(letters, 2);
        string[] values = [.. Enumerable.Range(0, letters).Select(letter => letter.ToString(CultureInfo.InvariantCulture))];
        return new SearchSpace([.. Enumerable.Range(1, variables).Select(x => letters == 2 ? Hyperparameter.Boolean($"x{x}") : Hyperparameter.Categorical($"x{x}", values))]);
    }

    /// <summary>The graph of all boolean strings; the bit of variable v in a cell is <c>variables - 1 - v</c>.</summary>
    internal static NeighborhoodGraph BooleanGraph(int variables) => variables is >= 1 and <= MostVariables
        ? NeighborhoodGraph.Complete(Strings(variables))
        : throw new ArgumentException($"The problem has {variables} variables; its complete landscape can have 1 to {MostVariables}.");

    internal static Landscape Landscape(NeighborhoodGraph graph, double[] fitness, Objective objective) =>
        new(graph, fitness, objective, default, [], []);

    /// <summary>Independent numbers, uniform in [0, 1): every block of cells from its own stream.</summary>
    internal static double[] Uniform(int count, int seed)
    {
        double[] values = GC.AllocateUninitializedArray<double>(count);
        Workers.ForBlocks(count, (start, length) =>
        {
            var stream = new RandomStream(seed, start / Workers.BlockSize);
            foreach (ref double value in values.AsSpan(start, length))
                value = stream.NextUnit();
        });
        return values;
    }

    /// <summary>
    /// The sum, for every cell of a complete graph, of one effect per hyperparameter, given by hyperparameter and level.
    /// O(cells): each hyperparameter repeats the sums of those after it once per level.
    /// </summary>
    internal static double[] SumOfEffects(NeighborhoodGraph graph, Func<int, int, double> effect)
    {
        var sums = new double[graph.VertexCount];
        for (int h = graph.Space.Dimension - 1; h >= 0; h--)
        {
            Span<double> first = sums.AsSpan(0, (int)graph.Space.Stride(h));
            for (int level = graph.Space.Hyperparameters[h].LevelCount - 1; level >= 0; level--)
                System.Numerics.Tensors.TensorPrimitives.Add(first, effect(h, level), sums.AsSpan(level * first.Length, first.Length));
        }

        return sums;
    }
}
