using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Graphs;

/// <summary>
/// The inner loop of <see cref="GridPass"/>: four cells (lanes) at a time against all of their neighbours.
/// </summary>
/// <remarks>
/// Scalar equivalent, per cell of value c: for every neighbour v in ascending order: difference = c - v; better +=
/// difference &gt; tolerance; neutral += |difference| &lt;= tolerance; sum += v - center; betterSum += the same if better;
/// if v &lt; best then best = v. A neighbour that does not exist (the step leaves the axis, or the cell is a hole) is NaN,
/// for which every comparison is false. A tail shorter than four lanes is filled up with NaN cells. No fused
/// multiply-add is used, so that sums have the same bits on every machine.
/// </remarks>
internal ref struct GridKernel<TFacts, TNeutral, THoles>
    where TFacts : struct, IFlag
    where TNeutral : struct, IFlag
    where THoles : struct, IFlag
{
    private readonly GridLayout layout;
    private readonly GridPass.Work work;
    private readonly ReadOnlySpan<double> loss;
    private readonly ReadOnlySpan<GridStep> innerDown;
    private readonly ReadOnlySpan<GridStep> innerUp;
    private VectorSums sums;

    public GridKernel(GridLayout layout, GridPass.Work work, GridStep[] innerDown, GridStep[] innerUp)
    {
        this.layout = layout;
        this.work = work;
        this.innerDown = innerDown;
        this.innerUp = innerUp;
        loss = work.Loss.Span;
    }

    public readonly EdgeSums Sums() => sums.Reduce();

    /// <summary>All cells of one block.</summary>
    /// <param name="firstCell">The first cell of the block.</param>
    /// <param name="copy">The block's values, padded with NaN on both sides.</param>
    /// <param name="down">Steps along outer axes to smaller cells.</param>
    /// <param name="up">Steps along outer axes to larger cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    public void Block(int firstCell, ReadOnlySpan<double> copy, ReadOnlySpan<nint> down, ReadOnlySpan<nint> up)
    {
        int whole = layout.BlockSize & ~(GridPass.Lanes - 1);
        for (int position = 0; position < whole; position += GridPass.Lanes)
            Cells<Off>(firstCell, position, copy, down, up);
        if (whole < layout.BlockSize)
            Cells<On>(firstCell, whole, copy, down, up);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Cells<TTail>(int firstCell, int position, ReadOnlySpan<double> copy, ReadOnlySpan<nint> down, ReadOnlySpan<nint> up)
        where TTail : struct, IFlag
    {
        ref double here = ref Unsafe.Add(ref MemoryMarshal.GetReference(copy), layout.Padding + position);
        ref double far = ref Unsafe.Add(ref MemoryMarshal.GetReference(loss), firstCell + position);
        ref double level = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(layout.Levels), position);
        var cells = new CellVector<TFacts, TNeutral, THoles>(Vector256.LoadUnsafe(ref here), work);

        foreach (nint delta in down)
            cells.Look(LoadFar<TTail>(ref far, position, delta), delta);
        foreach (ref readonly GridStep step in innerDown)
        {
            Vector256<double> missing = Vector256.LessThan(Vector256.LoadUnsafe(ref level, (nuint)(step.Axis * layout.TableStride)), Vector256.Create(step.Level));
            cells.Look(Vector256.LoadUnsafe(ref Unsafe.Add(ref here, step.Delta)), step.Delta, missing);
        }

        foreach (ref readonly GridStep step in innerUp)
        {
            Vector256<double> missing = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref level, (nuint)(step.Axis * layout.TableStride)), Vector256.Create(step.Level));
            cells.Look(Vector256.LoadUnsafe(ref Unsafe.Add(ref here, step.Delta)), step.Delta, missing);
        }

        foreach (nint delta in up)
            cells.Look(LoadFar<TTail>(ref far, position, delta), delta);

        Vector256<double> gridDegrees = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(layout.InnerDegrees), (nuint)position) + Vector256.Create((double)(down.Length + up.Length));
        cells.Finish<TTail>(work, firstCell + position, Math.Min(GridPass.Lanes, layout.BlockSize - position), gridDegrees, ref sums);
    }

    /// <summary>Four values of another block; in a tail, only those that lie inside it, since the array may end there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<double> LoadFar<TTail>(ref double far, int position, nint delta)
        where TTail : struct, IFlag
    {
        ref double start = ref Unsafe.Add(ref far, delta);
        if (!TTail.IsOn)
            return Vector256.LoadUnsafe(ref start);

        Vector256<double> values = Vector256.Create(double.NaN);
        for (int lane = 0; lane < layout.BlockSize - position; lane++)
            values = values.WithElement(lane, Unsafe.Add(ref start, lane));
        return values;
    }
}
