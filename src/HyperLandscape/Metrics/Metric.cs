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
    /// <see cref="CorrelationLength"/>, <see cref="RoughnessToSlopeRatio"/>, <see cref="GradientIntensity"/>.
    /// </summary>
    public static IReadOnlyList<IMetric> Ruggedness { get; } =
    [
        new LocalOptimaRatio(),
        new CorrelationLength(),
        new RoughnessToSlopeRatio(),
        new GradientIntensity(),
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

    /// <summary>A metric from a function.</summary>
    /// <param name="name">The name in profiles.</param>
    /// <param name="measure">A pure function of the landscape; NaN where undefined.</param>
    public static IMetric From(string name, Func<Landscape, double> measure) => new FunctionMetric(name, measure);

    private sealed record FunctionMetric(string Name, Func<Landscape, double> Function) : IMetric
    {
        public double Measure(Landscape landscape) => Function(landscape);
    }
}
