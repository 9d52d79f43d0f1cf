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

    /// <summary>A metric from a function.</summary>
    /// <param name="name">The name in profiles.</param>
    /// <param name="measure">A pure function of the landscape; NaN where undefined.</param>
    public static IMetric From(string name, Func<Landscape, double> measure) => new FunctionMetric(name, measure);

    private sealed record FunctionMetric(string Name, Func<Landscape, double> Function) : IMetric
    {
        public double Measure(Landscape landscape) => Function(landscape);
    }
}
