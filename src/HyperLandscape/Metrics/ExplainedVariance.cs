namespace HyperLandscape.Metrics;

/// <summary>
/// Share of the variance of the fitness that effects of up to some number of hyperparameters explain: of order 1 each on its
/// own, of order 2 with the interactions of pairs too. Range [0, 1]; higher = simpler, 1 of order 1 = additive.
/// </summary>
/// <remarks>
/// Exact on a complete grid, see <see cref="VarianceDecomposition"/>; on a partial sample the coefficient of
/// determination (R^2) of a fit by least squares, which rises with the number of effects per configuration. Unaffected
/// by the objective, shift and scale, the neighborhood and the tolerance. NaN if the fitness is constant, or a sample
/// has no more configurations than there are effects to fit. O(n * subsets), on a sample per step of conjugate
/// gradients. Source: as that of <see cref="VarianceDecomposition"/>; over subsets of an order: GraphFLA.
/// </remarks>
public sealed record ExplainedVariance : IMetric
{
    private readonly int order = 2;

    /// <summary>The largest number of hyperparameters whose interaction counts, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is less than 1.</exception>
    public int Order
    {
        get => order;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            order = value;
        }
    }

    /// <inheritdoc/>
    public string Name => $"Explained variance (order {order})";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => VarianceDecomposition.TryOf(landscape, order)?.ExplainedShare ?? double.NaN;
}
