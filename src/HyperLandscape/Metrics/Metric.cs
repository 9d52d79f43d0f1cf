namespace HyperLandscape.Metrics;

/// <summary>Groups of metrics, and metrics from lambdas.</summary>
public static class Metric
{
    /// <summary>
    /// The six topology metrics of the paper with their default parameters: <see cref="FitnessAssortativity"/>,
    /// <see cref="Autocorrelation"/>, <see cref="MeanNeutrality"/>, <see cref="NeutralityDistanceCorrelation"/>,
    /// <see cref="LocalOptimaCount"/>, <see cref="MeanBasinSize"/>. Source: Huang and Li, arXiv 2311.14014.
    /// </summary>
    public static IReadOnlyList<IMetric> Paper { get; } =
    [
        new FitnessAssortativity(),
        new Autocorrelation(),
        new MeanNeutrality(),
        new NeutralityDistanceCorrelation(),
        new LocalOptimaCount(),
        new MeanBasinSize(),
    ];

    /// <summary>
    /// How the vertices divide among the basins: <see cref="MedianBasinSize"/>, <see cref="LargestBasinShare"/>,
    /// <see cref="GlobalBasinShare"/>, <see cref="BasinEntropy"/>. The mean basin size alone is n / optima.
    /// </summary>
    public static IReadOnlyList<IMetric> Basins { get; } =
    [
        new MedianBasinSize(),
        new LargestBasinShare(),
        new GlobalBasinShare(),
        new BasinEntropy(),
    ];

    /// <summary>
    /// How rugged the landscape is, beyond the paper's six: <see cref="LocalOptimaRatio"/>,
    /// <see cref="CorrelationLength"/>, <see cref="RoughnessToSlopeRatio"/>, <see cref="GradientIntensity"/>, the sampled
    /// <see cref="WalkAutocorrelation"/>, and the information content of random walks: <see cref="MaximumInformationContent"/>,
    /// <see cref="MaximizingSensitivity"/>, <see cref="SettlingSensitivity"/>, <see cref="InitialPartialInformation"/>.
    /// </summary>
    public static IReadOnlyList<IMetric> Ruggedness { get; } =
    [
        new LocalOptimaRatio(),
        new CorrelationLength(),
        new RoughnessToSlopeRatio(),
        new GradientIntensity(),
        new WalkAutocorrelation(),
        new MaximumInformationContent(),
        new MaximizingSensitivity(),
        new SettlingSensitivity(),
        new InitialPartialInformation(),
    ];

    /// <summary>
    /// How flat the landscape is: <see cref="NeutralPairRatio"/>, <see cref="PlateauCount"/>,
    /// <see cref="LargestPlateauShare"/>.
    /// </summary>
    public static IReadOnlyList<IMetric> Neutrality { get; } =
    [
        new NeutralPairRatio(),
        new PlateauCount(),
        new LargestPlateauShare(),
    ];

    /// <summary>
    /// Whether fitness goes with distance, neighbours, basins and progress: <see cref="FitnessDistanceCorrelation"/>,
    /// <see cref="NeighborFitnessCorrelation"/>, <see cref="BasinFitnessCorrelation"/>,
    /// <see cref="FitnessFlatteningIndex"/>.
    /// </summary>
    public static IReadOnlyList<IMetric> Correlation { get; } =
    [
        new FitnessDistanceCorrelation(),
        new NeighborFitnessCorrelation(),
        new BasinFitnessCorrelation(),
        new FitnessFlatteningIndex(),
    ];

    /// <summary>
    /// How well improvement leads to the global optimum: <see cref="GlobalOptimumAccessibility"/>,
    /// <see cref="MeanPathLengthToGlobalOptimum"/>, <see cref="MeanDistanceToGlobalOptimum"/>,
    /// <see cref="EvolvabilityEnhancingRatio"/>.
    /// </summary>
    public static IReadOnlyList<IMetric> Navigability { get; } =
    [
        new GlobalOptimumAccessibility(),
        new MeanPathLengthToGlobalOptimum(),
        new MeanDistanceToGlobalOptimum(),
        new EvolvabilityEnhancingRatio(),
    ];

    /// <summary>
    /// The distribution of the fitness, whatever its neighbourhood: <see cref="Skewness"/>, <see cref="Kurtosis"/>,
    /// <see cref="CoefficientOfVariation"/>, <see cref="QuartileCoefficient"/>, <see cref="MedianMeanRatio"/>,
    /// <see cref="RelativeRange"/>.
    /// </summary>
    public static IReadOnlyList<IMetric> Distribution { get; } =
    [
        new Skewness(),
        new Kurtosis(),
        new CoefficientOfVariation(),
        new QuartileCoefficient(),
        new MedianMeanRatio(),
        new RelativeRange(),
    ];

    /// <summary>
    /// How hyperparameters interact (epistasis): <see cref="ExplainedVariance"/> of orders 1 and 2, <see cref="Gamma"/>,
    /// <see cref="GammaStar"/>, <see cref="MagnitudeShare"/>, <see cref="SignShare"/>, <see cref="ReciprocalSignShare"/>,
    /// <see cref="ExtradimensionalBypass"/>, <see cref="MeanBypassLength"/>, <see cref="GlobalIdiosyncrasy"/>,
    /// <see cref="DiminishingReturns"/>, <see cref="IncreasingCosts"/>.
    /// </summary>
    public static IReadOnlyList<IMetric> Interactions { get; } =
    [
        new ExplainedVariance { Order = 1 },
        new ExplainedVariance(),
        new Gamma(),
        new GammaStar(),
        new MagnitudeShare(),
        new SignShare(),
        new ReciprocalSignShare(),
        new ExtradimensionalBypass(),
        new MeanBypassLength(),
        new GlobalIdiosyncrasy(),
        new DiminishingReturns(),
        new IncreasingCosts(),
    ];

    /// <summary>
    /// Everything that can be asked of any landscape, group by group: <see cref="Paper"/>, <see cref="Basins"/>,
    /// <see cref="Ruggedness"/>, <see cref="Neutrality"/>, <see cref="Correlation"/>, <see cref="Navigability"/>,
    /// <see cref="Interactions"/>, <see cref="Distribution"/>. Left out are only the metrics
    /// of one local optimum, which has to be named. A few seconds for 10^6 configurations.
    /// </summary>
    public static IReadOnlyList<IMetric> All { get; } =
    [
        .. Paper,
        .. Basins,
        .. Ruggedness,
        .. Neutrality,
        .. Correlation,
        .. Navigability,
        .. Interactions,
        .. Distribution,
    ];

    /// <summary>A metric from a function.</summary>
    /// <param name="name">The name in profiles.</param>
    /// <param name="measure">A pure function of the landscape; NaN where undefined.</param>
    public static IMetric From(string name, Func<Landscape, double> measure) => new FunctionMetric(name, measure);

    private sealed record FunctionMetric(string Name, Func<Landscape, double> Function) : IMetric
    {
        public double Measure(Landscape landscape) => Function(landscape);
    }
}
