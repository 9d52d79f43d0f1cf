using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>
/// Several vectors side by side, a row of one <see cref="Vector512{T}"/> (16 floats or 8 doubles) per element, so that a
/// sparse product does whole-register work per edge and a row is one cache line. Sums over rows are made in blocks of
/// fixed size and added in double precision in block order: the same on any number of threads.
/// </summary>
internal static class Panel
{
    private const int RowsPerBlock = 1024;
    private const int Half = 8;

    /// <summary>Number of vectors in a panel.</summary>
    public static int Width<T>() => Vector512<T>.Count;

    /// <summary>Number of blocks that the rows of a panel are split into.</summary>
    public static int BlockCount(int rows) => (rows + RowsPerBlock - 1) / RowsPerBlock;

    /// <summary>The block that starts with a row.</summary>
    public static int BlockOf(int firstRow) => firstRow / RowsPerBlock;

    /// <summary>Runs a body for every block of rows, given its start and end.</summary>
    public static void ForRows(int rows, Action<int, int> body) =>
        Workers.For(BlockCount(rows), block => body(block * RowsPerBlock, Math.Min(rows, (block + 1) * RowsPerBlock)));

    /// <summary>The rows of a panel as vectors.</summary>
    public static Span<Vector512<T>> Rows<T>(T[] panel)
        where T : struct =>
        MemoryMarshal.Cast<T, Vector512<T>>(panel.AsSpan());

    /// <summary>
    /// The inner products of all vectors of some panels with all vectors of another: entry [j * width + k, l] is vector k
    /// of panel j times vector l of <paramref name="right"/>. O(panels * width^2 * rows).
    /// </summary>
    public static double[,] Products<T>(IReadOnlyList<T[]> left, T[] right)
        where T : struct, INumber<T>
    {
        int width = Width<T>();
        int rows = right.Length / width;
        var blocks = new double[BlockCount(rows)][];
        ForRows(rows, (start, end) =>
        {
            var sums = new double[left.Count * width * width];
            ReadOnlySpan<Vector512<T>> w = Rows(right)[start..end];
            for (int j = 0; j < left.Count; j++)
            {
                ReadOnlySpan<T> v = left[j].AsSpan(start * width, (end - start) * width);
                for (int half = 0; half < width; half += Half)
                    AddProducts(v[half..], w, sums.AsSpan(((j * width) + half) * width, Half * width));
            }

            blocks[start / RowsPerBlock] = sums;
        });

        var products = new double[left.Count * width, width];
        Span<double> total = MemoryMarshal.CreateSpan(ref products[0, 0], products.Length);
        foreach (double[] sums in blocks)
            System.Numerics.Tensors.TensorPrimitives.Add(total, sums, total);
        return products;
    }

    /// <summary>Subtracts from a panel the combination of other panels with the coefficients that <see cref="Products"/> lays out.</summary>
    public static void Subtract<T>(T[] panel, IReadOnlyList<T[]> others, double[,] coefficients)
        where T : struct, INumber<T>
    {
        int width = Width<T>();
        T[] factors = Convert<T>(coefficients, -1);
        ForRows(panel.Length / width, (start, end) =>
        {
            for (int j = 0; j < others.Count; j++)
                AddCombination(Rows(panel)[start..end], others[j].AsSpan(start * width, (end - start) * width), MemoryMarshal.Cast<T, Vector512<T>>(factors)[(j * width)..]);
        });
    }

    /// <summary>
    /// The combination of panels: column l of the result is the sum over j, k of vector k of panel j times
    /// coefficients[j * width + k, l].
    /// </summary>
    public static T[] Combine<T>(IReadOnlyList<T[]> panels, double[,] coefficients)
        where T : struct, INumber<T>
    {
        int width = Width<T>();
        var result = new T[panels[0].Length];
        T[] factors = Convert<T>(coefficients, 1);
        ForRows(result.Length / width, (start, end) =>
        {
            for (int j = 0; j < panels.Count; j++)
                AddCombination(Rows(result)[start..end], panels[j].AsSpan(start * width, (end - start) * width), MemoryMarshal.Cast<T, Vector512<T>>(factors)[(j * width)..]);
        });
        return result;
    }

    /// <summary>Adds v[r, k] * w[r, l] over all rows to sums[k, l], for eight k; eight accumulators stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProducts<T>(ReadOnlySpan<T> v, ReadOnlySpan<Vector512<T>> w, Span<double> sums)
        where T : struct, INumber<T>
    {
        int width = Width<T>();
        Vector512<T> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        ref T row = ref MemoryMarshal.GetReference(v);
        for (int r = 0; r < w.Length; r++)
        {
            Vector512<T> x = w[r];
            s0 = MultiplyAdd(Vector512.Create(row), x, s0);
            s1 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 1)), x, s1);
            s2 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 2)), x, s2);
            s3 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 3)), x, s3);
            s4 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 4)), x, s4);
            s5 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 5)), x, s5);
            s6 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 6)), x, s6);
            s7 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 7)), x, s7);
            row = ref Unsafe.Add(ref row, width);
        }

        ReadOnlySpan<Vector512<T>> accumulators = [s0, s1, s2, s3, s4, s5, s6, s7];
        for (int k = 0; k < Half; k++)
        {
            for (int l = 0; l < width; l++)
                sums[(k * width) + l] += double.CreateTruncating(accumulators[k][l]);
        }
    }

    /// <summary>Adds to every row of w the row of v times a matrix, whose rows stay in registers, eight at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddCombination<T>(Span<Vector512<T>> w, ReadOnlySpan<T> v, ReadOnlySpan<Vector512<T>> factors)
        where T : struct, INumber<T>
    {
        int width = Width<T>();
        for (int half = 0; half < width; half += Half)
        {
            Vector512<T> f0 = factors[half], f1 = factors[half + 1], f2 = factors[half + 2], f3 = factors[half + 3];
            Vector512<T> f4 = factors[half + 4], f5 = factors[half + 5], f6 = factors[half + 6], f7 = factors[half + 7];
            ref T row = ref Unsafe.Add(ref MemoryMarshal.GetReference(v), half);
            for (int r = 0; r < w.Length; r++)
            {
                Vector512<T> even = MultiplyAdd(Vector512.Create(row), f0, w[r]);
                Vector512<T> odd = Vector512.Create(Unsafe.Add(ref row, 1)) * f1;
                even = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 2)), f2, even);
                odd = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 3)), f3, odd);
                even = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 4)), f4, even);
                odd = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 5)), f5, odd);
                even = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 6)), f6, even);
                odd = MultiplyAdd(Vector512.Create(Unsafe.Add(ref row, 7)), f7, odd);
                w[r] = even + odd;
                row = ref Unsafe.Add(ref row, width);
            }
        }
    }

    /// <summary>a * b + c, in one rounding where the machine has that instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> MultiplyAdd<T>(Vector512<T> a, Vector512<T> b, Vector512<T> c)
    {
        if (typeof(T) == typeof(float))
            return Vector512.MultiplyAddEstimate(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>();
        return Vector512.MultiplyAddEstimate(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
    }

    private static T[] Convert<T>(double[,] matrix, int sign)
        where T : struct, INumber<T>
    {
        var converted = new T[matrix.Length];
        ReadOnlySpan<double> values = MemoryMarshal.CreateReadOnlySpan(ref matrix[0, 0], matrix.Length);
        for (int i = 0; i < converted.Length; i++)
            converted[i] = T.CreateTruncating(sign * values[i]);
        return converted;
    }
}
