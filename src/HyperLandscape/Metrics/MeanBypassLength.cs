namespace HyperLandscape.Metrics;

/// <summary>
/// Mean number of steps of the shortest path of strict improvements from the worse to the better peak of a reciprocal
/// sign square, over the squares that have one. Range [2, n), NaN if none has; higher = longer ways around. Unaffected by the
/// objective, shift and scale.
/// </summary>
/// <remarks>
/// Exact up to a budget of squares, beyond it estimated from as many, drawn by the seed: <see cref="BypassCensus"/>
/// says which, with the standard error, and has definition, ties, undefined cases, cost and sources.
/// </remarks>
public sealed record MeanBypassLength : IMetric
{
    /// <summary>Which squares are examined.</summary>
    public SquareSample Squares { get; init; } = new();

    /// <inheritdoc/>
    public string Name => $"Mean bypass length ({Squares})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => BypassCensus.Of(landscape, Squares).MeanLength;
}
