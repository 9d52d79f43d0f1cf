using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Problems;

/// <summary>
/// The 0-1 knapsack problem: f(x) = total value of the chosen items, or 0 if they weigh more than the capacity. Weights
/// and values are whole numbers, independent and uniform in 1 to 100. Maximized.
/// </summary>
/// <remarks>
/// The overweight configurations form plateaus of fitness 0, which a climb cannot leave except at their border. O(cells).
/// </remarks>
public sealed record Knapsack : IProblem
{
    private const int Largest = 100;

    /// <summary>Number of items, 1 to 30: boolean variables that choose them.</summary>
    public int Variables { get; init; } = 12;

    /// <summary>The capacity as a share of the total weight, in [0, 1]; rounded down to a whole number.</summary>
    public double CapacityRatio { get; init; } = 0.5;

    /// <summary>Seed of weights and values.</summary>
    public int Seed { get; init; }

    /// <summary>The items, in the order of the variables.</summary>
    public IReadOnlyList<(int Weight, int Value)> Items()
    {
        var items = new (int Weight, int Value)[Variables];
        var stream = new RandomStream(Seed, 0);
        foreach (ref (int Weight, int Value) item in items.AsSpan())
            item = (1 + stream.Next(Largest), 1 + stream.Next(Largest));
        return items;
    }

    /// <summary>The largest total weight that is allowed.</summary>
    /// <exception cref="ArgumentException">The ratio is not in [0, 1].</exception>
    public int Capacity() => CapacityRatio is >= 0 and <= 1
        ? (int)(CapacityRatio * Items().Sum(item => item.Weight))
        : throw new ArgumentException($"{nameof(CapacityRatio)} is {CapacityRatio}; it is a share of the total weight, 0 to 1.");

    /// <inheritdoc/>
    public Landscape Generate()
    {
        NeighborhoodGraph graph = Problem.BooleanGraph(Variables);
        IReadOnlyList<(int Weight, int Value)> items = Items();
        int capacity = Capacity();
        double[] weights = Problem.SumOfEffects(graph, (h, level) => level * items[h].Weight);
        double[] values = Problem.SumOfEffects(graph, (h, level) => level * items[h].Value);
        for (int cell = 0; cell < values.Length; cell++)
            values[cell] = weights[cell] <= capacity ? values[cell] : 0;
        return Problem.Landscape(graph, values, Objective.Maximize);
    }
}
