using System.Globalization;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape.Similarity;

/// <summary>
/// A similarity with the range in which resampled values lie: made by <see cref="HalfSampling"/> or
/// <see cref="PermutationTest"/>, which say what the range means.
/// </summary>
public sealed record SimilarityInterval
{
    internal SimilarityInterval(double value, double[] resampled, double confidence, double pValue)
    {
        double[] defined = [.. resampled.Where(other => !double.IsNaN(other))];
        Value = value;
        Lower = defined.Length > 0 ? Selection.Quantile(defined, (1 - confidence) / 2) : double.NaN;
        Upper = defined.Length > 0 ? Selection.Quantile(defined, (1 + confidence) / 2) : double.NaN;
        Confidence = confidence;
        PValue = pValue;
        ResampleCount = resampled.Length;
        UndefinedCount = resampled.Length - defined.Length;
    }

    /// <summary>The value of the measure on all configurations; NaN where undefined.</summary>
    public double Value { get; }

    /// <summary>The lower end of the central range of the resampled values, interpolated linearly; NaN if none is defined.</summary>
    public double Lower { get; }

    /// <summary>The upper end of the central range of the resampled values, interpolated linearly; NaN if none is defined.</summary>
    public double Upper { get; }

    /// <summary>The share of the resampled values between <see cref="Lower"/> and <see cref="Upper"/>.</summary>
    public double Confidence { get; }

    /// <summary>The p-value of a <see cref="PermutationTest"/>, in (0, 1]; NaN for intervals that are no test.</summary>
    public double PValue { get; }

    /// <summary>Number of resamples.</summary>
    public int ResampleCount { get; }

    /// <summary>Number of resamples on which the measure was undefined; the others make the range.</summary>
    public int UndefinedCount { get; }

    /// <summary>For example <c>0.9312 [0.9204, 0.9417]</c>, or <c>0.9312, by chance [-0.0408, 0.0391], p = 0.002</c>.</summary>
    public override string ToString()
    {
        string range = $"[{TextTable.Number(Lower)}, {TextTable.Number(Upper)}]";
        return double.IsNaN(PValue)
            ? $"{TextTable.Number(Value)} {range}"
            : string.Create(CultureInfo.InvariantCulture, $"{TextTable.Number(Value)}, by chance {range}, p = {PValue:G2}");
    }
}
