using MathNet.Numerics.Distributions;

namespace HyperLandscape.Estimation;

/// <summary>How much an estimate varies from sample to sample, and how well that is known.</summary>
/// <param name="Variance">The variance.</param>
/// <param name="DegreesOfFreedom">
/// Half the number of vertices that matter, (sum t^2)^2 / sum t^4: a pair is part of two vertices. It is small where few
/// large terms decide, and the variance is then most likely too small.
/// </param>
internal readonly record struct SamplingError(double Variance, double DegreesOfFreedom)
{
    /// <summary>Half the width of an interval.</summary>
    public double HalfWidth(double confidence) => Quantile(Math.Max(2, DegreesOfFreedom), confidence) * Math.Sqrt(Variance);

    /// <summary>Student's quantile for an interval with two sides.</summary>
    public static double Quantile(double degreesOfFreedom, double confidence) =>
        StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + confidence) / 2);
}
