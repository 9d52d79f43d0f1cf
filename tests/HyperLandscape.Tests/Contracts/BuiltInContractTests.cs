using HyperLandscape.Contracts;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Contracts;

/// <summary>What the library brings keeps its own contracts.</summary>
public sealed class BuiltInContractTests
{
    /// <summary>By name: estimates from seeded samples, which draw others when configurations are renumbered, and what they may differ by.</summary>
    private static readonly Dictionary<string, double> Sampled = new()
    {
        [nameof(WalkAutocorrelation)] = 0.1,
        [nameof(InitialPartialInformation)] = 0.05,
        [nameof(MaximumInformationContent)] = 0.05,
        [nameof(MaximizingSensitivity)] = 0.2,
    };

    /// <summary>
    /// Questions about an optimum by its number, which other numberings give to another optimum, and a logarithm whose
    /// limit on constant fitness is documented as negative infinity.
    /// </summary>
    private static readonly Type[] Excepted =
        [typeof(LocalOptimumAccessibility), typeof(MeanDistanceToLocalOptimum), typeof(MeanPathLengthToLocalOptimum), typeof(SettlingSensitivity)];

    /// <summary>Every other metric; found, so that a new one cannot be forgotten.</summary>
    public static TheoryData<string> Metrics { get; } = [.. Types<IMetric>().Except(Excepted).Select(type => type.Name)];

    public static TheoryData<string> Measures { get; } = [.. Types<ISimilarityMeasure>().Select(type => type.Name)];

    public static TheoryData<string> Neighborhoods { get; } = [.. Types<INeighborhood>().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Metrics_keep_their_contract(string name) =>
        Passes(() => Contract.Check(Create<IMetric>(name), tolerance: Sampled.GetValueOrDefault(name, 1e-9)));

    [Theory]
    [MemberData(nameof(Measures))]
    public void Similarity_measures_keep_their_contract(string name) => Passes(() => Contract.Check(Create<ISimilarityMeasure>(name)));

    [Theory]
    [MemberData(nameof(Neighborhoods))]
    public void Neighborhoods_keep_their_contract(string name) => Passes(() => Contract.Check(Create<INeighborhood>(name), name == nameof(NearestNeighborhood) ? Scattered() : null));

    /// <summary>Every third cell of a grid: the nearest neighbours need a space that lists its configurations.</summary>
    private static SearchSpace Scattered() =>
        new SearchSpace(Hyperparameter.Ordinal("rate", 0.1, 1, 2, 7), Hyperparameter.Categorical("optimizer", "a", "b", "c"), Hyperparameter.Ordinal("depth", 1.0, 2, 3, 4, 5)).Restrict([.. Enumerable.Range(0, 20).Select(i => 3L * i)]);

    [Fact]
    public void Groups_are_among_those_found()
    {
        string[] metrics = [.. Types<IMetric>().Select(type => type.Name)];
        Assert.All(Metric.Paper.Concat(Metric.Distribution), metric => Assert.Contains(metric.GetType().Name, metrics));
        Assert.All(SimilarityMeasure.All, measure => Assert.Contains(measure.GetType(), Types<ISimilarityMeasure>()));
        Assert.Equal(SimilarityMeasure.All.Count, Types<ISimilarityMeasure>().Count());
    }

    /// <summary>A question about the first optimum by number means another optimum when vertices are renumbered: this the check tells.</summary>
    [Fact]
    public void A_question_about_a_numbered_optimum_depends_on_the_numbering()
    {
        string message = Assert.Throws<ContractException>(() => Contract.Check(new LocalOptimumAccessibility { Optimum = 0 })).Message;
        Assert.Matches("changes when (categories|the hyperparameters) are listed in another order", message);
        Assert.DoesNotContain("is not pure", message, StringComparison.Ordinal);
        Assert.DoesNotContain("maximizing", message, StringComparison.Ordinal);
    }

    private static void Passes(Action check) => Assert.Null(Record.Exception(check));

    private static IEnumerable<Type> Types<T>() => typeof(Landscape).Assembly.GetExportedTypes().Where(type => type.IsClass && typeof(T).IsAssignableFrom(type));

    private static T Create<T>(string name) => (T)Activator.CreateInstance(Types<T>().Single(type => type.Name == name))!;
}
