using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Similarity;

/// <summary>Half-sampling and permutation tests of any measure.</summary>
public sealed class ResamplingTests
{
    private static readonly ISimilarityMeasure Spearman = new SpearmanCorrelation();

    [Fact]
    public void All_permutations_of_three_by_hand()
    {
        // Spearman correlations of 1 2 3 with its six orders: 1, 1/2, 1/2, -1/2, -1/2, -1. Any value is as extreme as one of
        // six in its tail: about twice 1/6, and for a = b the bounds are -1 and 1.
        Landscape a = Row(1, 2, 3);
        SimilarityInterval test = new PermutationTest { Permutations = 5_999 }.Compare(a, a, Spearman);
        Assert.Equal(1, test.Value, 1e-15);
        Assert.Equal(-1, test.Lower, 1e-15);
        Assert.Equal(1, test.Upper, 1e-15);
        Assert.InRange(test.PValue, (2 / 6.0) - 0.05, (2 / 6.0) + 0.05); // 5 standard errors of 2 * sqrt(1/6 * 5/6 / 6000)
        Assert.Equal((5_999, 0), (test.ResampleCount, test.UndefinedCount));
    }

    [Fact]
    public void Unrelated_landscapes_have_small_probabilities_as_often_as_said()
    {
        // 400 unrelated pairs: the probability is at most 0.1 in 40 +- 6 (standard deviation); 4.5 of them are 27.
        int[] rare = new int[400];
        for (int pair = 0; pair < rare.Length; pair++)
        {
            var random = new Random(pair);
            SimilarityInterval test = new PermutationTest { Permutations = 99, Seed = pair }.Compare(Random(30, random), Random(30, random), Spearman);
            rare[pair] = test.PValue <= 0.1 ? 1 : 0;
        }

        Assert.InRange(rare.Sum(), 13, 67);
    }

    [Fact]
    public void Related_landscapes_have_the_smallest_probability_there_is()
    {
        (Landscape a, Landscape b) = Related(200, 1);
        foreach (ISimilarityMeasure measure in SimilarityMeasure.Paper)
        {
            SimilarityInterval test = new PermutationTest { Permutations = 199 }.Compare(a, b, measure);
            Assert.Equal(0.01, test.PValue, 1e-15); // 2 / 200, whichever way is more similar
            Assert.False(test.Lower <= test.Value && test.Value <= test.Upper);
        }
    }

    [Fact]
    public void Half_samples_of_a_mean_vary_as_the_mean_does()
    {
        // The difference of mean fitness has the standard error sqrt(variance of differences / n), whose normal interval
        // is 2 * 1.96 of it wide. 4,000 halves: the ends are known to some percent.
        (Landscape a, Landscape b) = Related(400, 2);
        ISimilarityMeasure difference = SimilarityMeasure.From("difference", (x, y) => x.Fitness.ToArray().Average() - y.Fitness.ToArray().Average());
        SimilarityInterval interval = new HalfSampling { Resamples = 4_000 }.Compare(a, b, difference);
        double[] differences = [.. a.Fitness.ToArray().Zip(b.Fitness.ToArray(), (x, y) => x - y)];
        double error = Math.Sqrt(differences.Sum(d => (d - interval.Value) * (d - interval.Value)) / 399 / 400);
        Assert.Equal(2 * 1.96 * error, interval.Upper - interval.Lower, 0.08 * 2 * 1.96 * error);
        Assert.Equal(interval.Value, (interval.Upper + interval.Lower) / 2, 0.2 * error);
        Assert.Equal(double.NaN, interval.PValue);
    }

    [Fact]
    public void Intervals_hold_the_true_value_as_often_as_said()
    {
        // Kendall's tau of 200 samples of 60; the mean tau of such pairs is found from 3,000 others. 90 % intervals: 180 +- 4.2, 4.5
        // of them are 19; a percentile interval may be a few percent off at this size (HalfSampling tells how far).
        var tau = new KendallCorrelation();
        double truth = Enumerable.Range(1_000, 3_000).Select(seed => Related(60, seed)).Average(pair => tau.Compare(pair.A, pair.B));
        int held = Enumerable.Range(0, 200).Count(seed =>
        {
            (Landscape a, Landscape b) = Related(60, seed);
            SimilarityInterval interval = new HalfSampling { Resamples = 200, Confidence = 0.9, Seed = seed }.Compare(a, b, tau);
            return interval.Lower <= truth && truth <= interval.Upper;
        });
        Assert.InRange(held, 180 - 19, 199);
    }

    [Fact]
    public void A_half_is_a_landscape_of_half_the_configurations_with_all_they_had()
    {
        // Runs repeated twice have standard errors; each configuration carries its number as its fitness.
        var space = new SearchSpace(Hyperparameter.Ordinal("x", [.. Enumerable.Range(0, 11).Select(i => (double)i)]));
        long[] cells = [.. Enumerable.Range(0, 22).Select(i => (long)(i / 2))];
        var landscape = Landscape.Create(space, cells, [.. cells.Select((cell, i) => cell + (i % 2 * 0.5))], Objective.Maximize, 0.3, Duplicates.Mean);
        var seen = new HashSet<string>();
        ISimilarityMeasure probe = SimilarityMeasure.From("probe", (a, b) =>
        {
            Assert.Equal(a.Count, b.Count);
            Assert.Equal(Objective.Maximize, a.Objective);
            Assert.Equal(0.3, a.Tolerance);
            Assert.All(Enumerable.Range(0, a.Count), v => Assert.Equal(a.Graph.Cell(v) + 0.25, a.Fitness[v]));
            Assert.All(a.StandardErrors.ToArray(), error => Assert.Equal(0.25, error, 1e-15)); // sqrt(0.125) / sqrt(2)
            lock (seen)
                seen.Add(string.Join(' ', Enumerable.Range(0, a.Count).Select(a.Graph.Cell)));
            return a.Count;
        });
        SimilarityInterval interval = new HalfSampling { Resamples = 300 }.Compare(landscape, landscape, probe);
        Assert.Equal((11.0, 5.0, 5.0), (interval.Value, interval.Lower, interval.Upper));
        Assert.InRange(seen.Count, 180, 301); // of 462 halves 220 are expected in 300 draws, and the whole
    }

    [Fact]
    public void A_permutation_keeps_the_fitness_and_its_standard_errors_together()
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3));
        long[] cells = [0, 0, 1, 1, 2, 2, 3, 3];
        var landscape = Landscape.Create(space, cells, [0, 0, 1, 3, 2, 6, 3, 9], Objective.Minimize, 0, Duplicates.Mean);
        ISimilarityMeasure probe = SimilarityMeasure.From("probe", (a, b) =>
        {
            Assert.Same(landscape, a);
            Assert.Equal([0.0, 2.0, 4.0, 6.0], b.Fitness.ToArray().Order());
            Assert.All(Enumerable.Range(0, 4), v => Assert.Equal(b.Fitness[v] / 2, b.StandardErrors[v], 1e-14)); // |difference| / 2 = mean / 2 here
            return b.Fitness[0];
        });
        SimilarityInterval test = new PermutationTest { Permutations = 400 }.Compare(landscape, landscape, probe);
        Assert.Equal((0.0, 6.0), (test.Lower, test.Upper));
    }

    [Fact]
    public void Undefined_resamples_are_counted_and_left_out()
    {
        // One configuration of six is bad: in the halves without it the fitness is constant and Spearman undefined, one half of them.
        Landscape landscape = Row(1, 1, 1, 1, 1, 9);
        SimilarityInterval interval = new HalfSampling { Resamples = 1_000 }.Compare(landscape, landscape, Spearman);
        Assert.InRange(interval.UndefinedCount, 420, 580);
        Assert.Equal((1.0, 1.0), (Math.Round(interval.Lower, 12), Math.Round(interval.Upper, 12)));

        Landscape constant = Row(1, 1, 1, 1, 1, 1);
        foreach (SimilarityInterval none in new[] { new HalfSampling().Compare(constant, landscape, Spearman), new PermutationTest().Compare(constant, landscape, Spearman) })
        {
            Assert.Equal(none.ResampleCount, none.UndefinedCount);
            Assert.All([none.Value, none.Lower, none.Upper, none.PValue], value => Assert.Equal(double.NaN, value));
        }
    }

    [Fact]
    public void The_seed_decides_and_threads_do_not()
    {
        (Landscape a, Landscape b) = Related(100, 5);
        foreach (ISimilarityMeasure measure in SimilarityMeasure.All)
        {
            SimilarityInterval[] Run(int seed, int threads) =>
            [
                new HalfSampling { Resamples = 40, Seed = seed }.Compare(a, b, measure, Threads(threads)),
                new PermutationTest { Permutations = 39, Seed = seed }.Compare(a, b, measure, Threads(threads)),
            ];
            Assert.Equal(Run(1, 1), Run(1, 4));
        }

        Assert.NotEqual(new HalfSampling { Seed = 1, Resamples = 20 }.Compare(a, b, Spearman), new HalfSampling { Seed = 2, Resamples = 20 }.Compare(a, b, Spearman));
        Assert.NotEqual(new PermutationTest { Seed = 1, Permutations = 20 }.Compare(a, b, Spearman), new PermutationTest { Seed = 2, Permutations = 20 }.Compare(a, b, Spearman));
    }

    [Fact]
    public void Progress_is_told_and_cancellation_heeded()
    {
        (Landscape a, Landscape b) = Related(50, 5);
        var shares = new List<double>();
        new PermutationTest { Permutations = 50 }.Compare(a, b, Spearman, null, new Listener(shares.Add));
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => new HalfSampling().Compare(a, b, Spearman, new ParallelOptions { CancellationToken = source.Token }, new Listener(_ => source.Cancel())));
    }

    [Fact]
    public void Prints_what_it_found_and_refuses_what_cannot_be()
    {
        (Landscape a, Landscape b) = Related(50, 5);
        Assert.Matches(@"^0\.\d{4} \[0\.\d{4}, 0\.\d{4}\]$", new HalfSampling { Resamples = 50 }.Compare(a, b, Spearman).ToString());
        Assert.Matches(@"^0\.\d{4}, by chance \[-0\.\d{4}, 0\.\d{4}\], p = 0\.02$", new PermutationTest { Permutations = 99 }.Compare(a, b, Spearman).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalfSampling { Resamples = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalfSampling { Confidence = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PermutationTest { Permutations = 0 });
        Assert.Throws<ArgumentException>(() => new HalfSampling().Compare(a, Row(1, 2), Spearman));
    }

    private static Landscape Row(params double[] fitness) =>
        Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", [.. Enumerable.Range(0, fitness.Length).Select(i => (double)i)])), fitness);

    private static Landscape Random(int count, Random random) => Row([.. Enumerable.Range(0, count).Select(_ => random.NextDouble())]);

    private static (Landscape A, Landscape B) Related(int count, int seed)
    {
        var random = new Random(seed);
        double[] a = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        return (Row(a), Row([.. a.Select(value => value + (0.5 * random.NextDouble()))]));
    }

    private static ParallelOptions Threads(int threads) => new() { MaxDegreeOfParallelism = threads };

    private sealed class Listener(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
