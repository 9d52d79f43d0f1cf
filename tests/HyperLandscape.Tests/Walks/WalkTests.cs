using CsCheck;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Walks;

namespace HyperLandscape.Tests.Walks;

/// <summary>Every walk does at every step what its definition allows, ends where it must, and draws as likely as it says.</summary>
public sealed class WalkTests
{
    // A row of eight: 5 1 4 3 2 6 0 7, worked in BasinMetricTests.
    private static readonly Landscape Row = Landscape.Create(
        new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4, 5, 6, 7)), [5, 1, 4, 3, 2, 6, 0, 7]);

    // The middle of a cross: f = 2, neighbours 0 and 1 of x (f = 1, 0), y (f = 2, 3).
    private static readonly Landscape Cross = Landscape.Create(
        new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2), Hyperparameter.Ordinal("y", 0, 1, 2)), [9, 1, 9, 2, 2, 3, 9, 0, 9]);

    [Fact]
    public void Climbs_by_hand()
    {
        // From 2 (f = 4): the best neighbour is 1 (f = 1). From 5 (f = 6): 6 (f = 0).
        Assert.Equal([2, 1], Row.Walk(new BestImprovementClimb(), 2).Vertices);
        Assert.Equal([5, 6], Row.Walk(new BestImprovementClimb(), 5).Vertices);

        // The first improvement from 2 is 1 or 3; from 3 (f = 3) it goes on to 4 (f = 2), the end.
        string[] ends = [.. Enumerable.Range(0, 50).Select(seed => string.Join(' ', Row.Walk(new FirstImprovementClimb { Seed = seed }, 2).Vertices.ToArray())).Distinct().Order()];
        Assert.Equal(["2 1", "2 3 4"], ends);
        Assert.Equal(ends, Enumerable.Range(0, 50).Select(seed => string.Join(' ', Row.Walk(new AdaptiveWalk { Seed = seed }, 2).Vertices.ToArray())).Distinct().Order());
    }

    [Fact]
    public void A_climb_leaves_a_plateau_by_its_exit_and_an_adaptive_walk_does_not()
    {
        // 2 1 1 1 0: the plateau 1, 2, 3 is left by 4; from 1 no neighbour is better.
        var row = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4)), [2, 1, 1, 1, 0]);
        Assert.Equal([0, 1, 4], row.Walk(new BestImprovementClimb(), 0).Vertices);
        Assert.Equal([0, 1, 4], row.Walk(new FirstImprovementClimb(), 0).Vertices);
        Assert.Equal([0, 1], row.Walk(new AdaptiveWalk(), 0).Vertices);

        // Away from the start, as far as neutrality reaches.
        Assert.Equal([1, 2, 3], row.Walk(new NeutralWalk(), 1).Vertices);
        Assert.Equal([0], row.Walk(new NeutralWalk(), 0).Vertices);
    }

    [Fact]
    public void A_random_walk_has_its_length_unless_the_start_is_isolated()
    {
        Assert.Equal(7, Row.Walk(new RandomWalk { Length = 7 }, 3).Count);
        Assert.Equal(1, Row.Walk(new RandomWalk { Length = 1 }, 3).Count);
        var isolated = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2)), [0L, 2L], [1, 2]);
        Assert.Equal([1], isolated.Walk(new RandomWalk(), 1).Vertices);
        Assert.Equal([1], isolated.Walk(new FirstImprovementClimb(), 1).Vertices);
    }

    [Fact]
    public void Steps_are_equally_likely()
    {
        // From the middle (4): all of 1, 3, 5, 7 at random; 1 (f = 1) and 7 (f = 0) improve; 3 (f = 2) is neutral.
        Frequencies(new RandomWalk { Length = 2 }, seed => new RandomWalk { Length = 2, Seed = seed }, 1, 3, 5, 7);
        Frequencies(new AdaptiveWalk(), seed => new AdaptiveWalk { Seed = seed }, 1, 7);
        Frequencies(new FirstImprovementClimb(), seed => new FirstImprovementClimb { Seed = seed }, 1, 7);
        Frequencies(new NeutralWalk(), seed => new NeutralWalk { Seed = seed }, 3);
    }

    [Fact]
    public void Every_step_is_allowed_and_every_end_is_one() => Gen.Select(LandscapeCases.Small, Gen.Int).Sample(
        (given, seed) =>
        {
            ReferenceLandscape reference = given.ToReference();
            Landscape landscape = given.ToLandscape();
            for (int start = 0; start < reference.Count; start++)
            {
                Assert.Equal(reference.Climbs[start], landscape.Walk(new BestImprovementClimb(), start).Vertices.ToArray());
                First(reference, landscape.Walk(new FirstImprovementClimb { Seed = seed }, start).Vertices.ToArray());

                int[] adaptive = landscape.Walk(new AdaptiveWalk { Seed = seed }, start).Vertices.ToArray();
                Assert.All(Pairs(adaptive), step => Assert.True(IsNeighbor(reference, step) && reference.IsBetter(step.To, step.From)));
                Assert.DoesNotContain(reference.Neighbors[adaptive[^1]], other => reference.IsBetter(other, adaptive[^1]));

                int[] random = landscape.Walk(new RandomWalk { Seed = seed, Length = 9 }, start).Vertices.ToArray();
                Assert.All(Pairs(random), step => Assert.True(IsNeighbor(reference, step)));

                int[] neutral = landscape.Walk(new NeutralWalk { Seed = seed }, start).Vertices.ToArray();
                Assert.All(Pairs(neutral), step => Assert.True(IsNeutralAway(given, reference, start, step.From, step.To)));
                Assert.DoesNotContain(reference.Neighbors[neutral[^1]], other => IsNeutralAway(given, reference, start, neutral[^1], other));
            }
        },
        iter: 60);

    [Fact]
    public void The_seed_and_the_start_decide_and_nothing_else()
    {
        int[] starts = [.. Enumerable.Range(0, 8).SelectMany(start => Enumerable.Repeat(start, 5))];
        foreach (IWalk walk in new IWalk[] { new RandomWalk { Seed = 3 }, new AdaptiveWalk(), new FirstImprovementClimb(), new NeutralWalk(), new BestImprovementClimb() })
        {
            string[] alone = Texts(1);
            Assert.Equal(alone, Texts(8));
            Assert.Equal(8, alone.Distinct().Count());

            string[] Texts(int threads) => [.. Row.Walk(walk, starts, new ParallelOptions { MaxDegreeOfParallelism = threads }).Select(trace => string.Join(' ', trace.Vertices.ToArray()))];
        }

        Assert.NotEqual(Row.Walk(new RandomWalk { Seed = 1 }, 3).Vertices.ToArray(), Row.Walk(new RandomWalk { Seed = 2 }, 3).Vertices.ToArray());
    }

    [Fact]
    public void Maximizing_the_negated_fitness_walks_the_same_way() => LandscapeCases.Small.Sample(
        given =>
        {
            Landscape negated = given.Negated().ToLandscape();
            foreach (IWalk walk in new IWalk[] { new BestImprovementClimb(), new AdaptiveWalk(), new FirstImprovementClimb(), new NeutralWalk() })
                Assert.Equal(given.ToLandscape().Walk(walk, 0).Vertices, negated.Walk(walk, 0).Vertices);
        },
        iter: 60);

    [Fact]
    public void A_trace_has_its_fitness_and_reads_well()
    {
        WalkTrace trace = Row.Walk(new BestImprovementClimb(), 2);
        Assert.Equal([4.0, 1], trace.Fitness());
        Assert.Equal("2 configurations, fitness 4 to 1, from x=2 to x=1", trace.ToString());
        var text = new StringWriter();
        trace.WriteCsv(text);
        Assert.Equal("step,vertex,x,fitness\n0,2,2,4\n1,1,1,1\n", text.ToString());
    }

    [Fact]
    public void What_is_no_walk_is_refused()
    {
        foreach (IWalk walk in new IWalk[] { new BestImprovementClimb(), new FirstImprovementClimb(), new RandomWalk(), new NeutralWalk(), new AdaptiveWalk() })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Row.Walk(walk, 8));
            Assert.Throws<ArgumentOutOfRangeException>(() => Row.Walk(walk, -1));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomWalk { Length = 0 });
        Assert.Throws<ArgumentException>(() => new WalkTrace(Row));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WalkTrace(Row, 8));
    }

    /// <summary>Second vertices over 4,000 seeds: each of those expected within five standard deviations of its share, no other.</summary>
    private static void Frequencies(IWalk walk, Func<int, IWalk> seeded, params int[] expected)
    {
        const int Seeds = 4000;
        int[] seconds = [.. Enumerable.Range(0, Seeds).Select(seed => Cross.Walk(seeded(seed), 4).Vertices[1])];
        double share = 1.0 / expected.Length;
        double deviation = Math.Sqrt(Seeds * share * (1 - share));
        Assert.Equal(expected, seconds.Distinct().Order());
        Assert.All(expected, vertex => Assert.InRange(seconds.Count(second => second == vertex), (Seeds * share) - (5 * deviation), (Seeds * share) + (5 * deviation)));
        Assert.Equal(seeded(0), walk);
    }

    private static void First(ReferenceLandscape reference, int[] path)
    {
        Assert.True(reference.IsOptimal(path[^1]));
        Assert.True(path.Length == 1 || !reference.IsOptimal(path[0]));
        foreach ((int from, int to) in Pairs(path))
        {
            bool improves = Array.Exists(reference.Neighbors[from], other => reference.IsBetter(other, from));
            if (improves)
                Assert.True(IsNeighbor(reference, (from, to)) && reference.IsBetter(to, from));
            else
                Assert.Equal(reference.Climbs[from][1], to); // off a plateau, as the best climb
        }
    }

    private static IEnumerable<(int From, int To)> Pairs(int[] path) => path.Zip(path.Skip(1));

    private static bool IsNeighbor(ReferenceLandscape reference, (int From, int To) step) => reference.Neighbors[step.From].Contains(step.To);

    private static bool IsNeutralAway(LandscapeCase given, ReferenceLandscape reference, int start, int from, int to)
    {
        int Distance(int vertex) => ReferenceGraph.Distance(given.Space, given.Neighborhood, reference.Cells[start], reference.Cells[vertex]);
        return IsNeighbor(reference, (from, to)) && Math.Abs(reference.Loss[from] - reference.Loss[to]) <= given.Tolerance && Distance(to) > Distance(from);
    }
}
