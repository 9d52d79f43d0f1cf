namespace HyperLandscape.Metrics;

/// <summary>
/// Share of sign squares among all squares of two hyperparameters without a neutral side:
/// one of the two changes is an improvement at one level of the other hyperparameter and a deterioration at the other.
/// Range [0, 1]; higher = more rugged.
/// </summary>
/// <remarks>
/// See <see cref="SquareCensus"/>, which has all shares in one go and the sources. Unaffected by the objective; neutral by
/// <see cref="Landscape.Tolerance"/>. NaN if there is no such square. O(n d^2 + squares) for d hyperparameters.
/// </remarks>
public sealed record SignShare : IMetric
{
    /// <inheritdoc/>
    public string Name => "Share of sign squares";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => SquareCensus.Of(landscape).SignShare;
}
