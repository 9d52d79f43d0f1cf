namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the vertices from which one local optimum can be reached over arcs: strict improvement (by more than
/// <see cref="Landscape.Tolerance"/>) at every step, to any better neighbour, not only the best. If the optimum is a
/// plateau, reaching any member counts; its members count themselves. Range (0, 1]. O(edges).
/// </summary>
public sealed record LocalOptimumAccessibility : IMetric
{
    /// <summary>Which optimum, as an index into <see cref="Landscape.Optima"/>.</summary>
    public required int Optimum { get; init; }

    /// <inheritdoc/>
    public string Name => $"Local optimum accessibility (optimum {Optimum})";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The landscape has no such optimum.</exception>
    public double Measure(Landscape landscape)
    {
        ReadOnlySpan<int> optima = landscape.Optima;
        if ((uint)Optimum >= (uint)optima.Length)
            throw new InvalidOperationException($"There is no optimum {Optimum}: the landscape has the optima 0 to {optima.Length - 1}.");
        ReadOnlySpan<int> plateaus = landscape.Plateaus;
        int representative = optima[Optimum];
        if (plateaus.IsEmpty || plateaus[representative] < 0)
            return Accessibility.Of(landscape, [representative]).Share;

        var members = new List<int>();
        for (int vertex = 0; vertex < plateaus.Length; vertex++)
        {
            if (plateaus[vertex] == plateaus[representative])
                members.Add(vertex);
        }

        return Accessibility.Of(landscape, [.. members]).Share;
    }
}
