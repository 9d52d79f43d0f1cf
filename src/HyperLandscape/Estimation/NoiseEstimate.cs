using HyperLandscape.Tables;

namespace HyperLandscape.Estimation;

/// <summary>How far apart, by noise alone, two configurations come out; made by <see cref="NoiseTolerance"/>.</summary>
/// <param name="Tolerance">Up to which difference two configurations cannot be told apart.</param>
/// <param name="StandardError">The standard error of the difference of two configurations.</param>
/// <param name="DegreesOfFreedom">How many independent deviations that was estimated from.</param>
public sealed record NoiseEstimate(Tolerance Tolerance, double StandardError, double DegreesOfFreedom)
{
    /// <summary>For example <c>0.0041, from a standard error of 0.0021 of differences</c>.</summary>
    public override string ToString() => $"{Tolerance}, from a standard error of {TextTable.Number(StandardError)} of differences";
}
