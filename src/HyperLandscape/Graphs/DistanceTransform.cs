using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>
/// The distance of every cell to the nearest of many. It is a sum over axes, so the nearest is found axis by axis: after
/// an axis is done, every cell holds the distance to the nearest target that differs along the axes done so far only.
/// Axes that reach far are done in columns that fit into the cache, the rest together, tile by tile.
/// </summary>
internal static class DistanceTransform
{
    private const int TileCells = 1 << 15; // of the cache

    /// <summary>O(cells * axes), on any number of threads.</summary>
    public static int[] Of(NeighborhoodGraph graph, ReadOnlySpan<int> targets, Axis[] axes)
    {
        const int far = int.MaxValue / 2;
        int[] distances = GC.AllocateUninitializedArray<int>((int)graph.Space.CellCount);
        Workers.ForBlocks(distances.Length, (start, length) => distances.AsSpan(start, length).Fill(far));
        foreach (int target in targets)
            distances[graph.Cell(target)] = 0;

        int wide = axes.Count(axis => axis.Stride * axis.Levels > TileCells); // strides fall
        foreach (Axis axis in axes.AsSpan(0, wide))
            SpreadInColumns(distances, axis);
        if (wide < axes.Length)
            SpreadInTiles(distances, axes[wide..]);
        return distances;
    }

    private static void SpreadInColumns(int[] distances, Axis axis)
    {
        int stride = (int)axis.Stride;
        int block = stride * axis.Levels;
        int width = Math.Clamp(TileCells / axis.Levels, 1, stride);
        int columns = (stride + width - 1) / width;
        Workers.For(distances.Length / block * columns, item =>
        {
            int offset = item % columns * width;
            Spread(distances.AsSpan(item / columns * block, block), axis, offset, Math.Min(width, stride - offset));
        });
    }

    private static void SpreadInTiles(int[] distances, Axis[] axes)
    {
        int tile = (int)axes[0].Stride * axes[0].Levels;
        int size = TileCells / tile * tile;
        Workers.For((distances.Length + size - 1) / size, item =>
        {
            Span<int> cells = distances.AsSpan(item * size, Math.Min(size, distances.Length - (item * size)));
            foreach (Axis axis in axes)
            {
                int block = (int)axis.Stride * axis.Levels;
                for (int start = 0; start < cells.Length; start += block)
                    Spread(cells.Slice(start, block), axis, 0, (int)axis.Stride);
            }
        });
    }

    /// <summary>Along an axis, for some of the lines that run along it side by side.</summary>
    private static void Spread(Span<int> block, Axis axis, int offset, int width)
    {
        if (axis.Reach == 1 && axis.Stride < Vector256<int>.Count && width == axis.Stride)
            StepAlong(block, width);
        else if (axis.Reach == 1)
            StepAlong(block[offset..], (int)axis.Stride, axis.Levels, width);
        else
            JumpAlong(block[offset..], (int)axis.Stride, axis.Levels, width);
    }

    /// <summary>All lines of a block whose levels are shorter than a vector, cell by cell: up, then down.</summary>
    private static void StepAlong(Span<int> block, int stride)
    {
        for (int cell = stride; cell < block.Length; cell++)
            block[cell] = Math.Min(block[cell], block[cell - stride] + 1);
        for (int cell = block.Length - stride - 1; cell >= 0; cell--)
            block[cell] = Math.Min(block[cell], block[cell + stride] + 1);
    }

    /// <summary>One level at a time: up, then down.</summary>
    private static void StepAlong(Span<int> block, int stride, int levels, int width)
    {
        for (int level = 1; level < levels; level++)
            Relax(block.Slice(level * stride, width), block.Slice((level - 1) * stride, width));
        for (int level = levels - 2; level >= 0; level--)
            Relax(block.Slice(level * stride, width), block.Slice((level + 1) * stride, width));
    }

    /// <summary>From any level to any other: the best over all levels plus one; eight lanes, the rest one by one.</summary>
    private static void JumpAlong(Span<int> block, int stride, int levels, int width)
    {
        int lanes = Vector256<int>.Count;
        int offset = 0;
        for (; offset <= width - lanes; offset += lanes)
        {
            Vector256<int> best = Vector256.Create<int>(block.Slice(offset, lanes));
            for (int level = 1; level < levels; level++)
                best = Vector256.Min(best, Vector256.Create<int>(block.Slice(offset + (level * stride), lanes)));
            best += Vector256<int>.One;
            for (int level = 0; level < levels; level++)
            {
                Span<int> here = block.Slice(offset + (level * stride), lanes);
                Vector256.Min(Vector256.Create<int>(here), best).CopyTo(here);
            }
        }

        for (; offset < width; offset++)
        {
            int best = block[offset];
            for (int level = 1; level < levels; level++)
                best = Math.Min(best, block[offset + (level * stride)]);
            for (int level = 0; level < levels; level++)
            {
                ref int here = ref block[offset + (level * stride)];
                here = Math.Min(here, best + 1);
            }
        }
    }

    /// <summary>
    /// No cell is farther than one step beyond its neighbour; eight lanes, the rest one by one. TensorPrimitives would
    /// take two passes and a buffer.
    /// </summary>
    private static void Relax(Span<int> here, ReadOnlySpan<int> from)
    {
        int lanes = Vector256<int>.Count;
        int i = 0;
        for (; i <= here.Length - lanes; i += lanes)
            Vector256.Min(Vector256.Create<int>(here.Slice(i, lanes)), Vector256.Create(from.Slice(i, lanes)) + Vector256<int>.One).CopyTo(here.Slice(i, lanes));
        for (; i < here.Length; i++)
            here[i] = Math.Min(here[i], from[i] + 1);
    }
}
