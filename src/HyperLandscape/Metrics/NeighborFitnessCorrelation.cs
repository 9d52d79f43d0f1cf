using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Correlation, over configurations with neighbours, of the fitness and the mean fitness of the neighbours. Range [-1, 1];
/// higher = good configurations have good neighbours, a smoother landscape. Unaffected by the objective, ties and tolerance.
/// </summary>
/// <remarks>
/// Means that differ by no more than 2^-46 of the range of the fitness tie, so that rounding does not decide. NaN
/// if fewer than two configurations have neighbours or either side does not vary. O(edges), with Kendall's method plus
/// O(n log n). Source: GraphFLA.
/// </remarks>
public sealed record NeighborFitnessCorrelation : IMetric
{
    /// <summary>Which correlation.</summary>
    public CorrelationMethod Method { get; init; } = CorrelationMethod.Pearson;

    /// <inheritdoc/>
    public string Name => $"Neighbor fitness correlation ({Method})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        var walk = new RandomWalkOperator(landscape.Graph);
        double[] fitness = landscape.Loss.ToArray();
        var means = new double[fitness.Length];
        walk.Apply(landscape.LossMemory, means);
        int connected = 0;
        for (int vertex = 0; vertex < fitness.Length; vertex++)
        {
            if (walk.Degrees[vertex] > 0)
                (fitness[connected], means[connected++]) = (fitness[vertex], means[vertex]);
        }

        double rounding = FitnessSpread.Rounding(landscape.Loss);
        if (connected < 2 || FitnessSpread.Range(means.AsSpan(0, connected)) <= rounding)
            return double.NaN;
        if (Method != CorrelationMethod.Pearson)
        {
            int[] numbers = Ranking.Number(means.AsSpan(0, connected), rounding).Numbers;
            TensorPrimitives.ConvertChecked<int, double>(numbers, means);
        }

        return Method.Of(fitness.AsMemory(0, connected), means.AsMemory(0, connected));
    }
}
