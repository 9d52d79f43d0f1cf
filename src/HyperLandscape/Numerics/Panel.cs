using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Numerics;

/// <summary>
/// Inner products and combinations of the vectors of panels. Sums over rows are made in blocks of fixed size and added in
/// double precision in block order: the same on any number of threads.
/// </summary>
internal static class Panel
{
    private const int RowsPerBlock = 1024;
    private const int RowsPerChunk = 128; // whose combinations stay in the cache
    private const int MostParts = 64; // of the blocks, each with sums of its own
    private const int Half = 8;

    /// <summary>Number of blocks that the rows of a panel are split into.</summary>
    public static int BlockCount(int rows) => (rows + RowsPerBlock - 1) / RowsPerBlock;

    /// <summary>The block that starts with a row.</summary>
    public static int BlockOf(int firstRow) => firstRow / RowsPerBlock;

    /// <summary>Runs a body for every block of rows, given its start and end.</summary>
    public static void ForRows(int rows, Action<int, int> body) =>
        Workers.For(BlockCount(rows), block => body(block * RowsPerBlock, Math.Min(rows, (block + 1) * RowsPerBlock)));

    /// <summary>
    /// The inner products of all vectors of some panels with all vectors of another: entry [j * width + k, l] is vector k
    /// of panel j times vector l of <paramref name="right"/>. O(panels * width^2 * rows).
    /// </summary>
    public static double[,] Products<T>(IReadOnlyList<Panel<T>> left, Panel<T> right)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
        int length = left.Count * width * width;
        int blocks = BlockCount(right.Count);
        int parts = Math.Min(blocks, MostParts);
        double[] sums = ArrayPool<double>.Shared.Rent(parts * length);
        try
        {
            Workers.For(parts, part =>
            {
                Span<double> own = sums.AsSpan(part * length, length);
                own.Clear();
                for (int block = (int)((long)blocks * part / parts); block < (long)blocks * (part + 1) / parts; block++)
                {
                    int start = block * RowsPerBlock;
                    int end = Math.Min(right.Count, start + RowsPerBlock);
                    for (int i = 0; i < left.Count * width; i += Half)
                        AddProducts(left[i / width].Values[((start * width) + (i % width))..], right.Rows[start..end], own.Slice(i * width, Half * width));
                }
            });

            var products = new double[left.Count * width, width];
            Span<double> total = MemoryMarshal.CreateSpan(ref products[0, 0], length);
            for (int part = 0; part < parts; part++)
                TensorPrimitives.Add(total, sums.AsSpan(part * length, length), total);
            return products;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sums);
        }
    }

    /// <summary>Subtracts from a panel the combination of other panels with the coefficients that <see cref="Products"/> lays out.</summary>
    public static void Subtract<T>(Panel<T> panel, IReadOnlyList<Panel<T>> others, double[,] coefficients)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
        T[] factors = Convert<T>(coefficients, 0);
        TensorPrimitives.Negate(factors, factors);
        ForRows(panel.Count, (start, end) =>
        {
            for (int j = 0; j < others.Count; j++)
                AddCombination(panel.Rows[start..end], others[j].Values[(start * width)..], AsRows(factors.AsSpan(j * width * width)));
        });
    }

    /// <summary>
    /// Replaces the first panels by combinations of all of them: vector l of panel m becomes the sum over j, k of vector k
    /// of panel j times coefficients[j * width + k, m * width + l]. The panels after those are left as they are.
    /// </summary>
    /// <param name="panels">The panels.</param>
    /// <param name="coefficients">As many rows as there are vectors, at most as many columns, in whole panels.</param>
    public static void Transform<T>(IReadOnlyList<Panel<T>> panels, double[,] coefficients)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
        int results = coefficients.GetLength(1) / width;
        T[][] factors = [.. Enumerable.Range(0, results).Select(panel => Convert<T>(coefficients, panel * width))];
        ForRows(panels[0].Count, (start, end) =>
        {
            T[] combined = ArrayPool<T>.Shared.Rent(results * RowsPerChunk * width);
            for (; start < end; start += RowsPerChunk)
            {
                int length = Math.Min(RowsPerChunk, end - start) * width;
                combined.AsSpan(0, results * length).Clear();
                for (int i = 0; i < results * panels.Count; i++)
                {
                    int j = i % panels.Count;
                    AddCombination(AsRows(combined.AsSpan(i / panels.Count * length, length)), panels[j].Values[(start * width)..], AsRows(factors[i / panels.Count].AsSpan(j * width * width)));
                }

                for (int panel = 0; panel < results; panel++)
                    combined.AsSpan(panel * length, length).CopyTo(panels[panel].Values[(start * width)..]);
            }

            ArrayPool<T>.Shared.Return(combined);
        });
    }

    /// <summary>Adds v[r, k] * w[r, l] over all rows to sums[k, l], for eight k; eight accumulators stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProducts<T>(ReadOnlySpan<T> v, ReadOnlySpan<Vector512<T>> w, Span<double> sums)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
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
        int width = Panel<T>.Width;
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

    /// <summary>The columns of a matrix that belong to one panel.</summary>
    private static T[] Convert<T>(double[,] matrix, int firstColumn)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
        var converted = new T[matrix.GetLength(0) * width];
        for (int i = 0; i < converted.Length; i++)
            converted[i] = T.CreateTruncating(matrix[i / width, firstColumn + (i % width)]);
        return converted;
    }

    private static Span<Vector512<T>> AsRows<T>(Span<T> values)
        where T : struct =>
        MemoryMarshal.Cast<T, Vector512<T>>(values);
}
