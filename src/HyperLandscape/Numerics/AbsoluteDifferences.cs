using System.Numerics;
using System.Runtime.InteropServices;

namespace HyperLandscape.Numerics;

/// <summary>Sum of |a - b|, which TensorPrimitives has no single pass for.</summary>
internal static class AbsoluteDifferences
{
    /// <summary>Four accumulators of <see cref="Vector{T}"/> lanes, then single vectors, then a scalar tail: equals the plain loop up to the order of additions.</summary>
    public static double Sum(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector<double>> va = MemoryMarshal.Cast<double, Vector<double>>(a);
        ReadOnlySpan<Vector<double>> vb = MemoryMarshal.Cast<double, Vector<double>>(b)[..va.Length];
        var sum0 = Vector<double>.Zero;
        var sum1 = Vector<double>.Zero;
        var sum2 = Vector<double>.Zero;
        var sum3 = Vector<double>.Zero;
        int i = 0;
        for (; i + 3 < va.Length; i += 4)
        {
            sum0 += Vector.Abs(va[i] - vb[i]);
            sum1 += Vector.Abs(va[i + 1] - vb[i + 1]);
            sum2 += Vector.Abs(va[i + 2] - vb[i + 2]);
            sum3 += Vector.Abs(va[i + 3] - vb[i + 3]);
        }

        for (; i < va.Length; i++)
            sum0 += Vector.Abs(va[i] - vb[i]);

        double sum = Vector.Sum(sum0 + sum1 + (sum2 + sum3));
        for (int tail = va.Length * Vector<double>.Count; tail < a.Length; tail++)
            sum += Math.Abs(a[tail] - b[tail]);
        return sum;
    }
}
