namespace HyperLandscape.Metrics;

/// <summary>
/// Mean number of steps of the shortest path of strict improvements from the worse to the better peak of a reciprocal
/// sign square, over the squares that have one. Range [2, n); higher = longer ways around. Unaffected by the
/// objective, shift and scale.
/// </summary>
/// <remarks>
/// Exact up to a budget of squares, beyond it estimated from as many, drawn by the seed: <see cref="BypassCensus"/>
/// says which, with the standard error, and has definition, ties, undefined cases, cost and sources.
/// </remarks>
public sealed record MeanBypassLength : IMetric
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
    public string Name => $"Mean bypass length (up to {squares} squares)";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => BypassCensus.Of(landscape, squares, Seed).MeanLength;
}
