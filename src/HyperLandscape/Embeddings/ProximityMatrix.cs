using System.Numerics;
using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>A proximity S of a landscape, as an operator, with its Frobenius norm.</summary>
internal abstract class ProximityMatrix(ImprovingArcs arcs) : IPanelOperator
{
    /// <inheritdoc/>
    public int Count => Arcs.Count;

    /// <summary>The arcs from which S is made.</summary>
    protected ImprovingArcs Arcs { get; } = arcs;

    /// <inheritdoc/>
    public abstract void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
        where T : struct, INumber<T>;

    /// <summary>The sum of the squares of all entries of S.</summary>
    public abstract double SquaredNorm();

    /// <summary>Multiplies every row by a factor of its own.</summary>
    protected static void Scale<T>(Panel<T> panel, double[] factors)
        where T : struct, INumber<T> =>
        Panel.ForRows(factors.Length, (start, end) =>
        {
            Span<Vector512<T>> rows = panel.Rows;
            for (int row = start; row < end; row++)
                rows[row] *= T.CreateTruncating(factors[row]);
        });

    /// <summary>Multiplies all rows by one factor.</summary>
    protected static void Scale<T>(Panel<T> panel, double factor)
        where T : struct, INumber<T> =>
        Panel.ForRows(panel.Count, (start, end) =>
        {
            foreach (ref Vector512<T> row in panel.Rows[start..end])
                row *= T.CreateTruncating(factor);
        });

    /// <summary>
    /// Of a matrix whose entries are sums over paths of two steps, by the weight of the vertex in the middle: row by
    /// row, O(n degree^2).
    /// </summary>
    protected double SquaredNormOfPaths(Func<int, double> weight, bool selfLoops)
    {
        var blocks = new double[Panel.BlockCount(Count)];
        Panel.ForRows(Count, (start, end) =>
        {
            var buffer = new int[2][] { new int[Arcs.MaxDegree + 1], new int[Arcs.MaxDegree + 1] };
            var row = new Dictionary<int, double>();
            double sum = 0;
            for (int vertex = start; vertex < end; vertex++)
            {
                row.Clear();
                foreach (int middle in Steps(vertex, selfLoops, buffer[0]))
                {
                    foreach (int last in Steps(middle, selfLoops, buffer[1]))
                        row[last] = row.GetValueOrDefault(last) + weight(middle);
                }

                foreach (double entry in row.Values)
                    sum += entry * entry;
            }

            blocks[Panel.BlockOf(start)] = sum;
        });
        return blocks.Sum();
    }

    /// <summary>Of any matrix, a panel of columns at a time. O(n edges).</summary>
    protected double SquaredNormByColumns()
    {
        int width = Panel<double>.Width;
        var sums = new double[(Count + width - 1) / width];
        Workers.For(sums.Length, panel =>
        {
            using var pool = new PanelPool<double>(Count, 3);
            Panel<double> x = pool.Take();
            Panel<double> y = pool.Take();
            x.Rows.Clear();
            for (int k = 0; k < width && (panel * width) + k < Count; k++)
                x[(panel * width) + k, k] = 1;
            Apply(x, y, pool.Take(), false);
            sums[panel] = System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(y.Values);
        });
        return sums.Sum();
    }

    private ReadOnlySpan<int> Steps(int vertex, bool selfLoops, int[] buffer)
    {
        int count = Arcs.BetterNeighbors(vertex, buffer);
        if (selfLoops)
            buffer[count++] = vertex;
        return buffer.AsSpan(0, count);
    }
}
