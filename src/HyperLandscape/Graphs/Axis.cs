using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// One hyperparameter as a kernel sees it: cells whose levels differ by 1 to <paramref name="Reach"/> are neighbours
/// and lie <paramref name="Stride"/> apart per level. Reach is 1 for ordinal steps and Levels - 1 for any other value.
/// </summary>
internal readonly record struct Axis(long Stride, int Levels, int Reach)
{
    /// <summary>The axes of a neighbourhood that works hyperparameter by hyperparameter, or null for any other.</summary>
    public static Axis[]? Of(SearchSpace space, INeighborhood neighborhood)
    {
        return space.IsListed || neighborhood is not (GridNeighborhood or HammingNeighborhood) ? null : Along(space, neighborhood);
    }

    /// <summary>The axes of a space, in any neighbourhood but <see cref="HammingNeighborhood"/> stepwise where ordinal; without strides if the space lists its configurations.</summary>
    public static Axis[] Along(SearchSpace space, INeighborhood neighborhood)
    {
        var axes = new Axis[space.Dimension];
        for (int h = 0; h < axes.Length; h++)
        {
            Hyperparameter hyperparameter = space.Hyperparameters[h];
            int levels = hyperparameter.LevelCount;
            bool stepwise = neighborhood is not HammingNeighborhood && hyperparameter.Kind == HyperparameterKind.Ordinal;
            axes[h] = new Axis(space.IsListed ? 0 : space.Stride(h), levels, stepwise ? Math.Min(1, levels - 1) : levels - 1);
        }

        return axes;
    }

    public int Level(long cell) => (int)(cell / Stride % Levels);

    /// <summary>Number of neighbours along this axis of a cell with the given level.</summary>
    public int Degree(int level) => Math.Min(level, Reach) + Math.Min(Levels - 1 - level, Reach);

    /// <summary>Least number of steps between two levels.</summary>
    public int Distance(int a, int b)
    {
        int difference = Math.Abs(a - b);
        return Reach == 1 ? difference : Math.Min(difference, 1);
    }

    public static int Distance(ReadOnlySpan<Axis> axes, long a, long b)
    {
        int distance = 0;
        foreach (Axis axis in axes)
            distance += axis.Distance(axis.Level(a), axis.Level(b));
        return distance;
    }

    public static int Degree(ReadOnlySpan<Axis> axes, long cell)
    {
        int degree = 0;
        foreach (Axis axis in axes)
            degree += axis.Degree(axis.Level(cell));
        return degree;
    }

    public static int MaxDegree(ReadOnlySpan<Axis> axes)
    {
        int degree = 0;
        foreach (Axis axis in axes)
            degree += Math.Min(axis.Levels - 1, 2 * axis.Reach);
        return degree;
    }

    /// <summary>Number of neighbour pairs when every cell is present.</summary>
    public static long EdgeCount(ReadOnlySpan<Axis> axes, long cells)
    {
        long edges = 0;
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++)
                edges += cells / axis.Levels * (axis.Levels - step);
        }

        return edges;
    }

    /// <summary>
    /// As <see cref="Neighbors(ReadOnlySpan{Axis}, long, Span{long})"/>, for the cells of a complete grid and with one short
    /// division per axis: on the way through the axes, steps down are written from the front and steps up from the back.
    /// </summary>
    public static ReadOnlySpan<int> Neighbors(ReadOnlySpan<Axis> axes, int cell, Span<int> buffer)
    {
        int front = 0;
        int back = buffer.Length;
        int rest = cell;
        foreach (ref readonly Axis axis in axes)
        {
            int stride = (int)axis.Stride;
            (int level, rest) = Math.DivRem(rest, stride);
            for (int step = Math.Min(level, axis.Reach); step >= 1; step--)
                buffer[front++] = cell - (step * stride);
            for (int step = Math.Min(axis.Levels - 1 - level, axis.Reach); step >= 1; step--)
                buffer[--back] = cell + (step * stride);
        }

        buffer[back..].CopyTo(buffer[front..]);
        return buffer[..(front + buffer.Length - back)];
    }

    /// <summary>
    /// Writes the neighbours of a cell in ascending order. A step along one axis is shorter than any step along an
    /// axis before it, so descending strides give ascending cells on the way down and the reverse on the way up.
    /// </summary>
    public static int Neighbors(ReadOnlySpan<Axis> axes, long cell, Span<long> destination)
    {
        int count = 0;
        foreach (Axis axis in axes)
        {
            for (int step = Math.Min(axis.Level(cell), axis.Reach); step >= 1; step--)
                destination[count++] = cell - (step * axis.Stride);
        }

        for (int h = axes.Length - 1; h >= 0; h--)
        {
            Axis axis = axes[h];
            int steps = Math.Min(axis.Levels - 1 - axis.Level(cell), axis.Reach);
            for (int step = 1; step <= steps; step++)
                destination[count++] = cell + (step * axis.Stride);
        }

        return count;
    }
}
