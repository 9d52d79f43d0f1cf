using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HyperLandscape.Metrics;

/// <summary>Counts squares that lie side by side, as many at a time as a vector has lanes.</summary>
/// <remarks>
/// Scalar equivalent: <see cref="SquareCounts.Add(double, double, double, double, double)"/> for every index, which fewer
/// squares than lanes are left to, and all where vectors are emulated. A tail shorter than a vector is done by the last
/// vector that fits, of which only the lanes that are new count. Each lane has its own counts, added up at the end.
/// TensorPrimitives has no comparison that yields a mask.
/// </remarks>
internal struct SquareKernel
{
    private const int SignBit = 63;

    private Vector<long> squares;
    private Vector<long> classified;
    private Vector<long> columnTurns;
    private Vector<long> rowTurns;
    private Vector<long> bothTurn;
    private Vector<long> positive;
    private Vector<long> additive;
    private SquareCounts single;

    /// <summary>The squares counted so far.</summary>
    public readonly SquareCounts Counts()
    {
        long both = Vector.Sum(bothTurn);
        return single + new SquareCounts
        {
            Squares = Vector.Sum(squares),
            Neutral = Vector.Sum(squares) - Vector.Sum(classified),
            Sign = Vector.Sum(columnTurns) + Vector.Sum(rowTurns) - (2 * both),
            ReciprocalSign = both,
            Positive = Vector.Sum(positive),
            Additive = Vector.Sum(additive),
        };
    }

    /// <summary>The squares whose corners have the same index; a and d are opposite, and so are b and c. NaN = a missing corner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    public void Add(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d, double tolerance)
    {
        int length = a.Length;
        b = b[..length];
        c = c[..length];
        d = d[..length];
        int last = Vector.IsHardwareAccelerated ? length - Vector<double>.Count : -1;
        if (last < 0)
        {
            for (int i = 0; i < length; i++)
                single.Add(a[i], b[i], c[i], d[i], tolerance);
            return;
        }

        var limit = new Vector<double>(tolerance);
        Vector<long> isNew = Vector<long>.AllBitsSet;
        (Vector<long> countSquares, Vector<long> countClassified) = (squares, classified);
        (Vector<long> countColumn, Vector<long> countRow, Vector<long> countBoth) = (columnTurns, rowTurns, bothTurn);
        (Vector<long> countPositive, Vector<long> countAdditive) = (positive, additive);
        for (int start = 0; start < length; start += Vector<double>.Count)
        {
            if (start > last)
            {
                isNew = Vector.GreaterThanOrEqual(Vector<long>.Indices, new Vector<long>(start - last));
                start = last;
            }

            Vector<double> va = Load(a, start);
            Vector<double> vb = Load(b, start);
            Vector<double> vc = Load(c, start);
            Vector<double> vd = Load(d, start);
            Vector<double> sum = va + vb + vc + vd;
            Vector<long> isSquare = Vector.Equals(sum, sum) & isNew;

            (Vector<double> columnBelow, Vector<double> columnAbove) = (vb - va, vd - vc);
            (Vector<double> rowLeft, Vector<double> rowRight) = (vc - va, vd - vb);
            Vector<double> least = Vector.MinNative(
                Vector.MinNative(Vector.Abs(columnBelow), Vector.Abs(columnAbove)),
                Vector.MinNative(Vector.Abs(rowLeft), Vector.Abs(rowRight)));
            Vector<long> isClassified = Vector.GreaterThan(least, limit) & isSquare;

            // No side is 0 where it matters, so signs differ where sign bits do.
            Vector<ulong> columnTurn = ((columnBelow ^ columnAbove).As<double, long>() & isClassified).As<long, ulong>() >>> SignBit;
            Vector<ulong> rowTurn = ((rowLeft ^ rowRight).As<double, long>() & isClassified).As<long, ulong>() >>> SignBit;
            countSquares -= isSquare;
            countClassified -= isClassified;
            countColumn += columnTurn.As<ulong, long>();
            countRow += rowTurn.As<ulong, long>();
            countBoth += (columnTurn & rowTurn).As<ulong, long>();

            // The best corner is on one diagonal only; the opposite one is the worse end of that diagonal.
            Vector<double> bestOfMain = Vector.MinNative(va, vd);
            Vector<double> bestOfOther = Vector.MinNative(vb, vc);
            Vector<double> isOther = Vector.LessThan(bestOfOther, bestOfMain).As<long, double>();
            Vector<double> opposite = Vector.ConditionalSelect(isOther, Vector.MaxNative(vb, vc), Vector.MaxNative(va, vd));
            Vector<double> together = opposite - Vector.MinNative(bestOfMain, bestOfOther);
            Vector<double> alone = (opposite - Vector.ConditionalSelect(isOther, va, vb)) + (opposite - Vector.ConditionalSelect(isOther, vd, vc));
            countPositive -= Vector.GreaterThan(together, alone) & isClassified;
            countAdditive -= Vector.Equals(together, alone) & isClassified;
        }

        (squares, classified) = (countSquares, countClassified);
        (columnTurns, rowTurns, bothTurn) = (countColumn, countRow, countBoth);
        (positive, additive) = (countPositive, countAdditive);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Load(ReadOnlySpan<double> values, int start) => Vector.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)start);
}
