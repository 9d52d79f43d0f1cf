using HyperLandscape.Problems;

namespace HyperLandscape.Tests.Problems;

/// <summary>Every configuration counted anew from the instance, in another way than the library does.</summary>
public sealed class CombinatorialProblemTests
{
    public static TheoryData<int, int> Instances => new() { { 3, 0 }, { 8, 1 }, { 11, 2 }, { 16, 3 } };

    [Theory]
    [MemberData(nameof(Instances))]
    public void Max3Sat_counts_satisfied_clauses(int variables, int seed)
    {
        var problem = new Max3Sat { Variables = variables, ClausesPerVariable = 2.5, Seed = seed };
        IReadOnlyList<IReadOnlyList<int>> clauses = problem.Clauses();
        Assert.Equal((int)(2.5 * variables), clauses.Count);
        Assert.Equal(clauses.Count, clauses.Select(clause => string.Join(' ', clause.Order())).Distinct().Count());
        Assert.All(clauses, clause => Assert.Equal(3, clause.Select(Math.Abs).Distinct().Count()));

        Landscape landscape = problem.Generate();
        Assert.Equal(Objective.Maximize, landscape.Objective);
        for (int vertex = 0; vertex < landscape.Count; vertex++)
        {
            bool[] values = Values(landscape, vertex);
            Assert.Equal(clauses.Count(clause => clause.Any(literal => values[Math.Abs(literal) - 1] == literal > 0)), landscape.Fitness[vertex]);
        }

        Assert.Equal(7 / 8.0 * clauses.Count, landscape.Fitness.ToArray().Average(), 1e-11); // a clause is violated in one of eight cases
    }

    [Fact]
    public void All_clauses_there_are_can_be_asked_for_and_no_more()
    {
        // Four variables have 4 * 8 = 32 clauses, 8 each. With all of them, every assignment violates one per triple.
        Assert.All(new Max3Sat { Variables = 4, ClausesPerVariable = 8 }.Generate().Fitness.ToArray(), satisfied => Assert.Equal(28, satisfied));
        Assert.Contains("4 have 32 different clauses", Assert.Throws<ArgumentException>(() => new Max3Sat { Variables = 4, ClausesPerVariable = 8.25 }.Generate()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Max3Sat { Variables = 2, ClausesPerVariable = 0.5 }.Generate());
    }

    [Theory]
    [MemberData(nameof(Instances))]
    public void Knapsack_adds_values_up_to_the_capacity(int variables, int seed)
    {
        var problem = new Knapsack { Variables = variables, Seed = seed };
        IReadOnlyList<(int Weight, int Value)> items = problem.Items();
        Assert.All(items, item => Assert.True(item is { Weight: >= 1 and <= 100, Value: >= 1 and <= 100 }));
        Assert.Equal(items.Sum(item => item.Weight) / 2, problem.Capacity());

        Landscape landscape = problem.Generate();
        for (int vertex = 0; vertex < landscape.Count; vertex++)
        {
            bool[] chosen = Values(landscape, vertex);
            int weight = items.Where((_, i) => chosen[i]).Sum(item => item.Weight);
            Assert.Equal(weight <= problem.Capacity() ? items.Where((_, i) => chosen[i]).Sum(item => item.Value) : 0, landscape.Fitness[vertex]);
        }

        // The best value by dynamic programming over capacities.
        var best = new int[problem.Capacity() + 1];
        foreach ((int weight, int value) in items)
        {
            for (int room = best.Length - 1; room >= weight; room--)
                best[room] = Math.Max(best[room], best[room - weight] + value);
        }

        Assert.Equal(best[^1], landscape.Fitness[landscape.GlobalOptima[0]]);
        Assert.Throws<ArgumentException>(() => (problem with { CapacityRatio = 1.1 }).Generate());
    }

    [Theory]
    [MemberData(nameof(Instances))]
    public void Number_partitioning_is_the_difference_of_two_sums(int variables, int seed)
    {
        var problem = new NumberPartitioning { Variables = variables, BitsPerVariable = 0.7, Seed = seed };
        IReadOnlyList<long> numbers = problem.Numbers();
        Assert.All(numbers, number => Assert.InRange(number, 1, 1L << (int)(0.7 * variables)));

        Landscape landscape = problem.Generate();
        Assert.Equal(Objective.Minimize, landscape.Objective);
        for (int vertex = 0; vertex < landscape.Count; vertex++)
        {
            bool[] sides = Values(landscape, vertex);
            Assert.Equal(Math.Abs(numbers.Where((_, i) => sides[i]).Sum() - numbers.Where((_, i) => !sides[i]).Sum()), landscape.Fitness[vertex]);
            Assert.Equal(landscape.Fitness[vertex], landscape.Fitness[landscape.Count - 1 - vertex]); // all sides exchanged
        }

        // The smallest difference by the set of all sums of one side.
        var sums = new HashSet<long> { 0 };
        foreach (long number in numbers)
            sums.UnionWith([.. sums.Select(sum => sum + number)]);
        Assert.Equal(sums.Min(sum => Math.Abs(numbers.Sum() - (2 * sum))), landscape.Fitness[landscape.GlobalOptima[0]]);
    }

    [Fact]
    public void Problems_that_cannot_be_are_refused()
    {
        Assert.Contains("48 are possible", Assert.Throws<ArgumentException>(() => new NumberPartitioning { Variables = 20, BitsPerVariable = 3 }.Generate()).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 30", Assert.Throws<ArgumentException>(() => new Knapsack { Variables = 31 }.Generate()).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 30", Assert.Throws<ArgumentException>(() => new NumberPartitioning { Variables = 0 }.Generate()).Message, StringComparison.Ordinal);
    }

    private static bool[] Values(Landscape landscape, int vertex) =>
        [.. Enumerable.Range(1, landscape.Space.Dimension).Select(x => landscape[vertex][$"x{x}"] == 1)];
}
