using HyperLandscape.Metrics;
using HyperLandscape.Networks;

namespace HyperLandscape.Plotting.Reports;

/// <summary>What is asked of the one landscape that is shown closer.</summary>
internal sealed class CloserAnalysis
{
    public CloserAnalysis(Landscape landscape, Steps steps)
    {
        Landscape = landscape;
        DistanceCorrelation = steps.Run(0.1, _ => landscape.Measure(new FitnessDistanceCorrelation()));
        Accessibility = steps.Run(0.1, _ => landscape.Measure(new GlobalOptimumAccessibility()));
        Importance = steps.Run(0.2, _ => TryDecompose(landscape));
        Network = steps.Run(0.6, step => landscape.Optima.Length > 1 ? NetworkSummary.Of(landscape.Connect(new EscapeEdges(), step.Options, step.Progress)) : null);
    }

    public Landscape Landscape { get; }

    public double DistanceCorrelation { get; }

    public double Accessibility { get; }

    /// <summary>Null if a sample has too few configurations, or the fitness is constant.</summary>
    public VarianceDecomposition? Importance { get; }

    /// <summary>Null if there is a single local optimum.</summary>
    public NetworkSummary? Network { get; }

    private static VarianceDecomposition? TryDecompose(Landscape landscape)
    {
        if (landscape.Fitness.IndexOfAnyExcept(landscape.Fitness[0]) < 0)
            return null;
        try
        {
            return VarianceDecomposition.Of(landscape);
        }
        catch (InvalidOperationException) // too few configurations for pairs
        {
            return null;
        }
    }
}
