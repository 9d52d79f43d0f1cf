namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the reciprocal sign squares, two peaks with a valley between them, whose worse peak has a path of strict
/// improvements to the better one by way of other configurations. Range [0, 1], NaN if there is no such square; higher =
/// valleys matter less.
/// Unaffected by the objective, shift and scale.
/// </summary>
/// <remarks>
/// Exact up to a budget of squares, beyond it estimated from as many, drawn by the seed: <see cref="BypassCensus"/>
/// says which, with the standard error, and has definition, ties, undefined cases, cost and sources.
/// </remarks>
public sealed record ExtradimensionalBypass : IMetric
{
    /// <summary>Which squares are examined.</summary>
    public SquareSample Squares { get; init; } = new();

    /// <inheritdoc/>
    public string Name => $"Extradimensional bypass ({Squares})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => BypassCensus.Of(landscape, Squares).Share;
}
