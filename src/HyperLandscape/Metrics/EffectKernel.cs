using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>The sums of <see cref="EffectAgreement"/> over planes that lie side by side, as many at a time as a vector has lanes.</summary>
/// <remarks>
/// Scalar equivalent, for every index: the effects are high[k * step + i] - low[k * step + i] for k &lt; count, those that
/// are NaN left out; their number, sum and sum of squares go to <see cref="EffectAgreement.Add"/>. Fewer planes than lanes
/// are left to it, and all where vectors are emulated. A tail shorter than a vector is done by the last vector that fits, of
/// which only the lanes that are new count. Blocks are added in order, so the number of threads cannot change a bit.
/// TensorPrimitives has no comparison that yields a mask.
/// </remarks>
internal struct EffectKernel<TSigns, THoles>
    where TSigns : struct, IFlag
    where THoles : struct, IFlag
{
    /// <summary>How many planes are looked at before the next: all of their levels should stay in cache.</summary>
    private const int TileLength = 64;

    /// <summary>Of how many planes side by side more are no faster.</summary>
    private const long LargeStride = 16;

    private Vector<double> products;
    private Vector<double> squares;
    private EffectAgreement single;

    /// <summary>All changes of all axes of a grid, where NaN = a missing cell.</summary>
    public static EffectAgreement OfGrid(Axis[] axes, ReadOnlyMemory<double> grid)
    {
        int blocks = Workers.BlockCount(grid.Length);
        EffectAgreement total = default;
        foreach (GridTurn turn in GridTurn.Of(axes, fast => Math.Min(LargeStride, fast.Stride)))
        {
            ReadOnlyMemory<double> values = turn.Turn(grid);
            var sums = new EffectAgreement[turn.Pairs.Length * blocks];
            Workers.For(sums.Length, item => sums[item] = OfBlock(values.Span, turn.Pairs[item / blocks], item % blocks, blocks));
            total = sums.Aggregate(total, (sum, own) => sum + own);
        }

        return total;
    }

    public readonly EffectAgreement Sums() => single + new EffectAgreement(Vector.Sum(products), Vector.Sum(squares));

    /// <summary>One change in planes side by side.</summary>
    /// <param name="low">The values before the change, at the first level of the other axis, and so on.</param>
    /// <param name="high">The values after the change.</param>
    /// <param name="step">How far the levels of the other axis lie apart.</param>
    /// <param name="count">Number of levels of the other axis.</param>
    /// <param name="length">Number of planes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    public void Add(ReadOnlySpan<double> low, ReadOnlySpan<double> high, int step, int count, int length)
    {
        low = low[..(((count - 1) * step) + length)];
        high = high[..low.Length];
        int last = Vector.IsHardwareAccelerated ? length - Vector<double>.Count : -1;
        if (last < 0)
        {
            AddSingly(low, high, step, length);
            return;
        }

        Vector<double> isNew = Vector<double>.AllBitsSet;
        for (int start = 0; start < length; start += Vector<double>.Count)
        {
            if (start > last)
            {
                isNew = Vector.GreaterThanOrEqual(Vector<double>.Indices, new Vector<double>(start - last)).As<long, double>();
                start = last;
            }

            (Vector<double> others, Vector<double> sum, Vector<double> squared) = TSigns.IsOn
                ? Signs(low, high, start, step, count)
                : Values(low, high, start, step, count);
            products += (((sum * sum) - squared) / 2) & isNew;
            squares += (others * squared / 2) & isNew;
        }
    }

    /// <summary>For each lane the number of effects less one, the sum of their signs, and that of the squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> Others, Vector<double> Sum, Vector<double> Squared) Signs(ReadOnlySpan<double> low, ReadOnlySpan<double> high, int start, int step, int count)
    {
        Vector<long> rises = Vector<long>.Zero;
        Vector<long> falls = Vector<long>.Zero;
        Vector<long> ties = Vector<long>.Zero;
        for (int k = 0; k < count; k++, start += step)
        {
            Vector<double> before = Load(low, start);
            Vector<double> after = Load(high, start);
            rises -= Vector.GreaterThan(after, before);
            falls -= Vector.LessThan(after, before);
            if (THoles.IsOn)
                ties -= Vector.Equals(after, before);
        }

        Vector<long> different = rises + falls;
        Vector<double> all = THoles.IsOn ? Vector.ConvertToDouble(different + ties) : new Vector<double>(count);
        return (all - Vector<double>.One, Vector.ConvertToDouble(rises - falls), Vector.ConvertToDouble(different));
    }

    /// <summary>For each lane the number of effects less one, their sum, and that of their squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> Others, Vector<double> Sum, Vector<double> Squared) Values(ReadOnlySpan<double> low, ReadOnlySpan<double> high, int start, int step, int count)
    {
        Vector<double> sum = Vector<double>.Zero;
        Vector<double> squared = Vector<double>.Zero;
        Vector<long> present = Vector<long>.Zero;
        for (int k = 0; k < count; k++, start += step)
        {
            Vector<double> effect = Load(high, start) - Load(low, start);
            if (THoles.IsOn)
            {
                Vector<long> isPresent = Vector.Equals(effect, effect);
                present -= isPresent;
                effect &= isPresent.As<long, double>();
            }

            sum += effect;
            squared += effect * effect;
        }

        Vector<double> all = THoles.IsOn ? Vector.ConvertToDouble(present) : new Vector<double>(count);
        return (all - Vector<double>.One, sum, squared);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Load(ReadOnlySpan<double> values, int start) => Vector.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)start);

    /// <summary>A share of the planes of two axes.</summary>
    private static EffectAgreement OfBlock(ReadOnlySpan<double> grid, (Axis Slow, Axis Fast) pair, int block, int blocks)
    {
        (Axis slow, Axis fast) = pair;
        (int slowStride, int fastStride) = ((int)slow.Stride, (int)fast.Stride);
        int period = fastStride * fast.Levels;
        int middles = slowStride / period;
        int tiles = (fastStride + TileLength - 1) / TileLength;
        long items = (long)grid.Length / period / slow.Levels * tiles;
        var kernel = default(EffectKernel<TSigns, THoles>);
        for (long item = items * block / blocks; item < items * (block + 1) / blocks; item++)
        {
            (int planes, int tile) = ((int)(item / tiles), (int)(item % tiles) * TileLength);
            int first = (planes / middles * slowStride * slow.Levels) + (planes % middles * period) + tile;
            int length = Math.Min(TileLength, fastStride - tile);
            kernel.AddChanges(grid[first..], (slow.Levels, slowStride), (fast.Levels, fastStride), length);
            kernel.AddChanges(grid[first..], (fast.Levels, fastStride), (slow.Levels, slowStride), length);
        }

        return kernel.Sums();
    }

    private void AddChanges(ReadOnlySpan<double> planes, (int Levels, int Stride) changed, (int Levels, int Stride) other, int length)
    {
        for (int low = 0; low < changed.Levels; low++)
        {
            for (int high = low + 1; high < changed.Levels; high++)
                Add(planes[(low * changed.Stride)..], planes[(high * changed.Stride)..], other.Stride, other.Levels, length);
        }
    }

    private void AddSingly(ReadOnlySpan<double> low, ReadOnlySpan<double> high, int step, int length)
    {
        for (int i = 0; i < length; i++)
        {
            (int count, double sum, double squared) = (0, 0, 0);
            for (int at = i; at < low.Length; at += step)
            {
                double effect = high[at] - low[at];
                if (double.IsNaN(effect))
                    continue;
                double value = TSigns.IsOn ? Math.Sign(effect) : effect;
                count++;
                sum += value;
                squared += value * value;
            }

            single.Add(count, sum, squared);
        }
    }
}
