using HyperLandscape.Contracts;
using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Contracts;

/// <summary>What breaks a contract is told so that its author knows what to do.</summary>
public sealed class BrokenContractTests
{
    [Fact]
    public void A_metric_that_looks_at_the_sign_of_the_fitness()
    {
        string message = Broken(Metric.From("Mean of fitness", l => l.Fitness.ToArray().Average()));
        Assert.Matches(
            """
            ^`Mean of fitness` breaks the contract of a metric:
            - `Mean of fitness` changes when maximizing -f instead of minimizing f: [0-9.]+ against -[0-9.]+\. What is better is told by landscape\.Ranks, Optima and BestNeighbors; where the fitness itself is needed, negate it if landscape\.Objective is Maximize\.$
            """.ReplaceLineEndings("\n"),
            message);
    }

    [Fact]
    public void A_metric_that_is_not_pure()
    {
        int calls = 0;
        string message = Broken(Metric.From("Calls", _ => Interlocked.Increment(ref calls)));
        Assert.StartsWith("`Calls` breaks the contract of a metric:\n- `Calls` is not pure, asked again it answers otherwise: ", message, StringComparison.Ordinal);
        Assert.Equal(2, message.Split('\n').Length); // and nothing of what follows from it
    }

    [Fact]
    public void A_metric_that_several_threads_disturb()
    {
        // Right when asked once at a time: two at once see each other.
        int inside = 0;
        IMetric metric = Metric.From("Crowd", _ =>
        {
            int now = Interlocked.Increment(ref inside);
            Thread.Sleep(2);
            Interlocked.Decrement(ref inside);
            return now;
        });
        string message = Broken(metric);
        Assert.Contains("`Crowd` answers otherwise when asked on several threads at once: 1 against ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("not pure", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_takes_a_category_for_a_number()
    {
        IMetric metric = Metric.From("Level of the best", l => l.Space.Level(l.Graph.Cell(l.GlobalOptima[0]), 1));
        string message = Broken(metric, Grid);
        Assert.Contains("changes when categories are listed in another order: ", message, StringComparison.Ordinal);
        Assert.Contains("The level of a categorical or boolean hyperparameter is a name and no number", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_looks_at_the_order_of_hyperparameters_only()
    {
        string message = Broken(Metric.From("Depth of first", l => l.Space.Hyperparameters[0].LevelCount), Grid);
        Assert.Contains("`Depth of first` changes when the hyperparameters are listed in another order: 4 against 3. Vertices are numbered by their cells", message, StringComparison.Ordinal);
        Assert.DoesNotContain("categories are listed", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_that_throws_or_divides_by_zero()
    {
        Assert.Contains(
            "`Second best` throws on one configuration: IndexOutOfRangeException, \"Index was outside the bounds of the array.\". Answer every landscape; what is undefined is NaN.",
            Broken(Metric.From("Second best", l => l.Ranks.ToArray().Order().ToArray()[1])),
            StringComparison.Ordinal);
        Assert.Contains(
            "`Inverse range` is infinite on constant fitness. What is undefined is NaN.",
            Broken(Metric.From("Inverse range", l => 1 / (l.Fitness.ToArray().Max() - l.Fitness.ToArray().Min()))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_without_a_lasting_name()
    {
        Assert.Contains("has no name. Tables tell values apart by name.", Broken(Metric.From(" ", _ => 1)), StringComparison.Ordinal);
        string message = Broken(new Renamed());
        Assert.Contains("`Metric 1` changes its name: \"Metric 1\", then \"Metric 2\".", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seeded_estimate_is_given_room()
    {
        var estimate = new WalkAutocorrelation { Walks = 50 };
        Assert.Contains("if this is the noise of a seeded sample, pass a tolerance", Broken(estimate), StringComparison.Ordinal);
        Assert.Null(Record.Exception(() => Contract.Check(estimate, tolerance: 1)));
    }

    [Fact]
    public void A_measure_that_is_not_as_symmetric_as_it_says()
    {
        ISimilarityMeasure regret = SimilarityMeasure.From("Regret", new TransferRegret().Compare, isSymmetric: true);
        Assert.Contains("`Regret` says that it is symmetric, but depends on the order of the two landscapes: ", Broken(regret), StringComparison.Ordinal);
        Assert.Null(Record.Exception(() => Contract.Check(SimilarityMeasure.From("Regret", new TransferRegret().Compare))));
    }

    [Fact]
    public void A_measure_that_forgets_one_objective()
    {
        // Negating both leaves a correlation as it is; negating one turns it round.
        ISimilarityMeasure pearson = SimilarityMeasure.From("Pearson", (a, b) => ReferenceStatistics.Pearson(a.Fitness.ToArray(), b.Fitness.ToArray()));
        string message = Broken(pearson);
        Assert.StartsWith("`Pearson` breaks the contract of a similarity measure:\n- `Pearson` changes when maximizing -f instead of minimizing f: 0.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neighborhoods_that_break_every_rule()
    {
        Assert.Contains("`Uphill` is not symmetric: (depth=2, optimizer=sgd) is a neighbor of (depth=1, optimizer=sgd), but not the other way round.", Broken(new Uphill()), StringComparison.Ordinal);
        Assert.Contains("`Faulty` lists (depth=1, optimizer=sgd) as a neighbor of itself. Leave it out.", Broken(new Faulty(cell => [cell])), StringComparison.Ordinal);
        Assert.Contains("lists (depth=8, optimizer=rmsprop) twice among the neighbors of (depth=1, optimizer=sgd). List each once.", Broken(new Faulty(cell => [11 - cell, 11 - cell])), StringComparison.Ordinal);
        Assert.Contains("lists the cell 12 as a neighbor of (depth=1, optimizer=sgd), outside the space, which has the cells 0 to 11.", Broken(new Faulty(_ => [12])), StringComparison.Ordinal);
        Assert.Contains("gives (depth=1, optimizer=sgd) 3 neighbors, but says that there are at most 2.", Broken(new Faulty(_ => [1, 2, 3])), StringComparison.Ordinal);
        int calls = 0;
        Assert.Contains("lists other neighbors of (depth=1, optimizer=sgd) when asked again.", Broken(new Faulty(_ => [calls++ % 12])), StringComparison.Ordinal);
        Assert.Contains("throws on (depth=1, optimizer=sgd): NotSupportedException", Broken(new Faulty(_ => throw new NotSupportedException())), StringComparison.Ordinal);
    }

    [Fact]
    public void Embedders_that_break_every_rule()
    {
        Assert.Contains("rows for ", Broken(new Faulted(l => new Embedding(1, [1, 2]))), StringComparison.Ordinal);
        Assert.Contains("does not know its landscape", Broken(new Faulted(l => new Embedding(1, l.Fitness))), StringComparison.Ordinal);
        double calls = 0;
        Assert.Contains("`Faulted` is not pure: the same landscape gets other coordinates", Broken(new Faulted(l => new Embedding(l, 1, [.. l.Fitness.ToArray().Select(_ => calls++)]))), StringComparison.Ordinal);
        Assert.Contains("throws on 72 configurations without ties: ArgumentException, \"Coordinate 0 of row 0 is NaN", Broken(new Faulted(l => new Embedding(l, 1, [.. l.Fitness.ToArray().Select(_ => double.NaN)]))), StringComparison.Ordinal);
        Assert.Null(Record.Exception(() => Contract.Check(new Faulted(l => new Embedding(l, 1, l.Fitness)))));
    }

    [Fact]
    public void Large_spaces_are_sampled()
    {
        var large = new SearchSpace([.. Enumerable.Range(0, 30).Select(i => Hyperparameter.Categorical($"h{i}", "a", "b", "c"))]);
        Assert.Null(Record.Exception(() => Contract.Check(new HammingNeighborhood(), large)));
        Assert.Null(Record.Exception(() => Contract.Check(new LocalOptimaCount(), large)));
    }

    private static SearchSpace Grid { get; } = new(Hyperparameter.Ordinal("depth", 1, 2, 4, 8), Hyperparameter.Categorical("optimizer", "sgd", "adam", "rmsprop"));

    private static string Broken(IMetric metric, SearchSpace? space = null) => Assert.Throws<ContractException>(() => Contract.Check(metric, space)).Message;

    private static string Broken(ISimilarityMeasure measure) => Assert.Throws<ContractException>(() => Contract.Check(measure)).Message;

    private static string Broken(INeighborhood neighborhood) => Assert.Throws<ContractException>(() => Contract.Check(neighborhood, Grid)).Message;

    private static string Broken(IEmbedder embedder) => Assert.Throws<ContractException>(() => Contract.Check(embedder)).Message;

    private sealed class Renamed : IMetric
    {
        private int asked;

        public string Name => $"Metric {++asked}";

        public double Measure(Landscape landscape) => 1;
    }

    /// <summary>One level up of the first hyperparameter, never down.</summary>
    private sealed class Uphill : INeighborhood
    {
        public int MaxDegree(SearchSpace space) => 1;

        public int Neighbors(SearchSpace space, long cell, Span<long> destination)
        {
            if (space.Level(cell, 0) + 1 == space.Hyperparameters[0].LevelCount)
                return 0;
            destination[0] = cell + space.Stride(0);
            return 1;
        }
    }

    private sealed class Faulty(Func<long, long[]> neighbors) : INeighborhood
    {
        public int MaxDegree(SearchSpace space) => 2;

        public int Neighbors(SearchSpace space, long cell, Span<long> destination)
        {
            long[] found = neighbors(cell);
            found.CopyTo(destination);
            return found.Length;
        }
    }

    private sealed class Faulted(Func<Landscape, Embedding> embed) : IEmbedder
    {
        public Embedding Embed(Landscape landscape) => embed(landscape);
    }
}
