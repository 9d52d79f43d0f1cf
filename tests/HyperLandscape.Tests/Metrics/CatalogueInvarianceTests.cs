using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class CatalogueInvarianceTests
{
    private static readonly Gen<LandscapeCase> Cases = Gen.OneOf(LandscapeCases.Small, LandscapeCases.WithoutTies);

    [Fact]
    public void Maximizing_the_negated_fitness_is_minimizing_it_bit_for_bit() => Cases.Sample(
        given =>
        {
            Objective opposite = given.Objective == Objective.Minimize ? Objective.Maximize : Objective.Minimize;
            Identical(CatalogueCases.Metrics, given.ToLandscape(), (given with { Fitness = [.. given.Fitness.Select(f => -f)], Objective = opposite }).ToLandscape());
        },
        iter: 300);

    [Fact]
    public void The_order_of_rows_does_not_matter() => Gen.Select(Cases, Gen.Int).Sample(
        (given, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, given.Cells.Length)];
            new Random(seed).Shuffle(order);
            Identical(CatalogueCases.Metrics, given.ToLandscape(), (given with { Cells = [.. order.Select(row => given.Cells[row])], Fitness = [.. order.Select(row => given.Fitness[row])] }).ToLandscape());
        },
        iter: 200);

    [Fact]
    public void Twice_the_fitness_with_twice_the_tolerance_changes_nothing() => Cases.Sample(
        given =>
        {
            IMetric[] free = [.. CatalogueCases.Metrics.Where(metric => metric is not NeutralPairRatio)];
            Identical(free, given.ToLandscape(), (given with { Fitness = [.. given.Fitness.Select(f => 2 * f)], Tolerance = 2 * given.Tolerance }).ToLandscape());
        },
        iter: 200);

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        // Several blocks of vertices; a complete grid and a sample of it.
        var space = new SearchSpace(Hyperparameter.Categorical("a", "p", "q", "r", "s", "t", "u", "v"), Hyperparameter.Ordinal("b", [.. Enumerable.Range(0, 70).Select(i => (double)i)]), Hyperparameter.Ordinal("c", [.. Enumerable.Range(0, 150).Select(i => (double)i)]), Hyperparameter.Boolean("d"));
        var random = new Random(1);
        double[] fitness = [.. Enumerable.Range(0, (int)space.CellCount).Select(_ => Math.Round(random.NextDouble(), 3))];
        long[] cells = [.. Enumerable.Range(0, fitness.Length).Where(_ => random.Next(3) > 0).Select(cell => (long)cell)];
        foreach (Landscape landscape in new[] { Landscape.Create(space, fitness), Landscape.Create(space, cells, fitness.AsSpan(0, cells.Length), Objective.Minimize, 0, Duplicates.Refuse) })
        {
            double[] alone = [.. Measure(landscape, 1)];
            double[] together = [.. Measure(landscape, 4)];
            Assert.Equal(alone.Select(BitConverter.DoubleToInt64Bits), together.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    private static double[] Measure(Landscape landscape, int threads) =>
        landscape.WithFitness(landscape.Fitness).Profile(CatalogueCases.Metrics, new ParallelOptions { MaxDegreeOfParallelism = threads }).Values.ToArray();

    private static void Identical(IMetric[] metrics, Landscape expected, Landscape actual)
    {
        foreach (IMetric metric in metrics)
        {
            (double a, double b) = (metric.Measure(expected), metric.Measure(actual));
            Assert.True(BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b), $"{metric.Name} was {a:R} and became {b:R}.");
        }
    }
}
