namespace HyperLandscape.Graphs;

/// <summary>
/// How the grid pass divides a grid. Trailing (inner) axes make up a block of consecutive cells; the leading (outer)
/// axes have the same levels for a whole block. So the neighbours along outer axes are decided once per block, and
/// those along inner axes follow one pattern that is the same for every block, however short their strides are.
/// </summary>
internal sealed class GridLayout
{
    private const int SmallestBlock = 128;
    private const int LargestBlock = 1 << 15;

    public GridLayout(Axis[] axes)
    {
        int outer = axes.Length;
        long size = 1;
        while (outer > 0 && (size < 16 || (size < SmallestBlock && size * axes[outer - 1].Levels <= LargestBlock)))
            size *= axes[--outer].Levels;

        BlockSize = (int)size;
        Outer = axes[..outer];
        Inner = axes[outer..];
        Padding = Inner.Max(axis => axis.Reach * (int)axis.Stride);
        TableStride = BlockSize + GridPass.Lanes;
        Levels = new double[Inner.Length * TableStride];
        InnerDegrees = new double[TableStride];
        for (int h = 0; h < Inner.Length; h++)
        {
            for (int position = 0; position < BlockSize; position++)
            {
                int level = Inner[h].Level(position);
                Levels[(h * TableStride) + position] = level;
                InnerDegrees[position] += Inner[h].Degree(level);
            }
        }
    }

    public Axis[] Outer { get; }

    public Axis[] Inner { get; }

    public int BlockSize { get; }

    /// <summary>How far a step along an inner axis reaches, which may be outside the block.</summary>
    public int Padding { get; }

    /// <summary>For each inner axis, the level of every position in a block.</summary>
    public double[] Levels { get; }

    public int TableStride { get; }

    /// <summary>For every position in a block, the number of its neighbours along inner axes.</summary>
    public double[] InnerDegrees { get; }

    /// <summary>The steps along inner axes that go to smaller cells, ascending.</summary>
    public GridStep[] InnerDown() =>
        [.. Inner.SelectMany((axis, h) => Enumerable.Range(1, axis.Reach).Reverse().Select(step => new GridStep(-step * (nint)axis.Stride, h, step)))];

    /// <summary>The steps along inner axes that go to larger cells, ascending. They stop where the level is at or above the limit.</summary>
    public GridStep[] InnerUp() =>
        [.. Inner.SelectMany((axis, h) => Enumerable.Range(1, axis.Reach).Reverse().Select(step => new GridStep(step * (nint)axis.Stride, h, axis.Levels - step))).Reverse()];

    /// <summary>The steps from a block along outer axes, to smaller cells and to larger ones, each ascending.</summary>
    public void OuterSteps(long firstCell, List<nint> down, List<nint> up)
    {
        down.Clear();
        up.Clear();
        foreach (Axis axis in Outer)
        {
            for (int step = Math.Min(axis.Level(firstCell), axis.Reach); step >= 1; step--)
                down.Add(-step * (nint)axis.Stride);
        }

        for (int h = Outer.Length - 1; h >= 0; h--)
        {
            int steps = Math.Min(Outer[h].Levels - 1 - Outer[h].Level(firstCell), Outer[h].Reach);
            for (int step = 1; step <= steps; step++)
                up.Add(step * (nint)Outer[h].Stride);
        }
    }
}
