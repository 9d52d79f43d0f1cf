using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Contracts;

/// <summary>Two small landscapes over the same configurations, and how they can be written in other words.</summary>
internal sealed record ContractCase(string Description, SearchSpace Space, long[] Cells, double[] First, double[] Second)
{
    private const int MostConfigurations = 2000;

    /// <summary>Every kind of hyperparameter, one with a single level among them; only booleans; a single configuration.</summary>
    public static SearchSpace[] Spaces { get; } =
    [
        new(Hyperparameter.Ordinal("depth", 1, 2, 4, 8), Hyperparameter.Categorical("optimizer", "sgd", "adam", "rmsprop"), Hyperparameter.Boolean("bias"), Hyperparameter.Ordinal("rate", 0.01, 0.1, 1), Hyperparameter.Ordinal("seed", 0)),
        new(Hyperparameter.Boolean("a"), Hyperparameter.Boolean("b"), Hyperparameter.Boolean("c"), Hyperparameter.Boolean("d"), Hyperparameter.Boolean("e")),
        new(Hyperparameter.Ordinal("only", 0)),
    ];

    public Objective FirstObjective { get; init; } = Objective.Minimize;

    public Objective SecondObjective { get; init; } = Objective.Minimize;

    /// <summary>Whether a limit such as that of a perfect correlation, which two or three configurations can have, may be infinite.</summary>
    public bool HasLimits { get; init; }

    /// <summary>Complete and sampled landscapes in which no two values are equal, related to each other and to the levels.</summary>
    public static IEnumerable<ContractCase> WithoutTies(SearchSpace? space)
    {
        foreach (SearchSpace one in space is null ? Spaces[..2] : [space])
        {
            foreach (int share in new[] { 100, 60 })
            {
                long[] cells = Draw(one, share);
                double[] first = Values(one, cells, 1);
                double[] noise = Values(one, cells, 2);
                yield return new ContractCase($"{cells.Length} configurations without ties", one, cells, first, [.. first.Zip(noise, (a, b) => a + b)]);
            }
        }
    }

    /// <summary>Landscapes on which much is undefined.</summary>
    public static IEnumerable<ContractCase> Degenerate(SearchSpace? space)
    {
        foreach (ContractCase full in WithoutTies(space))
        {
            double[] constant = [.. full.First.Select(_ => 0.1)];
            double[] tied = [.. full.First.Select(value => Math.Round(4 * value) / 4)];
            yield return full with { Description = "many ties", First = tied };
            yield return full with { Description = "constant fitness", First = constant };
            yield return full with { Description = "two constant fitnesses", First = constant, Second = constant };
            yield return full with { Description = "a comparison with a constant fitness", Second = constant };
            yield return full with { Description = "fitness 0", First = [.. constant.Select(_ => 0.0)] };
            foreach (int count in new[] { 1, 2, 3 })
                yield return full.Part(count);
        }
    }

    public (Landscape First, Landscape Second) ToLandscapes()
    {
        var first = Landscape.Create(Space, Cells, First, FirstObjective);
        return (first, Landscape.Create(Space, Cells, Second, SecondObjective));
    }

    public ContractCase FirstNegated() => this with { First = [.. First.Select(f => -f)], FirstObjective = Objective.Maximize };

    public ContractCase SecondNegated() => this with { Second = [.. Second.Select(f => -f)], SecondObjective = Objective.Maximize };

    public ContractCase RowsReversed() => this with { Cells = [.. Cells.Reverse()], First = [.. First.Reverse()], Second = [.. Second.Reverse()] };

    /// <summary>Categories and booleans trade places in a circle.</summary>
    public ContractCase CategoriesMoved() => this with
    {
        Cells = [.. Cells.Select(cell => Space.Cell([.. Levels(cell).Select((level, h) => Space.Hyperparameters[h].Kind == HyperparameterKind.Ordinal ? level : (level + 1) % Space.Hyperparameters[h].LevelCount)]))],
    };

    public ContractCase HyperparametersReversed()
    {
        var reversed = new SearchSpace([.. Space.Hyperparameters.ToArray().Reverse()]);
        return this with { Space = reversed, Cells = [.. Cells.Select(cell => reversed.Cell([.. Levels(cell).Reverse()]))] };
    }

    private ContractCase Part(int count) => this with
    {
        HasLimits = count > 1,
        Description = count == 1 ? "one configuration" : $"{count} configurations",
        Cells = Cells[..Math.Min(count, Cells.Length)],
        First = First[..Math.Min(count, Cells.Length)],
        Second = Second[..Math.Min(count, Cells.Length)],
    };

    private IEnumerable<int> Levels(long cell) => Enumerable.Range(0, Space.Dimension).Select(h => Space.Level(cell, h));

    /// <summary>A share of the cells, in percent; of a large space so many that it stays quick.</summary>
    private static long[] Draw(SearchSpace space, int percent)
    {
        var stream = new RandomStream(percent, 0);
        if (space.CellCount > MostConfigurations)
            return [.. Enumerable.Range(0, MostConfigurations * percent / 100).Select(_ => (long)(stream.NextUnit() * space.CellCount)).Distinct()];
        int most = (int)space.CellCount;
        return [.. Enumerable.Range(0, most).Where(_ => percent == 100 || stream.Next(100) < percent).DefaultIfEmpty(0).Select(cell => (long)cell)];
    }

    private static double[] Values(SearchSpace space, long[] cells, int seed)
    {
        var stream = new RandomStream(seed, 1);
        return [.. cells.Select(cell => (Enumerable.Range(0, space.Dimension).Sum(h => space.Level(cell, h)) / 5.0) + stream.NextUnit())];
    }
}
