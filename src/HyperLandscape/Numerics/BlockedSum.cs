using System.Numerics.Tensors;

namespace HyperLandscape.Numerics;

/// <summary>A sum over fixed blocks, added in block order: the same on any number of threads.</summary>
internal static class BlockedSum
{
    private const int BlockSize = 1 << 16;

    public static double Of(ReadOnlyMemory<double> values)
    {
        var blocks = new double[(values.Length + BlockSize - 1) / BlockSize];
        Workers.For(blocks.Length, block =>
        {
            int start = block * BlockSize;
            blocks[block] = TensorPrimitives.Sum(values.Span.Slice(start, Math.Min(BlockSize, values.Length - start)));
        });
        return TensorPrimitives.Sum<double>(blocks);
    }
}
