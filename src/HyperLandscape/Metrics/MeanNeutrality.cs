namespace HyperLandscape.Metrics;

/// <summary>
/// Mean neutrality: the mean, over vertices with neighbours, of the share of their neighbours j with
/// |f(i) - f(j)| &lt;= tolerance. Range [0, 1]; higher = flatter. Unaffected by the objective.
/// </summary>
/// <remarks>
/// The paper's tolerance is 0.001 in units of accuracy: set it to suit the scale of your fitness, relative to its range
/// for instance, and see <see cref="NeutralityCurve"/> for all tolerances at once. It is independent of
/// <see cref="Landscape.Tolerance"/>. NaN if no vertex has a neighbour. O(edges). Source: Huang and Li, arXiv 2311.14014.
/// </remarks>
public sealed record MeanNeutrality : IMetric
{
    /// <summary>Up to which difference a neighbour is neutral.</summary>
    public Tolerance Tolerance { get; init; } = 0.001;

    /// <inheritdoc/>
    public string Name => $"Mean neutrality (tolerance {Tolerance})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => landscape.Neutral(Tolerance).AgainstDistance.MeanY;
}
