using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape;

/// <summary>The scales that a relative <see cref="Tolerance"/> refers to.</summary>
internal static class FitnessSpread
{
    public static double Range(ReadOnlySpan<double> fitness) => TensorPrimitives.Max(fitness) - TensorPrimitives.Min(fitness);

    /// <summary>Sums and means of fitness values that differ by no more than this, 2^-46 of the range, are taken to be equal but for rounding.</summary>
    public static double Rounding(ReadOnlySpan<double> fitness) => Math.ScaleB(Range(fitness), -46);

    public static double InterquartileRange(ReadOnlySpan<double> fitness) => Selection.Quantile(fitness, 0.75) - Selection.Quantile(fitness, 0.25);

    /// <summary>Root mean square of the standard errors that are known (not NaN).</summary>
    public static double PooledStandardError(ReadOnlySpan<double> standardErrors)
    {
        double sum = 0;
        int count = 0;
        foreach (double error in standardErrors)
        {
            if (double.IsNaN(error))
                continue;
            sum += error * error;
            count++;
        }

        return count > 0
            ? Math.Sqrt(sum / count)
            : throw new InvalidOperationException("The tolerance is relative to the standard error, but no configuration was run repeatedly; use an absolute tolerance, or read the repeated runs with Duplicates.Mean.");
    }
}
