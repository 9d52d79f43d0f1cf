using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>
/// Logarithm and powers of 16 floats at once, to a relative error of 1e-6. Only operations that every machine rounds
/// alike and no fused ones, so that the bits do not depend on the width of its vectors. The coefficients interpolate
/// log2(1 + t) / t and 2^t at Chebyshev nodes.
/// </summary>
internal static class Power
{
    private const int MantissaBits = 23;
    private const int RootOfHalf = 0x3F3504F3; // bits of sqrt(1/2), from which mantissas are measured
    private const float RoundToWhole = 12582912; // 1.5 * 2^23: what is added to it loses its fraction
    private const float LargestExponent = 126;

    /// <summary>x^exponent for positive normal x: 16 results, tiny instead of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> x, float exponent) => Exp2(Log2(x) * exponent);

    /// <summary>The logarithm to base 2 of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log2(Vector512<float> x)
    {
        Vector512<int> bits = x.AsInt32();
        Vector512<int> exponent = (bits - Vector512.Create(RootOfHalf)) >> MantissaBits;
        Vector512<float> t = (bits - (exponent << MantissaBits)).AsSingle() - Vector512<float>.One;

        // Pairs of terms first: the chain of dependent operations is half as long as in Horner's form.
        Vector512<float> t2 = t * t;
        Vector512<float> low = (Vector512.Create(1.442694995f) - (t * 0.721352931f)) + (t2 * (Vector512.Create(0.480916708f) - (t * 0.360225182f)));
        Vector512<float> high = (Vector512.Create(0.287288882f) - (t * 0.249271822f)) + (t2 * (Vector512.Create(0.232652579f) - (t * 0.142759734f)));
        return Vector512.ConvertToSingle(exponent) + (t * (low + (t2 * t2 * high)));
    }

    /// <summary>Powers of 2; exponents beyond 126 count as 126.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp2(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-LargestExponent)), Vector512.Create(LargestExponent));
        Vector512<float> whole = x + Vector512.Create(RoundToWhole);
        Vector512<float> t = x - (whole - Vector512.Create(RoundToWhole));
        Vector512<float> t2 = t * t;
        Vector512<float> low = (Vector512<float>.One + (t * 0.693147188f)) + (t2 * (Vector512.Create(0.240221075f) + (t * 0.055503571f)));
        Vector512<float> sum = low + (t2 * t2 * (Vector512.Create(0.009676032f) + (t * 0.001339086f)));
        return (sum.AsInt32() + (whole.AsInt32() << MantissaBits)).AsSingle();
    }

    /// <summary>The sum of 16 floats, in the same order on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> x)
    {
        Vector256<float> eight = x.GetLower() + x.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[1]) + (four[2] + four[3]);
    }
}
