using HyperLandscape.Graphs;

namespace HyperLandscape.Metrics;

/// <summary>
/// Autocorrelation of the fitness along a random walk over all neighbours, exact: corr(f(X_0), f(X_lag)) of the
/// stationary walk, in which a configuration has a weight proportional to its number of neighbours. Range [-1, 1];
/// higher = smoother. Unaffected by the objective, ties and tolerance.
/// </summary>
/// <remarks>
/// With x the fitness minus its weighted mean, d the degrees and P the walk operator (mean over neighbours):
/// sum d x (P^lag x) / sum d x^2. Lag 1 equals <see cref="FitnessAssortativity"/> over all edges identically. Isolated
/// vertices have weight 0. NaN without edges or if the fitness does not vary over vertices with neighbours. O(edges) for
/// lag 1 on first use, O(lag * edges) beyond. Sources: Weinberger (1990), "Correlated and uncorrelated fitness
/// landscapes"; Huang and Li, arXiv 2311.14014.
/// </remarks>
public sealed record Autocorrelation : IMetric
{
    private readonly int lag = 1;

    /// <summary>Number of steps between the two configurations, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lag is less than 1.</exception>
    public int Lag
    {
        get => lag;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            lag = value;
        }
    }

    /// <inheritdoc/>
    public string Name => lag == 1 ? "Autocorrelation" : $"Autocorrelation (lag {lag})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double first = landscape.Edges.Sums.EdgeCorrelation();
        return lag == 1 || double.IsNaN(first) ? first : new RandomWalkOperator(landscape.Graph).Correlation(landscape.Loss, lag);
    }
}
