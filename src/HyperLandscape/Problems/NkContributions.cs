using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Problems;

/// <summary>The contributions of an NK model: a table per hyperparameter, indexed in mixed radix by the levels it depends on.</summary>
internal sealed class NkContributions
{
    private readonly SearchSpace space;
    private readonly double[][] tables;

    /// <summary>How far a level of an axis moves the index into each table; 0 where the contribution does not depend on it.</summary>
    private readonly int[][] steps;

    public NkContributions(SearchSpace space, int interactions, int seed)
    {
        this.space = space;
        tables = new double[space.Dimension][];
        steps = [.. tables.Select(_ => new int[tables.Length])];
        for (int h = 0; h < tables.Length; h++)
        {
            var stream = new RandomStream(seed, h);
            int size = 1;
            foreach (int axis in DependsOn(h, interactions, ref stream))
            {
                steps[axis][h] = size;
                size *= space.Hyperparameters[axis].LevelCount; // no more than the cells of the space
            }

            tables[h] = new double[size];
            foreach (ref double contribution in tables[h].AsSpan())
                contribution = stream.NextUnit();
        }
    }

    /// <summary>The mean contributions of consecutive cells. From one cell to the next only the indices move that depend on the levels that change.</summary>
    public void Fill(int firstCell, Span<double> destination)
    {
        var levels = new int[tables.Length];
        var indices = new int[tables.Length];
        for (int axis = 0; axis < levels.Length; axis++)
            Move(axis, space.Level(firstCell, axis), levels, indices);
        foreach (ref double mean in destination)
        {
            double sum = 0;
            for (int h = 0; h < indices.Length; h++)
                sum += tables[h][indices[h]];
            mean = sum / indices.Length;
            Advance(levels, indices);
        }
    }

    private void Advance(int[] levels, int[] indices)
    {
        for (int axis = levels.Length - 1; axis >= 0; axis--)
        {
            if (levels[axis] + 1 < space.Hyperparameters[axis].LevelCount)
            {
                Move(axis, 1, levels, indices);
                return;
            }

            Move(axis, -levels[axis], levels, indices);
        }
    }

    private void Move(int axis, int by, int[] levels, int[] indices)
    {
        levels[axis] += by;
        int[] own = steps[axis];
        for (int h = 0; h < indices.Length; h++)
            indices[h] += by * own[h];
    }

    /// <summary>The hyperparameter itself, then others by a partial Fisher-Yates shuffle.</summary>
    private int[] DependsOn(int h, int interactions, ref RandomStream stream)
    {
        int[] axes = [h, .. Enumerable.Range(0, tables.Length).Where(other => other != h)];
        for (int i = 1; i <= interactions; i++)
        {
            int drawn = i + stream.Next(axes.Length - i);
            (axes[i], axes[drawn]) = (axes[drawn], axes[i]);
        }

        return axes[..(interactions + 1)];
    }
}
