namespace HyperLandscape.Metrics;

/// <summary>
/// Share of magnitude squares among all squares of two hyperparameters without a neutral side:
/// both changes keep their direction, whichever level the other hyperparameter has.
/// Range [0, 1]; higher = smoother.
/// </summary>
/// <remarks>
/// See <see cref="SquareCensus"/>, which has all shares in one go and the sources. Unaffected by the objective; neutral by
/// <see cref="Landscape.Tolerance"/>. NaN if there is no such square. O(n d^2 + squares) for d hyperparameters.
/// </remarks>
public sealed record MagnitudeShare : IMetric
{
    /// <inheritdoc/>
    public string Name => "Share of magnitude squares";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => SquareCensus.Of(landscape).MagnitudeShare;
}
