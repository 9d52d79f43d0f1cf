namespace HyperLandscape.Similarity;

/// <summary>Groups of similarity measures, and measures from lambdas.</summary>
public static class SimilarityMeasure
{
    /// <summary>
    /// The paper's three with their default parameters: <see cref="SpearmanCorrelation"/>, <see cref="ShakeUp"/>,
    /// <see cref="GammaSetSimilarity"/>. Source: Huang and Li, arXiv 2311.14014.
    /// </summary>
    public static IReadOnlyList<ISimilarityMeasure> Paper { get; } = [new SpearmanCorrelation(), new ShakeUp(), new GammaSetSimilarity()];

    /// <summary>
    /// Every measure with its default parameters: the paper's, then <see cref="KendallCorrelation"/>,
    /// <see cref="WeightedKendallCorrelation"/>, <see cref="RankBiasedOverlap"/>, <see cref="OptimaOverlap"/> and
    /// <see cref="TransferRegret"/>, which alone is not symmetric.
    /// </summary>
    public static IReadOnlyList<ISimilarityMeasure> All { get; } =
    [
        .. Paper,
        new KendallCorrelation(),
        new WeightedKendallCorrelation(),
        new RankBiasedOverlap(),
        new OptimaOverlap(),
        new TransferRegret(),
    ];

    /// <summary>A similarity measure from a function.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="compare">A pure function of two landscapes over the same configurations; NaN where undefined.</param>
    /// <param name="isSymmetric">Whether the order of the two landscapes does not matter.</param>
    public static ISimilarityMeasure From(string name, Func<Landscape, Landscape, double> compare, bool isSymmetric = false) => new FunctionMeasure(name, compare, isSymmetric);

    private sealed record FunctionMeasure(string Name, Func<Landscape, Landscape, double> Function, bool IsSymmetric) : ISimilarityMeasure
    {
        public double Compare(Landscape a, Landscape b)
        {
            SameConfigurations.Require(a, b);
            return Function(a, b);
        }
    }
}
