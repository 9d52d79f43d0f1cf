using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

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
        iter: 60);

    [Fact]
    public void The_order_of_rows_does_not_matter() => Gen.Select(Cases, Gen.Int).Sample(
        (given, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, given.Cells.Length)];
            new Random(seed).Shuffle(order);
            Identical(CatalogueCases.Metrics, given.ToLandscape(), (given with { Cells = [.. order.Select(row => given.Cells[row])], Fitness = [.. order.Select(row => given.Fitness[row])] }).ToLandscape());
        },
        iter: 60);

    /// <summary>But for metrics that have a tolerance of their own or the unit of the fitness.</summary>
    [Fact]
    public void Twice_the_fitness_with_twice_the_tolerance_changes_nothing() => Cases.Sample(
        given =>
        {
            IMetric[] free = [.. CatalogueCases.Metrics.Where(metric => metric is not (NeutralPairRatio or MeanNeutrality or NeutralityDistanceCorrelation or MaximizingSensitivity or SettlingSensitivity))];
            Identical(free, given.ToLandscape(), (given with { Fitness = [.. given.Fitness.Select(f => 2 * f)], Tolerance = 2 * given.Tolerance }).ToLandscape());
        },
        iter: 60);

    /// <summary>But for metrics that draw walks or squares, which are others then.</summary>
    [Fact]
    public void The_order_of_hyperparameters_and_the_names_of_categories_do_not_matter() => LandscapeCases.WithoutTies.Where(given => given.Tolerance == 0).Sample(
        given =>
        {
            Landscape expected = given.ToLandscape();
            foreach (LandscapeCase other in new[] { given.Reversed(), given.Relabeled() })
            {
                Landscape actual = other.ToLandscape();
                foreach (IMetric metric in CatalogueCases.Metrics.Where(metric => metric is not (WalkAutocorrelation or MaximumInformationContent or MaximizingSensitivity or SettlingSensitivity or InitialPartialInformation or ExtradimensionalBypass or MeanBypassLength)))
                {
                    (double a, double b) = (Comparable(metric, expected), Comparable(metric, actual));
                    Assert.True(Closeness.Near(a, b, 1e5), $"{metric.Name} was {a:R} and became {b:R}.");
                }
            }
        },
        iter: 60);

    [Fact]
    public void Every_metric_is_in_a_group_or_has_a_reason_not_to_be()
    {
        Type[] types = [.. typeof(IMetric).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IMetric)) && !type.IsInterface)];
        Assert.Equal(types.Except(CatalogueCases.Apart.Keys).Select(type => type.Name).Order(), Metric.All.Select(metric => metric.GetType().Name).Distinct().Order());
        Assert.All(CatalogueCases.Apart.Keys, type => Assert.Contains(type, types));
        IMetric[] grouped = [.. Metric.Paper, .. Metric.Basins, .. Metric.Ruggedness, .. Metric.Neutrality, .. Metric.Correlation, .. Metric.Navigability, .. Metric.Interactions, .. Metric.Distribution];
        Assert.Equal(grouped, Metric.All);
        Assert.Equal(grouped.Length, grouped.Select(metric => metric.Name).Distinct().Count());
        Assert.All(types, type => Assert.True(type.IsSealed, $"{type} should be a sealed record."));
    }

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        // Several blocks of vertices; a complete grid and a sample of it.
        SearchSpace space = Grids.Of("c5 o9 o10 b o8 c3 o4"); // 86,400 cells
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

    /// <summary>A correlation length is as good as infinite where the correlation is 1 but for rounding, so that is compared.</summary>
    private static double Comparable(IMetric metric, Landscape landscape) =>
        metric is CorrelationLength ? Math.Exp(-1 / metric.Measure(landscape)) : metric.Measure(landscape);

    private static void Identical(IMetric[] metrics, Landscape expected, Landscape actual)
    {
        foreach (IMetric metric in metrics)
        {
            (double a, double b) = (metric.Measure(expected), metric.Measure(actual));
            Assert.True(BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b), $"{metric.Name} was {a:R} and became {b:R}.");
        }
    }
}
