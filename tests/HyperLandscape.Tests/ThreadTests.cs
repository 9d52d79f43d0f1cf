using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests;

/// <summary>Results do not depend on the number of threads, not even in the last bit; cancellation leaves nothing behind.</summary>
public sealed class ThreadTests
{
    private static readonly SearchSpace Space = Grids.Of("o10 o9 c4 o7 c3 o11 b"); // 166,320 cells: several blocks of any kind
    private static readonly IMetric[] Metrics = [.. Metric.Paper, .. Metric.Basins, new GlobalOptimumAccessibility(), new WalkAutocorrelation(), new Autocorrelation { Lag = 2 }];

    public static TheoryData<bool, bool> Shapes => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Profiles_have_the_same_bits(bool isSample, bool hasTies)
    {
        long[] alone = Profile(1);
        Assert.Equal(alone, Profile(2));
        Assert.Equal(alone, Profile(8));

        long[] Profile(int threads) => Bits(Create(isSample, hasTies, 1).Profile(Metrics, Threads(threads)).Values.ToArray());
    }

    [Fact]
    public void Profiles_and_similarities_of_a_set_have_the_same_bits()
    {
        long[] alone = All(1);
        Assert.Equal(alone, All(2));
        Assert.Equal(alone, All(8));

        long[] All(int threads)
        {
            var set = new LandscapeSet(["seed"], Enumerable.Range(0, 11).Select(seed => (Create(Grids.Of("o10 o9 c4 b"), seed), (IReadOnlyList<string>)[$"{seed}"])));
            IEnumerable<double> profiles = set.Profile(Metrics, Threads(threads)).SelectMany(profile => profile.Values.ToArray());
            IEnumerable<double> similarities = SimilarityMeasure.Paper.Select(measure => set.Compare(measure, Threads(threads))).SelectMany(Values);
            return Bits([.. profiles, .. similarities]);
        }
    }

    /// <summary>A metric cancels the profile it is part of: whichever fact is being computed must be computed anew later.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_canceled_profile_can_be_asked_for_again(bool isSample, bool hasTies)
    {
        foreach (IMetric canceled in Metrics)
        {
            long[] expected = Bits([Create(isSample, hasTies, 1).Measure(canceled)]);
            foreach (IMetric next in new IMetric[] { new LocalOptimaCount(), new MeanNeutrality() }) // neutral degrees are computed ahead of all metrics
            {
                Landscape landscape = Create(isSample, hasTies, 1);
                using var source = new CancellationTokenSource();
                IMetric canceling = Metric.From("canceling", asked =>
                {
                    source.Cancel();
                    return asked.Measure(canceled);
                });
                Assert.ThrowsAny<OperationCanceledException>(() => landscape.Profile([canceling, next], new ParallelOptions { CancellationToken = source.Token }));
                Assert.Equal(expected, Bits([landscape.Measure(canceled)]));
            }
        }
    }

    private static Landscape Create(bool isSample, bool hasTies, int seed)
    {
        var random = new Random(seed);
        long[] cells = isSample ? Grids.Sample(Space, (int)(0.6 * Space.CellCount), seed) : Grids.AllCells(Space);
        double[] fitness = [.. cells.Select(cell => (Space.Level(cell, 0) / 10.0) + random.NextDouble())];
        return Landscape.Create(Space, cells, hasTies ? [.. fitness.Select(value => Math.Round(value, 1))] : fitness);
    }

    private static Landscape Create(SearchSpace space, int seed)
    {
        var random = new Random(seed);
        return Landscape.Create(space, [.. Grids.AllCells(space).Select(cell => Math.Round((space.Level(cell, 0) / 10.0) + random.NextDouble(), 2))]);
    }

    private static IEnumerable<double> Values(SimilarityMatrix matrix) =>
        Enumerable.Range(0, matrix.Count).SelectMany(row => Enumerable.Range(0, matrix.Count).Select(column => matrix[row, column]));

    private static ParallelOptions Threads(int threads) => new() { MaxDegreeOfParallelism = threads };

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
