using HyperLandscape.Metrics;

namespace HyperLandscape.Tests.Metrics;

/// <summary>Every metric of the catalogue, with every method and some other parameters.</summary>
internal static class CatalogueCases
{
    private static readonly SquareSample FewSquares = new() { Budget = 100 };
    private static readonly WalkSample Few = new() { Count = 20, Length = 12 };

    public static CorrelationMethod[] Methods { get; } = Enum.GetValues<CorrelationMethod>();

    /// <summary>Everything in <see cref="Metric.All"/>, with fewer walks and squares so that many landscapes can be asked, and variants.</summary>
    public static IMetric[] Metrics { get; } =
    [
        .. Metric.All.Select(Quick),
        .. Methods.Where(method => method != CorrelationMethod.Spearman).Select(method => new FitnessDistanceCorrelation { Method = method }),
        .. Methods.Where(method => method != CorrelationMethod.Pearson).Select(method => new NeighborFitnessCorrelation { Method = method }),
        .. Methods.Where(method => method != CorrelationMethod.Spearman).Select(method => new BasinFitnessCorrelation { Method = method }),
        .. Methods.Where(method => method != CorrelationMethod.Pearson).Select(method => new DiminishingReturns { Method = method }),
        .. Methods.Where(method => method != CorrelationMethod.Pearson).Select(method => new IncreasingCosts { Method = method }),
        new FitnessFlatteningIndex { MinimumLength = 5 },
        new ExtradimensionalBypass { Squares = new SquareSample { Budget = 3 } },
    ];

    /// <summary>Metrics that are not in <see cref="Metric.All"/>, and why.</summary>
    public static Dictionary<Type, string> Apart { get; } = new()
    {
        [typeof(LocalOptimumAccessibility)] = "of one optimum, which the caller names",
        [typeof(MeanPathLengthToLocalOptimum)] = "of one optimum, which the caller names",
        [typeof(MeanDistanceToLocalOptimum)] = "of one optimum, which the caller names",
    };

    private static IMetric Quick(IMetric metric) => metric switch
    {
        WalkAutocorrelation walk => walk with { Walks = 30 },
        MaximumInformationContent content => content with { Walks = Few },
        MaximizingSensitivity content => content with { Walks = Few },
        SettlingSensitivity content => content with { Walks = Few },
        InitialPartialInformation content => content with { Walks = Few },
        ExtradimensionalBypass bypass => bypass with { Squares = FewSquares },
        MeanBypassLength bypass => bypass with { Squares = FewSquares },
        _ => metric,
    };
}
