using System.Buffers;
using System.Runtime.InteropServices;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>
/// The edge pass over a grid whose edges are implied by strides. Every cell looks at all of its neighbours, several
/// cells at a time, with everything it gathers in registers; each cell is written once, by one thread. NaN marks cells
/// that are not in the sample. Blocks are processed in chunks of a fixed size whose sums are added in order, so the
/// number of threads cannot change a bit; the lanes are four on every machine, so neither can the vector width.
/// </summary>
internal sealed class GridPass
{
    /// <summary>Cells per vector: always four, whatever the hardware, so that sums are the same everywhere.</summary>
    public const int Lanes = 4;

    private const int ChunkCells = 1 << 15;

    private readonly GridLayout layout;
    private readonly GridStep[] innerDown;
    private readonly GridStep[] innerUp;

    public GridPass(Axis[] axes)
    {
        layout = new GridLayout(axes);
        innerDown = layout.InnerDown();
        innerUp = layout.InnerUp();
    }

    /// <summary>What a pass reads and fills; empty arrays are not wanted.</summary>
    /// <param name="Loss">A value per cell, smaller is better; NaN where there is no vertex (then <paramref name="HasHoles"/>).</param>
    /// <param name="HasHoles">Whether cells may be NaN.</param>
    /// <param name="Centers">What the values in sums are measured from.</param>
    /// <param name="Tolerance">Up to which difference neighbours are neutral.</param>
    /// <param name="Best">The best neighbour's cell if better by more than the tolerance, else -1.</param>
    /// <param name="NeutralTolerance">The tolerance of the neutral degrees.</param>
    /// <param name="NeutralDegrees">Number of neighbours within that tolerance.</param>
    /// <param name="Degrees">Number of neighbours.</param>
    internal sealed record Work(ReadOnlyMemory<double> Loss, bool HasHoles, EdgeCenters Centers, double Tolerance, int[] Best, double NeutralTolerance, ushort[] NeutralDegrees, ushort[] Degrees);

    public EdgeSums Run(Work work)
    {
        int blocks = work.Loss.Length / layout.BlockSize;
        int blocksPerChunk = Math.Max(1, ChunkCells / layout.BlockSize);
        var chunks = new EdgeSums[(blocks + blocksPerChunk - 1) / blocksPerChunk];
        Workers.For(chunks.Length, chunk =>
        {
            int first = chunk * blocksPerChunk;
            int count = Math.Min(blocksPerChunk, blocks - first);
            chunks[chunk] = (work.Best.Length > 0, work.NeutralDegrees.Length > 0, work.HasHoles) switch
            {
                (true, true, false) => RunBlocks<On, On, Off>(work, first, count),
                (true, true, true) => RunBlocks<On, On, On>(work, first, count),
                (true, false, false) => RunBlocks<On, Off, Off>(work, first, count),
                (true, false, true) => RunBlocks<On, Off, On>(work, first, count),
                (false, _, false) => RunBlocks<Off, On, Off>(work, first, count),
                (false, _, true) => RunBlocks<Off, On, On>(work, first, count),
            };
        });

        EdgeSums total = default;
        foreach (EdgeSums chunk in chunks)
            total += chunk;
        return total;
    }

    private EdgeSums RunBlocks<TFacts, TNeutral, THoles>(Work work, int firstBlock, int count)
        where TFacts : struct, IFlag
        where TNeutral : struct, IFlag
        where THoles : struct, IFlag
    {
        int size = layout.BlockSize;
        int padded = size + (2 * layout.Padding) + Lanes;
        double[] copy = ArrayPool<double>.Shared.Rent(padded);
        var down = new List<nint>();
        var up = new List<nint>();
        var kernel = new GridKernel<TFacts, TNeutral, THoles>(layout, work, innerDown, innerUp);
        try
        {
            copy.AsSpan(0, padded).Fill(double.NaN);
            for (int block = firstBlock; block < firstBlock + count; block++)
            {
                int firstCell = block * size;
                work.Loss.Span.Slice(firstCell, size).CopyTo(copy.AsSpan(layout.Padding));
                layout.OuterSteps(firstCell, down, up);
                kernel.Block(firstCell, copy, CollectionsMarshal.AsSpan(down), CollectionsMarshal.AsSpan(up));
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(copy);
        }

        return kernel.Sums();
    }
}
