using System.Numerics.Tensors;

namespace HyperLandscape.Metrics;

/// <summary>
/// Correlation, over all configurations, of the fitness (as a loss: smaller is better) and the distance to the nearest
/// global optimum. Range [-1, 1]; positive = distance guides the search, whichever the objective: better configurations are
/// nearer.
/// </summary>
/// <remarks>
/// GraphFLA and much of the literature correlate the raw fitness, which has the other sign when maximizing. Global optima are all
/// configurations with exactly the best fitness. NaN if the fitness or the distance does not vary. O(n), with Kendall's
/// method O(n log n); plus the distances, see <see cref="Landscape.DistancesToGlobalOptimum"/>. Source: Jones and Forrest
/// (1995), "Fitness distance correlation as a measure of problem difficulty for genetic algorithms".
/// </remarks>
public sealed record FitnessDistanceCorrelation : IMetric
{
    /// <summary>Which correlation.</summary>
    public CorrelationMethod Method { get; init; } = CorrelationMethod.Spearman;

    /// <inheritdoc/>
    public string Name => $"Fitness distance correlation ({Method})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        var distances = new double[landscape.Count];
        TensorPrimitives.ConvertChecked<int, double>(landscape.DistancesToGlobalOptimum(), distances);
        return Method.Of(landscape.LossMemory, distances);
    }
}
