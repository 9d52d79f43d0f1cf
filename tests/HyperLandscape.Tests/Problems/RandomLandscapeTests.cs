using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Problems;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Problems;

/// <summary>What theory says about problems over any alphabet.</summary>
public sealed class RandomLandscapeTests
{
    /// <summary>Standard errors that a mean over instances may be off: one test in 150,000 fails by chance, and seeds are fixed.</summary>
    private const double Errors = 4.5;

    private static readonly SearchSpace Mixed = Grids.Of("o5 c3 b o4 c2");

    public static TheoryData<int> Seeds => [0, 1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Additive_effects_add_up(int seed)
    {
        // Without interactions f(x) = f(0) + sum over h of (f(only h as in x) - f(0)).
        Landscape landscape = new Additive { Space = Mixed, Seed = seed }.Generate();
        for (int cell = 0; cell < landscape.Count; cell++)
        {
            double expected = landscape.Fitness[0];
            for (int h = 0; h < Mixed.Dimension; h++)
                expected += landscape.Fitness[(int)(Mixed.Level(cell, h) * Mixed.Stride(h))] - landscape.Fitness[0];
            Assert.Equal(expected, landscape.Fitness[cell], 1e-13);
        }

        Assert.Equal(1, new Gamma().Measure(landscape), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Additive_optima_are_combinations_of_optima_along_each_hyperparameter(int seed)
    {
        Landscape landscape = new Additive { Space = Mixed, Seed = seed }.Generate();
        int expected = 1;
        for (int h = 0; h < Mixed.Dimension; h++)
        {
            double[] line = [.. Enumerable.Range(0, Mixed.Hyperparameters[h].LevelCount).Select(level => landscape.Fitness[(int)(level * Mixed.Stride(h))])];
            bool ordinal = Mixed.Hyperparameters[h].Kind == HyperparameterKind.Ordinal;
            expected *= ordinal ? line.Where((f, i) => (i == 0 || line[i - 1] < f) && (i == line.Length - 1 || line[i + 1] < f)).Count() : 1;
        }

        Assert.Equal(expected, landscape.Optima.Length);
        Assert.Equal(1, new Additive { Space = Problem.Strings(5, 4), Seed = seed }.Generate().Optima.Length);
    }

    [Fact]
    public void House_of_cards_has_n_over_d_plus_1_optima()
    {
        // Ten booleans: 1024 / 11. The variance is 2^L (L - 1) / (2 (L + 1)^2) = 1024 * 9 / 242 (Macken and Perelson 1989).
        double[] counts = Counts(Problem.Strings(10), 200);
        Assert.InRange(counts.Average(), (1024 / 11.0) - (Errors * Math.Sqrt(1024 * 9 / 242.0 / 200)), (1024 / 11.0) + (Errors * Math.Sqrt(1024 * 9 / 242.0 / 200)));

        // Five variables of four letters: 15 neighbors each, 1024 / 16.
        AverageIs(1024 / 16.0, Counts(Problem.Strings(5, 4), 200));

        // Mixed kinds: the sum of 1 / (degree + 1).
        var graph = NeighborhoodGraph.Complete(Mixed);
        AverageIs(Enumerable.Range(0, graph.VertexCount).Sum(vertex => 1.0 / (graph.Degree(vertex) + 1)), Counts(Mixed, 400));
    }

    private static double[] Counts(SearchSpace space, int seeds) =>
        [.. Enumerable.Range(0, seeds).Select(seed => (double)new HouseOfCards { Space = space, Seed = seed }.Generate().Optima.Length)];

    [Fact]
    public void Nk_autocorrelation_is_that_of_Weinberger()
    {
        // Two letters and three. About the mean of all instances 1 - (K + 1) / N; about the instance's own, (K + 1) / N is
        // multiplied by a^(K+1) / (a^(K+1) - 1): the constant part, one of a^(K+1) equal shares of a table's variance, is lost.
        foreach ((int variables, int letters, int interactions) in new[] { (8, 2, 0), (8, 2, 2), (8, 2, 5), (8, 2, 7), (5, 3, 1), (5, 3, 4) })
        {
            double rho = 1 - ((interactions + 1.0) / variables);
            double parts = Math.Pow(letters, interactions + 1);
            double own = 1 - ((interactions + 1.0) / variables * parts / (parts - 1));
            var excess = new double[300];
            var ownExcess = new double[300];
            for (int seed = 0; seed < excess.Length; seed++)
            {
                Landscape landscape = new NkModel { Space = Problem.Strings(variables, letters), Interactions = interactions, Seed = seed }.Generate();
                double mean = landscape.Fitness.ToArray().Average();
                excess[seed] = Covariance(landscape, 0.5) - (rho * Variance(landscape, 0.5));
                ownExcess[seed] = Covariance(landscape, mean) - (own * Variance(landscape, mean));
            }

            AverageIs(0, excess);
            if (interactions > 0)
                AverageIs(0, ownExcess);
            else
                Assert.All(ownExcess, value => Assert.Equal(0, value, 1e-14)); // every additive instance: 1 - 2 / N
        }
    }

    [Fact]
    public void Nk_without_interactions_is_additive()
    {
        Landscape landscape = new NkModel { Space = Mixed, Interactions = 0, Seed = 3 }.Generate();
        Assert.Equal(1, new Gamma().Measure(landscape), 1e-12);
        Assert.Equal(1, VarianceDecomposition.Of(landscape, 1).ShareOfOrder(1), 1e-12);
    }

    [Fact]
    public void Nk_interacts_with_as_many_as_it_says()
    {
        // With N - 1 interactions all orders occur; with 1 nothing beyond pairs.
        Landscape pairs = new NkModel { Space = Mixed, Interactions = 1, Seed = 3 }.Generate();
        var decomposition = VarianceDecomposition.Of(pairs, 2);
        Assert.InRange(decomposition.ShareOfOrder(1), 0.1, 0.99);
        Assert.Equal(1, decomposition.ShareOfOrder(1) + decomposition.ShareOfOrder(2), 1e-12);
        Landscape all = new NkModel { Space = Mixed, Interactions = 4, Seed = 3 }.Generate();
        Assert.InRange(VarianceDecomposition.Of(all).ShareOfOrder(1), 0, 0.5);
        Assert.Contains("it can be 0 to 4", Assert.Throws<ArgumentException>(() => new NkModel { Space = Mixed, Interactions = 5 }.Generate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nk_draws_who_depends_on_whom()
    {
        // Four booleans, one partner each: two of them interact unless neither draws the other, 1 - (2/3)^2 = 5/9. 200 seeds:
        // 111 +- 7.03 (standard deviation), times 4.5.
        SearchSpace space = Problem.Strings(4);
        var counts = new Dictionary<string, int>();
        for (int seed = 0; seed < 200; seed++)
        {
            foreach (VarianceShare share in VarianceDecomposition.Of(new NkModel { Space = space, Interactions = 1, Seed = seed }.Generate()).Shares)
            {
                if (share.Hyperparameters.Count == 2)
                    counts[$"{share}"] = counts.GetValueOrDefault($"{share}") + (share.Share > 1e-12 ? 1 : 0);
            }
        }

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 111 - 32, 111 + 32));
    }

    [Fact]
    public void House_of_cards_draws_every_configuration_anew()
    {
        double[] fitness = new HouseOfCards { Space = Problem.Strings(17) }.Generate().Fitness.ToArray();
        Assert.Equal(fitness.Length, fitness.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mount_Fuji_has_one_peak_until_it_is_rougher_than_steep(int seed)
    {
        Landscape smooth = new RoughMountFuji { Space = Mixed, Slope = 2, Roughness = 0, Seed = seed }.Generate();
        int peak = Assert.Single(smooth.Optima.ToArray());
        for (int vertex = 0; vertex < smooth.Count; vertex++)
            Assert.Equal(-2.0 * Mixed.Distance(vertex, peak), smooth.Fitness[vertex]);

        Assert.Equal([peak], new RoughMountFuji { Space = Mixed, Slope = 1, Roughness = 1, Seed = seed }.Generate().Optima.ToArray());
        Landscape rough = new RoughMountFuji { Space = Mixed, Slope = 0, Roughness = 1, Seed = seed }.Generate();
        Assert.Equal(new HouseOfCards { Space = Mixed, Seed = seed }.Generate().Fitness, rough.Fitness);
    }

    [Fact]
    public void Eggbox_alternates()
    {
        Landscape landscape = new Eggbox { Space = Grids.Of("o5 b o4 b") }.Generate();
        for (int cell = 0; cell < landscape.Count; cell++)
            Assert.Equal(Enumerable.Range(0, 4).Sum(h => landscape.Space.Level(cell, h)) % 2, landscape.Fitness[cell]);
        Assert.Equal(-1, new Autocorrelation().Measure(landscape), 1e-14);
        Assert.Equal(40, landscape.Optima.Length);

        // Half the frequency: sin^2 of 0, 45, 90, 135, 180 degrees.
        Landscape slow = new Eggbox { Space = Grids.Of("o5"), Frequency = 0.5 }.Generate();
        foreach ((double expected, double actual) in new[] { 0, 0.5, 1, 0.5, 0 }.Zip(slow.Fitness.ToArray()))
            Assert.Equal(expected, actual, 1e-15);
    }

    [Fact]
    public void Strings_are_boolean_for_two_letters()
    {
        Assert.Equal("8 = 2 x 2 x 2 cells: x1, x2, x3", Problem.Strings(3).ToString());
        Assert.Equal(HyperparameterKind.Boolean, Problem.Strings(3).Hyperparameters[0].Kind);
        Assert.Equal("x2 (categorical): 0, 1, 2, 3", Problem.Strings(3, 4).Hyperparameters[1].ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Problem.Strings(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Problem.Strings(3, 1));
    }

    /// <summary>Mean of (f(i) - mean)(f(j) - mean) over all neighbor pairs, of a landscape whose degrees are equal.</summary>
    private static double Covariance(Landscape landscape, double mean)
    {
        double sum = 0;
        int pairs = 0;
        var buffer = new int[landscape.Graph.MaxDegree];
        for (int i = 0; i < landscape.Count; i++)
        {
            foreach (int j in landscape.Graph.Neighbors(i, buffer))
            {
                sum += (landscape.Fitness[i] - mean) * (landscape.Fitness[j] - mean);
                pairs++;
            }
        }

        return sum / pairs;
    }

    private static double Variance(Landscape landscape, double mean) => landscape.Fitness.ToArray().Average(f => (f - mean) * (f - mean));

    private static void AverageIs(double expected, double[] values)
    {
        double mean = values.Average();
        double error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
        Assert.InRange(mean, expected - (Errors * error), expected + (Errors * error));
    }
}
