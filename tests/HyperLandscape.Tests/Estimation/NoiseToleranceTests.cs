using HyperLandscape.Estimation;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Estimation;

/// <summary>What noise alone makes of the difference of two configurations.</summary>
public sealed class NoiseToleranceTests
{
    private static readonly SearchSpace Three = new(Hyperparameter.Categorical("x", "a", "b", "c"));

    /// <summary>
    /// Two seeds, the second 10 worse for all: (1, 2, 6) and (13, 12, 14). Means of configurations 7, 7, 10, of seeds 3 and 13, of all 8. Residuals
    /// 1 - 7 + 5 = -1, 0, 1 and 1, 0, -1: sum of squares 4, of 2 degrees of freedom.
    /// </summary>
    [Fact]
    public void Shared_seeds_worked_by_hand()
    {
        Landscape[] seeds = [Landscape.Create(Three, [1.0, 2, 6]), Landscape.Create(Three, [13.0, 12, 14])];
        NoiseEstimate noise = new NoiseTolerance().Of(seeds);
        Assert.Equal(2, noise.DegreesOfFreedom);
        Assert.True(Closeness.Near(Math.Sqrt(2 * 2.0 / 2), noise.StandardError)); // variance 2, of a mean of two 1, of a difference 2
        Assert.Equal(4.302653 * Math.Sqrt(2), noise.Tolerance.Resolve(seeds[0]), 1e-5); // Student's 97.5 % quantile for 2
        Assert.Equal("6.08487, from a standard error of 1.4142 of differences", noise.ToString());

        NoiseEstimate folds = new NoiseTolerance { Folds = true, Confidence = 0.9 }.Of(seeds);
        Assert.True(Closeness.Near(Math.Sqrt(2 * 2 * 1.5), folds.StandardError)); // 1/2 + 1/1
        Assert.Equal(2.919986 * Math.Sqrt(6), folds.Tolerance.Resolve(seeds[0]), 1e-5);
    }

    /// <summary>Runs (1, 3), (4, 4) and 7: standard errors 1 and 0, root mean square sqrt(1/2), of a difference 1.</summary>
    [Fact]
    public void Separate_seeds_worked_by_hand()
    {
        Landscape landscape = Landscape.Create(Three, [0L, 0, 1, 1, 2], [1.0, 3, 4, 4, 7], duplicates: Duplicates.Mean);
        NoiseEstimate noise = new NoiseTolerance().Of(landscape);
        Assert.Equal(2, noise.DegreesOfFreedom);
        Assert.True(Closeness.Near(1, noise.StandardError));
        Assert.Equal(4.302653, noise.Tolerance.Resolve(landscape), 1e-5);
    }

    [Fact]
    public void The_luck_of_a_seed_is_no_noise_of_a_difference()
    {
        Landscape[] seeds = Simulate(200, 4, 0, seedLuck: 0);
        Landscape[] lucky = [.. seeds.Select((seed, s) => seed.WithFitness([.. seed.Fitness.ToArray().Select(f => f + (8 * s))]))];
        Assert.True(Closeness.Near(new NoiseTolerance().Of(seeds).StandardError, new NoiseTolerance().Of(lucky).StandardError));
        Landscape[] negated = [.. seeds.Select(seed => seed.WithFitness([.. seed.Fitness.ToArray().Select(f => -f)], Objective.Maximize))];
        Assert.Equal(new NoiseTolerance().Of(seeds), new NoiseTolerance().Of(negated));
    }

    /// <summary>All configurations are equally good; 95 % of the pairs of neighbours should be within the tolerance.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Equal_configurations_are_within_the_tolerance_as_often_as_promised(int runs)
    {
        int within = 0;
        int separatelyWithin = 0;
        const int repetitions = 50;
        for (int seed = 0; seed < repetitions; seed++)
        {
            Landscape[] seeds = Simulate(40, runs, seed, seedLuck: 5);
            double[] means = [.. Enumerable.Range(0, 40).Select(vertex => seeds.Average(run => run.Fitness[vertex]))];
            double tolerance = new NoiseTolerance().Of(seeds).Tolerance.Resolve(seeds[0]);
            within += Pairs(means, tolerance);

            Landscape[] separate = Simulate(40, runs, seed, seedLuck: 0);
            Landscape together = Landscape.Create(separate[0].Space, [.. separate.SelectMany(_ => Enumerable.Range(0, 40)).Select(cell => (long)cell)], [.. separate.SelectMany(run => run.Fitness.ToArray())], duplicates: Duplicates.Mean);
            separatelyWithin += Pairs(together.Fitness.ToArray(), new NoiseTolerance().Of(together).Tolerance.Resolve(together));
        }

        Assert.InRange(within / (20.0 * repetitions), 0.93, 0.97);
        Assert.InRange(separatelyWithin / (20.0 * repetitions), 0.93, 0.97);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Landscape one = Landscape.Create(Three, [1.0, 2, 3]);
        Assert.Throws<InvalidOperationException>(() => new NoiseTolerance().Of(one));
        Assert.Throws<ArgumentException>(() => new NoiseTolerance { Folds = true }.Of(one));
        Assert.Throws<ArgumentException>(() => new NoiseTolerance().Of([one]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NoiseTolerance { Confidence = 0 });
        Assert.Contains("Repeat 1 ", Assert.Throws<ArgumentException>(() => new NoiseTolerance().Of([one, Landscape.Create(Three, [1.0, double.NaN, 3])])).Message, StringComparison.Ordinal);
        Assert.Contains("Repeat 2 ", Assert.Throws<ArgumentException>(() => new NoiseTolerance().Of([one, one, Landscape.Create(Three, [1.0, 2, 3], Objective.Maximize)])).Message, StringComparison.Ordinal);
    }

    /// <summary>Disjoint pairs of neighbours within a tolerance.</summary>
    private static int Pairs(double[] values, double tolerance) =>
        Enumerable.Range(0, values.Length / 2).Count(pair => Math.Abs(values[2 * pair] - values[(2 * pair) + 1]) <= tolerance);

    /// <summary>Runs of equally good configurations with normal noise of deviation 1, and luck that a seed has in all of them.</summary>
    private static Landscape[] Simulate(int count, int runs, int seed, double seedLuck)
    {
        var random = new Random(seed);
        var space = new SearchSpace(Hyperparameter.Ordinal("x", [.. Enumerable.Range(0, count).Select(level => (double)level)]));
        return [.. Enumerable.Range(0, runs).Select(_ =>
        {
            double luck = seedLuck * Normal(random);
            return Landscape.Create(space, [.. Enumerable.Range(0, count).Select(_ => luck + Normal(random))]);
        })];
    }

    /// <summary>Box and Muller's transformation.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
