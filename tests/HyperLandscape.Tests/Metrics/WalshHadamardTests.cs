using System.Numerics;
using System.Text.Json;
using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class WalshHadamardTests
{
    // f(a, b): 4 2 / 1 3. The mean is 10/4; a: (4 + 2 - 1 - 3) / 4; b: (4 - 2 + 1 - 3) / 4; both: (4 - 2 - 1 + 3) / 4.
    // Squares 1/4, 0 and 1: of 5/4, a fifth is of order 1.
    private static readonly Landscape Square = Landscape.Create(new SearchSpace(Hyperparameter.Boolean("a"), Hyperparameter.Categorical("b", "x", "y")), [4, 2, 1, 3]);

    private static readonly Gen<LandscapeCase> Booleans = Gen.Int[1, 8].SelectMany(dimension => Gen.Double.Unit.Array[1 << dimension].Select(fitness =>
        new LandscapeCase(Cube(dimension), new HyperLandscape.Graphs.GridNeighborhood(), [.. Enumerable.Range(0, fitness.Length).Select(cell => (long)cell)], fitness, Objective.Minimize, 0)));

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Fact]
    public void By_hand()
    {
        var spectrum = WalshHadamardSpectrum.Of(Square);
        Assert.Equal(["a", "b"], spectrum.Hyperparameters);
        Assert.Equal([2.5, 0, 0.5, 1], spectrum.Coefficients);
        Assert.Equal((2.5, 0.5, 0.0, 1.0, 1.0), (spectrum[[]], spectrum["a"], spectrum["b"], spectrum["a", "b"], spectrum["b", "a"]));
        Assert.Equal(0.2, spectrum.ShareOfOrder(1), 1e-15);
        Assert.Equal(0.8, spectrum.ShareOfOrder(2), 1e-15);

        // A hyperparameter with a single level takes no part.
        var padded = WalshHadamardSpectrum.Of(Landscape.Create(new SearchSpace(Hyperparameter.Boolean("a"), Hyperparameter.Ordinal("fixed", 7), Hyperparameter.Boolean("b")), [4, 2, 1, 3]));
        Assert.Equal(["a", "b"], padded.Hyperparameters);
        Assert.Equal(1, padded["a", "b"]);
    }

    [Fact]
    public void Prints_as_a_table()
    {
        Assert.Equal(
            """
                            share of
            order  subsets  variance
            1            2   20.00 %
            2            1   80.00 %

            """,
            $"{WalshHadamardSpectrum.Of(Square)}");
        var csv = new StringWriter();
        WalshHadamardSpectrum.Of(Square).WriteCsv(csv);
        Assert.Equal("hyperparameters,order,coefficient\n,0,2.5\nb,1,0\na,1,0.5\na x b,2,1\n", csv.ToString());
    }

    [Fact]
    public void A_constant_fitness_has_no_variance_to_share() =>
        Assert.Equal(double.NaN, WalshHadamardSpectrum.Of(Square.WithFitness([0.1, 0.1, 0.1, 0.1])).ShareOfOrder(1));

    [Fact]
    public void What_cannot_be_answered_is_refused()
    {
        Assert.Contains("'c' has 3", Assert.Throws<NotSupportedException>(() => WalshHadamardSpectrum.Of(Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("c", 1, 2, 3)), [1, 2, 3]))).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => WalshHadamardSpectrum.Of(Landscape.Create(Square.Space, [1, 2, double.NaN, 3])));
        Assert.Throws<KeyNotFoundException>(() => WalshHadamardSpectrum.Of(Square)["c"]);
        Assert.Throws<KeyNotFoundException>(() => WalshHadamardSpectrum.Of(Square)["a", "a"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => WalshHadamardSpectrum.Of(Square).ShareOfOrder(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WalshHadamardSpectrum.Of(Square).ShareOfOrder(3));
    }

    [Fact]
    public void Agrees_with_its_definition() => Booleans.Sample(
        given =>
        {
            var spectrum = WalshHadamardSpectrum.Of(given.ToLandscape());
            for (int subset = 0; subset < given.Fitness.Length; subset++)
                Near(Coefficient(given.Fitness, subset), spectrum.Coefficients[subset]);
        },
        iter: 50);

    [Fact]
    public void Its_shares_are_those_of_the_decomposition() => Booleans.Sample(
        given =>
        {
            var spectrum = WalshHadamardSpectrum.Of(given.ToLandscape());
            var decomposition = VarianceDecomposition.Of(given.ToLandscape(), order: 8);
            for (int order = 1; order <= given.Space.Dimension; order++)
                Near(decomposition.ShareOfOrder(order), spectrum.ShareOfOrder(order));
        },
        iter: 50);

    [Fact]
    public void The_objective_does_not_matter_and_order_moves_coefficients() => Booleans.Sample(
        given =>
        {
            var expected = WalshHadamardSpectrum.Of(given.ToLandscape());
            var negated = WalshHadamardSpectrum.Of(given.Negated().ToLandscape());
            var reversed = WalshHadamardSpectrum.Of(given.Reversed().ToLandscape());
            string[] names = expected.Hyperparameters.ToArray();
            for (int order = 1; order <= names.Length; order++)
                Assert.Equal(expected.ShareOfOrder(order), negated.ShareOfOrder(order));
            for (int subset = 0; subset < 1 << names.Length; subset++)
            {
                string[] members = [.. names.Where((_, h) => (subset >> h & 1) == 1)];
                Assert.Equal(-expected[members], negated[members]);
                Near(expected[members], reversed[members]);
            }
        },
        iter: 50);

    [Fact]
    public void A_large_cube_on_any_number_of_threads()
    {
        var random = new Random(1);
        double[] fitness = [.. Enumerable.Range(0, 1 << 18).Select(_ => random.NextDouble())];
        Landscape landscape = Landscape.Create(Cube(18), fitness);
        var metric = Metric.From("order 9", given => WalshHadamardSpectrum.Of(given).ShareOfOrder(9));
        Assert.Equal(landscape.Profile([metric], new ParallelOptions { MaxDegreeOfParallelism = 1 })[metric], metric.Measure(landscape));
        ReadOnlySpan<double> actual = WalshHadamardSpectrum.Of(landscape).Coefficients;
        foreach (int subset in new[] { 0, 1, 1 << 14, 1 << 15, 1 << 16, 1 << 17, 0b10_1100_1010_0110_1011, (1 << 18) - 1 })
            Near(Coefficient(fitness, subset), actual[subset]);
    }

    /// <summary>GraphFLA's terms are differences of the fitness, averaged over backgrounds: (-2)^order times ours.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_GraphFLA(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        Landscape landscape = golden.Landscape;
        if (!landscape.Graph.IsComplete || landscape.Space.Hyperparameters.ToArray().Any(hyperparameter => hyperparameter.LevelCount != 2))
            return;
        if (!golden.Metrics.TryGetProperty("walsh_hadamard(max_order=2)", out JsonElement table))
            return;
        var spectrum = WalshHadamardSpectrum.Of(landscape);
        int compared = 0;
        foreach (JsonElement row in table.EnumerateArray())
        {
            string[] terms = row[1].GetString() == "WT" ? [] : row[1].GetString()!.Split('-');
            string[] members = [.. terms.Select(term => landscape.Space.Hyperparameters[int.Parse(term.Split('_')[1], System.Globalization.CultureInfo.InvariantCulture) - 1].Name)];
            Near(row[2].GetDouble(), Math.Pow(-2, members.Length) * spectrum[members]);
            compared++;
        }

        int dimension = landscape.Space.Dimension;
        Assert.Equal(1 + dimension + (dimension * (dimension - 1) / 2), compared);
    }

    private static SearchSpace Cube(int dimension) => new([.. Enumerable.Range(0, dimension).Select(h => Hyperparameter.Boolean($"h{h}"))]);

    private static double Coefficient(double[] fitness, int subset) =>
        CompensatedSum.Of(fitness.Select((f, cell) => BitOperations.PopCount((uint)(cell & subset)) % 2 == 0 ? f : -f)) / fitness.Length;

    private static void Near(double expected, double actual) => Assert.True(Closeness.Near(expected, actual), $"{expected:R} was expected, not {actual:R}.");
}
