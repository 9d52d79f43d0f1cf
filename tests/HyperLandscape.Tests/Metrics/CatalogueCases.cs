using HyperLandscape.Metrics;

namespace HyperLandscape.Tests.Metrics;

/// <summary>Every metric of the catalogue, with every method and some other parameters.</summary>
internal static class CatalogueCases
{
    public static CorrelationMethod[] Methods { get; } = Enum.GetValues<CorrelationMethod>();

    public static IMetric[] Metrics { get; } =
    [
        .. Metric.Ruggedness,
        .. Metric.Neutrality,
        .. Metric.Navigability,
        .. Metric.Distribution,
        .. Methods.Select(method => new FitnessDistanceCorrelation { Method = method }),
        .. Methods.Select(method => new NeighborFitnessCorrelation { Method = method }),
        .. Methods.Select(method => new BasinFitnessCorrelation { Method = method }),
        new FitnessFlatteningIndex(),
        new FitnessFlatteningIndex { MinimumLength = 5 },
    ];
}
