using System.Numerics.Tensors;

namespace HyperLandscape.Graphs;

/// <summary>The operator of the random walk on a graph: the mean of a function over the neighbours of every vertex.</summary>
internal sealed class RandomWalkOperator
{
    private readonly NeighborhoodGraph graph;
    private readonly double[] degrees;

    public RandomWalkOperator(NeighborhoodGraph graph)
    {
        this.graph = graph;
        degrees = new double[graph.VertexCount];
        for (int vertex = 0; vertex < degrees.Length; vertex++)
            degrees[vertex] = graph.Degree(vertex);
    }

    /// <summary>The correlation of a function at the two ends of a walk of some steps that starts in its stationary distribution.</summary>
    public double Correlation(ReadOnlySpan<double> values, int steps)
    {
        double mean = TensorPrimitives.Dot(values, degrees) / TensorPrimitives.Sum(degrees);
        var start = new double[values.Length];
        TensorPrimitives.Subtract(values, mean, start);
        double[] from = start.AsSpan().ToArray();
        var to = new double[values.Length];
        for (int step = 0; step < steps; step++)
        {
            Apply(from, to);
            (from, to) = (to, from);
        }

        TensorPrimitives.Multiply(start, degrees, to);
        return TensorPrimitives.Dot(to, from) / TensorPrimitives.Dot(to, start);
    }

    /// <summary>The mean of the values over the neighbours of every vertex, 0 where there are none.</summary>
    private void Apply(double[] values, double[] means)
    {
        if (graph.Rows is { } rows)
        {
            for (int vertex = 0; vertex < means.Length; vertex++)
            {
                double sum = 0;
                foreach (int neighbor in rows.Neighbors(vertex))
                    sum += values[neighbor];
                means[vertex] = sum;
            }
        }
        else
        {
            Array.Clear(means);
            foreach (Axis axis in graph.Axes!)
                AddNeighbors(axis, values, means);
        }

        for (int vertex = 0; vertex < means.Length; vertex++)
            means[vertex] = degrees[vertex] > 0 ? means[vertex] / degrees[vertex] : 0;
    }

    /// <summary>Along one axis, the cells some steps apart form runs: all levels but the last ones against all but the first ones.</summary>
    private static void AddNeighbors(Axis axis, ReadOnlySpan<double> values, Span<double> sums)
    {
        int stride = (int)axis.Stride;
        int block = stride * axis.Levels;
        for (int start = 0; start < values.Length; start += block)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                int low = start;
                int high = start + (step * stride);
                int length = block - (step * stride);
                TensorPrimitives.Add(sums.Slice(low, length), values.Slice(high, length), sums.Slice(low, length));
                TensorPrimitives.Add(sums.Slice(high, length), values.Slice(low, length), sums.Slice(high, length));
            }
        }
    }
}
