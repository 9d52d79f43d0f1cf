using System.Numerics.Tensors;

namespace HyperLandscape.Numerics;

/// <summary>A sum over fixed blocks, added in block order: the same on any number of threads.</summary>
internal static class BlockedSum
{
    public static double Of(ReadOnlyMemory<double> values)
    {
        if (values.Length <= Workers.BlockSize)
            return TensorPrimitives.Sum(values.Span);
        var blocks = new double[Workers.BlockCount(values.Length)];
        Workers.ForBlocks(values.Length, (start, length) => blocks[start / Workers.BlockSize] = TensorPrimitives.Sum(values.Span.Slice(start, length)));
        return TensorPrimitives.Sum<double>(blocks);
    }
}
