namespace HyperLandscape.Metrics;

/// <summary>
/// <see cref="MeanNeutrality"/> for every tolerance at once: an exact step function, since readers ask how the result
/// depends on the threshold. Rises from the share of exact ties to 1 at the largest difference of two neighbours.
/// </summary>
/// <remarks>O(edges log edges) time and 16 bytes per edge. Empty, and NaN everywhere, if no vertex has a neighbour.</remarks>
public sealed class NeutralityCurve
{
    private readonly double[] tolerances;
    private readonly double[] values;

    private NeutralityCurve(double[] tolerances, double[] values)
    {
        this.tolerances = tolerances;
        this.values = values;
    }

    /// <summary>The differences between neighbours, ascending and each once: where the curve steps up.</summary>
    public ReadOnlySpan<double> Tolerances => tolerances;

    /// <summary>The mean neutrality from each of <see cref="Tolerances"/> on, up to the next.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The curve of a landscape.</summary>
    public static NeutralityCurve Of(Landscape landscape)
    {
        (double[] differences, double[] weights) = Pairs(landscape);
        Array.Sort(differences, weights);
        var tolerances = new List<double>();
        var values = new List<double>();
        double sum = 0;
        for (int pair = 0; pair < differences.Length; pair++)
        {
            sum += weights[pair];
            if (pair + 1 == differences.Length || differences[pair + 1] != differences[pair])
            {
                tolerances.Add(differences[pair]);
                values.Add(sum);
            }
        }

        return new NeutralityCurve([.. tolerances], [.. values]);
    }

    /// <summary>The mean neutrality at a tolerance. O(log steps).</summary>
    public double At(double tolerance)
    {
        if (values.Length == 0)
            return double.NaN;
        int step = Array.BinarySearch(tolerances, tolerance);
        step = step >= 0 ? step : ~step - 1;
        return step >= 0 ? values[step] : 0;
    }

    /// <summary>Every neighbour pair adds 1 / degree of each end, divided by the number of vertices with neighbours.</summary>
    private static (double[] Differences, double[] Weights) Pairs(Landscape landscape)
    {
        ReadOnlySpan<double> loss = landscape.Loss;
        var differences = new double[landscape.Graph.EdgeCount];
        var weights = new double[differences.Length];
        var buffer = new int[landscape.Graph.MaxDegree];
        int connected = 0;
        int pair = 0;
        for (int vertex = 0; vertex < loss.Length; vertex++)
        {
            ReadOnlySpan<int> neighbors = landscape.Graph.Neighbors(vertex, buffer);
            connected += neighbors.IsEmpty ? 0 : 1;
            foreach (int neighbor in neighbors)
            {
                if (neighbor < vertex)
                    continue;
                differences[pair] = Math.Abs(loss[vertex] - loss[neighbor]);
                weights[pair++] = (1.0 / neighbors.Length) + (1.0 / landscape.Graph.Degree(neighbor));
            }
        }

        for (int i = 0; i < weights.Length; i++)
            weights[i] /= connected;
        return (differences, weights);
    }
}
