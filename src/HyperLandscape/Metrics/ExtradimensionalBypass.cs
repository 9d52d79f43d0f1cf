namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the reciprocal sign squares, two peaks with a valley between them, whose worse peak has a path of strict
/// improvements to the better one by way of other configurations. Range [0, 1]; higher = valleys matter less.
/// Unaffected by the objective, shift and scale.
/// </summary>
/// <remarks>
/// Exact up to a budget of squares, beyond it estimated from as many, drawn by the seed: <see cref="BypassCensus"/>
/// says which, with the standard error, and has definition, ties, undefined cases, cost and sources.
/// </remarks>
public sealed record ExtradimensionalBypass : IMetric
{
    private readonly int squares = 10_000;

    /// <summary>The budget: how many squares are examined at most, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Squares
    {
        get => squares;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            squares = value;
        }
    }

    /// <summary>Seed of the choice of squares beyond the budget.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Name => $"Extradimensional bypass (up to {squares} squares)";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => BypassCensus.Of(landscape, squares, Seed).Share;
}
