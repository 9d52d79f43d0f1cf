using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

public sealed class InformationContentTests
{
    private static double Log6(double x) => Math.Log(x, 6);

    [Fact]
    public void One_walk_by_hand()
    {
        // 0 1 0 0 2: steps + - 0 +. Three pairs, +- -0 0+, a third each: log6 3. At 1: 0 0 0 +, one pair of three differs: (log6 3) / 3.
        // At 2 all is neutral. Without the neutral step + - + are left of four.
        Expect(InformationContent.OfWalks([[0, 1, 0, 0, 2]]), Log6(3), 0, Math.Log10(2), 3.0 / 4);

        // 0 3 4 7 6: steps + + + -, one pair of three differs: (log6 3) / 3. At 1: + 0 + 0, pairs +0 twice and 0+. At 3 nothing. + - are left of four.
        Expect(InformationContent.OfWalks([[0, 3, 4, 7, 6]]), ((2 * Log6(1.5)) + Log6(3)) / 3, 1, Math.Log10(3), 2.0 / 4);
    }

    [Fact]
    public void Pairs_and_turns_do_not_go_from_walk_to_walk()
    {
        // + + and - - have no pair that differs; + and - are left of four. The walk from an isolated vertex is empty.
        Expect(InformationContent.OfWalks([[0, 1, 2], [], [2, 1, 0]]), Log6(1), 0, double.NegativeInfinity, 2.0 / 4);
    }

    [Fact]
    public void At_the_ends()
    {
        var space = new SearchSpace([.. Enumerable.Range(0, 6).Select(h => Hyperparameter.Boolean($"h{h}"))]);
        Expect(InformationContent.Of(Landscape.Create(space, new double[64])), 0, 0, double.NegativeInfinity, 0);

        // The parity turns at every step: half the pairs are +-, half -+, but for chance.
        var parity = InformationContent.Of(Landscape.Evaluate(space, c => Enumerable.Range(0, 6).Sum(h => c[$"h{h}"]) % 2));
        Assert.Equal(1, parity.InitialPartialInformation);
        Assert.InRange(parity.Maximum, Log6(2) - 0.001, Log6(2));
        Assert.Equal(0, parity.SettlingSensitivity); // log10 of 1

        var lonely = InformationContent.Of(Landscape.Create(space, [0, 3], [1, 2]));
        Expect(lonely, double.NaN, double.NaN, double.NaN, double.NaN);
        Assert.Matches("initial partial information +- +-\n", $"{lonely}");
    }

    [Fact]
    public void Agrees_with_its_definition() => Gen.OneOf(Gen.Int[0, 3].Select(value => value / 4.0), Gen.Double.Unit).Array[3, 12].Array[1, 8].Sample(
        walks =>
        {
            double[] expected = ReferenceInformationContent.Of(walks);
            InformationContent actual = InformationContent.OfWalks(walks);
            Near(expected[0], actual.Maximum);
            Near(expected[2], actual.SettlingSensitivity);
            Near(expected[3], actual.InitialPartialInformation);

            // Where it is largest, two thresholds may tie but for rounding.
            double atThreshold = ReferenceInformationContent.Of([.. walks.Select(walk => Thresholded(walk, actual.MaximizingSensitivity))])[0];
            Assert.True(actual.MaximizingSensitivity <= expected[1] + 1e-12 || Math.Abs(atThreshold - expected[0]) < 1e-9);
        },
        iter: 500);

    [Fact]
    public void Walks_go_along_edges_and_the_seed_decides()
    {
        // On a row of 0 1 2 ... every step is 1 up or down.
        var row = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", [.. Enumerable.Range(0, 50).Select(i => (double)i)])), [.. Enumerable.Range(0, 50).Select(i => (double)i)]);
        var sample = new WalkSample { Count = 100, Length = 30, Seed = 1 };
        double[][] walks = sample.LossesOn(row);
        Assert.Equal(100, walks.Length);
        Assert.All(walks, walk => Assert.Equal(30, walk.Length));
        Assert.All(walks.SelectMany(walk => walk.Zip(walk.Skip(1))), step => Assert.Equal(1, Math.Abs(step.First - step.Second)));
        Assert.Equal(walks, sample.LossesOn(row));
        Assert.NotEqual(walks, (sample with { Seed = 2 }).LossesOn(row));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WalkSample { Length = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new WalkSample { Count = 0 });
    }

    [Fact]
    public void The_standard_error_by_hand()
    {
        // 0 1 0: + -, two are left of two. 0 1 2: + +, one is left of two. M_0 of 200 of each: 3 / 4, standard error 1/4 / sqrt(400).
        double[] turning = [0, 1, 0];
        double[] rising = [0, 1, 2];
        var half = InformationContent.OfWalks([.. Enumerable.Repeat(turning, 200), [], .. Enumerable.Repeat(rising, 200)]);
        Assert.InRange(half.InitialPartialInformationStandardError / 0.0125, 0.7, 1.3);
        Assert.Contains("(estimated from 400 walks)", $"{half}", StringComparison.Ordinal);
        Assert.Equal(0, InformationContent.OfWalks([turning, turning]).InitialPartialInformationStandardError);
        Assert.Equal(double.NaN, InformationContent.OfWalks([turning]).MaximumStandardError);
    }

    [Fact]
    public void Estimates_scatter_by_their_standard_error()
    {
        // A hill with noise: steps of all sizes.
        var random = new Random(2);
        var space = new SearchSpace([.. Enumerable.Range(0, 3).Select(h => Hyperparameter.Ordinal($"h{h}", [.. Enumerable.Range(0, 10).Select(i => (double)i)]))]);
        Landscape landscape = Landscape.Evaluate(space, c => Math.Pow(c["h0"] - 4, 2) + c["h1"] + (0.5 * c["h2"]) + (3 * random.NextDouble()));
        InformationContent[] estimates = [.. Enumerable.Range(0, 200).Select(seed => InformationContent.Of(landscape, new WalkSample { Count = 100, Length = 30, Seed = seed }))];
        Assert.InRange(Ratio(e => e.Maximum, e => e.MaximumStandardError), 0.85, 1.15);
        Assert.InRange(Ratio(e => e.MaximizingSensitivity, e => e.MaximizingSensitivityStandardError), 0.85, 1.15);
        Assert.InRange(Ratio(e => e.SettlingSensitivity, e => e.SettlingSensitivityStandardError), 0.85, 1.15);
        Assert.InRange(Ratio(e => e.InitialPartialInformation, e => e.InitialPartialInformationStandardError), 0.85, 1.15);
        Assert.Equal(estimates[0].MaximumStandardError, InformationContent.Of(landscape, new WalkSample { Count = 100, Length = 30, Seed = 0 }).MaximumStandardError);

        double Ratio(Func<InformationContent, double> value, Func<InformationContent, double> error)
        {
            double mean = estimates.Average(value);
            return Math.Sqrt(estimates.Average(estimate => error(estimate) * error(estimate)) / estimates.Average(estimate => (value(estimate) - mean) * (value(estimate) - mean)));
        }
    }

    [Fact]
    public void Metrics_are_its_values() => LandscapeCases.Small.Sample(
        given =>
        {
            var walks = new WalkSample { Count = 20, Length = 10, Seed = 3 };
            Landscape landscape = given.ToLandscape();
            InformationContent content = InformationContent.Of(landscape, walks);
            LandscapeProfile profile = landscape.Profile(new MaximumInformationContent { Walks = walks }, new MaximizingSensitivity { Walks = walks }, new SettlingSensitivity { Walks = walks }, new InitialPartialInformation { Walks = walks });
            Assert.Equal([content.Maximum, content.MaximizingSensitivity, content.SettlingSensitivity, content.InitialPartialInformation], profile.Values.ToArray());
        },
        iter: 50);

    [Fact]
    public void Thresholds_have_the_unit_of_the_fitness() => LandscapeCases.WithoutTies.Sample(
        given =>
        {
            InformationContent expected = InformationContent.Of(given.ToLandscape(), new WalkSample { Count = 20, Length = 10 });
            InformationContent actual = InformationContent.Of((given with { Fitness = [.. given.Fitness.Select(f => 8 * f)], Tolerance = 0 }).ToLandscape(), new WalkSample { Count = 20, Length = 10 });
            Expect(actual, expected.Maximum, 8 * expected.MaximizingSensitivity, expected.SettlingSensitivity + Math.Log10(8), expected.InitialPartialInformation);
        },
        iter: 100);

    /// <summary>A walk with the same symbols at threshold 0 as the given one at a larger one.</summary>
    private static double[] Thresholded(double[] walk, double threshold)
    {
        var result = new double[walk.Length];
        for (int i = 1; i < walk.Length; i++)
            result[i] = result[i - 1] + (Math.Abs(walk[i] - walk[i - 1]) <= threshold ? 0 : Math.Sign(walk[i] - walk[i - 1]));
        return result;
    }

    private static void Expect(InformationContent actual, double maximum, double maximizing, double settling, double partial)
    {
        Near(maximum, actual.Maximum);
        Near(maximizing, actual.MaximizingSensitivity);
        Near(settling, actual.SettlingSensitivity);
        Near(partial, actual.InitialPartialInformation);
    }

    private static void Near(double expected, double actual) => Assert.True(expected == actual || Closeness.Near(expected, actual), $"{expected:R} was expected, not {actual:R}.");
}
