using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HyperLandscape.Graphs;

/// <summary>Four cells and what they have seen of their neighbours so far.</summary>
internal ref struct CellVector<TFacts, TNeutral, THoles>
    where TFacts : struct, IFlag
    where TNeutral : struct, IFlag
    where THoles : struct, IFlag
{
    private readonly Vector256<double> value;
    private readonly Vector256<double> center;
    private readonly Vector256<double> tolerance;
    private readonly Vector256<double> neutralTolerance;
    private Vector256<double> best;
    private Vector256<long> bestDelta;
    private Vector256<long> better;
    private Vector256<long> neutral;
    private Vector256<long> neutralDegree;
    private Vector256<long> degree;
    private Vector256<double> sum;
    private Vector256<double> betterSum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CellVector(Vector256<double> value, GridPass.Work work)
    {
        this.value = value;
        center = Vector256.Create(work.Centers.Target);
        tolerance = Vector256.Create(work.Tolerance);
        neutralTolerance = Vector256.Create(work.NeutralTolerance);
        best = Vector256.Create(double.PositiveInfinity);
        bestDelta = Vector256<long>.Zero;
        better = Vector256<long>.Zero;
        neutral = Vector256<long>.Zero;
        neutralDegree = Vector256<long>.Zero;
        degree = Vector256<long>.Zero;
        sum = Vector256<double>.Zero;
        betterSum = Vector256<double>.Zero;
    }

    /// <summary>Looks at the neighbours one step away, of which some may be missing (all bits set).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Look(Vector256<double> other, nint delta, Vector256<double> missing)
    {
        other |= missing; // all bits set is NaN
        if (!THoles.IsOn && TFacts.IsOn)
            sum += Vector256.AndNot(other - center, missing);
        Compare(other, delta);
    }

    /// <summary>Looks at the neighbours one step away, which are all there unless the grid has holes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Look(Vector256<double> other, nint delta)
    {
        if (!THoles.IsOn && TFacts.IsOn)
            sum += other - center;
        Compare(other, delta);
    }

    /// <summary>Writes what was seen and adds it to the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Finish<TTail>(GridPass.Work work, int firstCell, int count, Vector256<double> gridDegrees, ref VectorSums sums)
        where TTail : struct, IFlag
    {
        if (TFacts.IsOn)
        {
            Vector256<double> degrees = THoles.IsOn ? Vector256.ConvertToDouble(degree) : gridDegrees;
            Vector256<double> neighborSum = sum;
            Vector256<double> present = Vector256<double>.AllBitsSet;
            if (THoles.IsOn || TTail.IsOn)
            {
                present = Vector256.Equals(value, value);
                degrees &= present;
                neighborSum &= present;
            }

            sums.Add(value, present, work.Centers, degrees, Vector256.ConvertToDouble(better), Vector256.ConvertToDouble(neutral), neighborSum, betterSum);
            Vector256<long> isBetter = Vector256.GreaterThan(value - best, tolerance).AsInt64();
            Vector256<long> cell = Vector256.Create((long)firstCell) + Vector256<long>.Indices + bestDelta;
            Store<TTail>(work.Best, firstCell, count, Vector256.ConditionalSelect(isBetter, cell, Vector256<long>.AllBitsSet));
        }

        if (TNeutral.IsOn)
            Store<TTail>(work.NeutralDegrees, firstCell, count, neutralDegree);
        if (THoles.IsOn && work.Degrees.Length > 0)
            Store<TTail>(work.Degrees, firstCell, count, degree);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TTail>(int[] destination, int first, int count, Vector256<long> values)
        where TTail : struct, IFlag
    {
        if (!TTail.IsOn)
        {
            Vector256.Narrow(values, values).GetLower().StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(destination), (nuint)first);
            return;
        }

        for (int lane = 0; lane < count; lane++)
            destination[first + lane] = (int)values.GetElement(lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TTail>(ushort[] destination, int first, int count, Vector256<long> values)
        where TTail : struct, IFlag
    {
        if (!TTail.IsOn)
        {
            Vector128<int> wide = Vector256.Narrow(values, values).GetLower();
            ulong four = Vector128.Narrow(wide, wide).AsUInt64().ToScalar();
            Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(destination), first)), four);
            return;
        }

        for (int lane = 0; lane < count; lane++)
            destination[first + lane] = (ushort)values.GetElement(lane);
    }

    /// <summary>One instruction where there is one; the portable form takes three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Select(Vector256<double> mask, Vector256<double> ifSet, Vector256<double> otherwise) =>
        Avx.IsSupported ? Avx.BlendVariable(otherwise, ifSet, mask) : Vector256.ConditionalSelect(mask, ifSet, otherwise);

    /// <summary>
    /// The other values where they are smaller than the best, which also holds where they are NaN. Each look waits for
    /// the best of the look before, and this instruction, which yields its second operand unless the first is smaller,
    /// makes that wait shorter than a comparison and a selection.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<double> Smaller(Vector256<double> other, Vector256<double> isBest) =>
        Avx.IsSupported ? Avx.Min(other, best) : Vector256.ConditionalSelect(isBest, other, best);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Compare(Vector256<double> other, nint delta)
    {
        Vector256<double> difference = value - other;
        if (THoles.IsOn)
        {
            Vector256<double> present = Vector256.Equals(other, other);
            degree -= present.AsInt64();
            if (TFacts.IsOn)
                sum += (other - center) & present;
        }

        if (TFacts.IsOn)
        {
            Vector256<double> isBetter = Vector256.GreaterThan(difference, tolerance);
            better -= isBetter.AsInt64();
            betterSum += (other - center) & isBetter;
            neutral -= Vector256.LessThanOrEqual(Vector256.Abs(difference), tolerance).AsInt64();
            Vector256<double> isBest = Vector256.LessThan(other, best);
            best = Smaller(other, isBest);
            bestDelta = Select(isBest, Vector256.Create((long)delta).AsDouble(), bestDelta.AsDouble()).AsInt64();
        }

        if (TNeutral.IsOn)
            neutralDegree -= Vector256.LessThanOrEqual(Vector256.Abs(difference), neutralTolerance).AsInt64();
    }
}
