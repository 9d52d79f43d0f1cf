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
        var counts = new int[graph.VertexCount];
        graph.FillDegrees(0, counts);
        degrees = new double[counts.Length];
        TensorPrimitives.ConvertChecked<int, double>(counts, degrees);
    }

    /// <summary>Number of neighbours of every vertex.</summary>
    public ReadOnlySpan<double> Degrees => degrees;

    /// <summary>The correlation of a function at the two ends of a walk of some steps that starts in its stationary distribution.</summary>
    public double Correlation(ReadOnlySpan<double> values, int steps)
    {
        double mean = TensorPrimitives.Dot(values, degrees) / TensorPrimitives.Sum<double>(degrees);
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
        return TensorPrimitives.Dot<double>(to, from) / TensorPrimitives.Dot<double>(to, start);
    }

    /// <summary>The mean of the values over the neighbours of every vertex, 0 where there are none.</summary>
    public void Apply(ReadOnlyMemory<double> values, double[] means)
    {
        NeighborSums.Fill(graph, values, means);
        for (int vertex = 0; vertex < means.Length; vertex++)
            means[vertex] = degrees[vertex] > 0 ? means[vertex] / degrees[vertex] : 0;
    }
}
