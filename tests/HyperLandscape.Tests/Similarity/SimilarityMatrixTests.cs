using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Similarity;

public sealed class SimilarityMatrixTests
{
    private static readonly SearchSpace Space = new(Hyperparameter.Ordinal("x", 0, 1, 2, 3), Hyperparameter.Ordinal("y", 0, 1, 2, 3, 4));

    [Fact]
    public void Every_entry_is_the_comparison_of_its_pair()
    {
        LandscapeSet set = RandomSet(21); // more than two tiles of eight
        foreach (ISimilarityMeasure measure in SimilarityMeasure.All)
        {
            SimilarityMatrix matrix = set.Compare(measure);
            for (int i = 0; i < set.Count; i++)
            {
                for (int j = 0; j < set.Count; j++)
                    Assert.Equal(measure.Compare(set[i], set[j]), matrix[i, j]);
            }
        }
    }

    [Fact]
    public void A_measure_that_is_not_symmetric_is_asked_both_ways()
    {
        LandscapeSet set = RandomSet(11);
        SimilarityMatrix matrix = set.Compare(SimilarityMeasure.From("first minus second", (a, b) => a.Fitness[0] - b.Fitness[0]));
        Assert.Equal(set[2].Fitness[0] - set[9].Fitness[0], matrix[2, 9]);
        Assert.Equal(-matrix[2, 9], matrix[9, 2]);
        Assert.Equal(0, matrix.MeanOfPairs(), 12);
    }

    [Fact]
    public void Prints_and_writes_the_labels()
    {
        var set = new LandscapeSet(["a", "b"],
        [
            (Landscape.Create(Space, Values(1)), ["x", "1"]),
            (Landscape.Create(Space, Values(1)), ["x", "2"]),
        ]);
        SimilarityMatrix matrix = set.Compare(new ShakeUp());
        Assert.Equal(
            """
            Shake-up  x 1  x 2
            x 1         0    0
            x 2         0    0

            """,
            matrix.ToString());
        using var csv = new StringWriter();
        matrix.WriteCsv(csv);
        Assert.Equal("Shake-up,x 1,x 2\nx 1,0,0\nx 2,0,0\n", csv.ToString());
    }

    [Fact]
    public void Different_configurations_are_counted_in_the_error_and_can_be_left_out()
    {
        // Failed runs: the first landscape lacks cell 3, the second cells 5 and 6; 17 of 20 are in both.
        double[] a = Values(1);
        double[] b = Values(2);
        (a[3], b[5], b[6]) = (double.NaN, double.PositiveInfinity, double.NaN);
        Landscape first = Landscape.Create(Space, a);
        Landscape second = Landscape.Create(Space, b);
        ArgumentException error = Assert.Throws<ArgumentException>(() => first.Compare(second, new SpearmanCorrelation()));
        Assert.Contains("17 are in both, 2 in the first only, 1 in the second only", error.Message, StringComparison.Ordinal);

        long[] common = [.. Enumerable.Range(0, 20).Except([3, 5, 6]).Select(cell => (long)cell)];
        double expected = new SpearmanCorrelation().Compare(
            Landscape.Create(Space, common, [.. common.Select(cell => a[cell])]),
            Landscape.Create(Space, common, [.. common.Select(cell => b[cell])]));
        Assert.Equal(expected, first.CompareCommon(second, new SpearmanCorrelation()));
    }

    /// <summary>Three landscapes lack cell 3, cells 5 and 6, and none: 17 of 20 are in all.</summary>
    [Fact]
    public void A_set_is_compared_on_the_configurations_that_all_have()
    {
        double[][] values = [Values(1), Values(2), Values(3)];
        (values[0][3], values[1][5], values[1][6]) = (double.NaN, double.PositiveInfinity, double.NaN);
        var set = new LandscapeSet(["i"], values.Select((fitness, i) => (Landscape.Create(Space, fitness), (IReadOnlyList<string>)[$"{i}"])));
        Assert.Contains("LandscapeSet.OnCommonConfigurations", Assert.Throws<ArgumentException>(() => set.Compare(new ShakeUp())).Message, StringComparison.Ordinal);

        LandscapeSet common = set.OnCommonConfigurations();
        long[] cells = [.. Enumerable.Range(0, 20).Except([3, 5, 6]).Select(cell => (long)cell)];
        Landscape[] expected = [.. values.Select(fitness => Landscape.Create(Space, cells, [.. cells.Select(cell => fitness[cell])]))];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i].Fitness, common[i].Fitness);
            Assert.Equal(expected[i].BestNeighbors, common[i].BestNeighbors);
            Assert.Equal(set.Labels(i), common.Labels(i));
            Assert.Same(common.Graph, common[i].Graph);
        }

        Assert.Equal(new ShakeUp().Compare(expected[0], expected[2]), common.Compare(new ShakeUp())[0, 2]);
        Assert.Same(common, common.OnCommonConfigurations());

        var apart = new LandscapeSet(["i"], [(Landscape.Create(Space, [0, 1], [1, 2]), ["a"]), (Landscape.Create(Space, [2], [1]), ["b"])]);
        Assert.Contains("No configuration is in all", Assert.Throws<InvalidOperationException>(apart.OnCommonConfigurations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_spaces_are_refused()
    {
        Landscape other = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("z", 0, 1)), [1, 2]);
        Assert.Contains("search spaces", Assert.Throws<ArgumentException>(() => other.Compare(RandomSet(1)[0], new ShakeUp())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_share_of_the_gamma_set_is_checked() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaSetSimilarity { Gamma = 0 });

    private static LandscapeSet RandomSet(int count) =>
        new(["i"], Enumerable.Range(0, count).Select(i => (Landscape.Create(Space, Values(i)), (IReadOnlyList<string>)[$"{i}"])));

    private static double[] Values(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 20).Select(_ => random.Next(12) / 4.0)];
    }
}
