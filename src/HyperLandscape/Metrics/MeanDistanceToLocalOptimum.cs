using HyperLandscape.Graphs;

namespace HyperLandscape.Metrics;

/// <summary>
/// Mean distance of the configurations to one local optimum, to the nearest member if it is a plateau; its members
/// count with 0. Range [0, diameter of the space]; higher = farther away on average, toward a corner. It tells
/// where the optimum lies, not how to get there.
/// </summary>
/// <remarks>
/// Configurations that tie with the optimum and touch it are one plateau with it. Unaffected by the objective, shift and
/// scale. Always defined. O(n) unless a large plateau meets a thin sample. Source: GraphFLA.
/// </remarks>
public sealed record MeanDistanceToLocalOptimum : IMetric
{
    /// <summary>Which optimum, as an index into <see cref="Landscape.Optima"/>.</summary>
    public required int Optimum { get; init; }

    /// <inheritdoc/>
    public string Name => $"Mean distance to local optimum {Optimum}";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The landscape has no such optimum.</exception>
    public double Measure(Landscape landscape)
    {
        var distances = new int[landscape.Count];
        new DistanceMap(landscape.Graph, Accessibility.Members(landscape, Optimum)).Fill(0, distances);
        return distances.Sum(distance => (long)distance) / (double)distances.Length;
    }
}
