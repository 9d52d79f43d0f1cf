using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// Which hyperparameters, alone and together, the fitness depends on: functional ANOVA, exact on a complete grid.
/// f is the sum of one effect per subset of hyperparameters, f(x) = sum over S of f_S(x_S), where f_S averages to zero
/// along each of its hyperparameters; so the effects are uncorrelated, and the variance of f is the sum of theirs. The
/// share of S is Var(f_S) / Var(f). This is the importance that fANOVA estimates, without its surrogate.
/// </summary>
/// <remarks>
/// Shares are in [0, 1]; over all subsets they sum to 1. Every configuration has the same weight. Unaffected by the
/// objective, by shifting and scaling the fitness, by the neighborhood and the tolerance. NaN if the fitness is
/// constant. On a complete grid O(n) for subsets of up to a few hyperparameters: a few passes over the grid, which shrinks as
/// it is averaged; 16 bytes per configuration at most, about. A few enormous losses take all of the variance: where runs
/// diverge, decompose the logarithm or the ranks, by <see cref="Landscape.WithFitness"/>.
/// <para>
/// On a partial sample effects are not uncorrelated, and what the missing configurations would add is unknown. There
/// the effects up to the order are fitted by least squares, and the shares are those of the fitted function over the
/// whole grid of the levels that occur, plus the mean squared residual as the remainder: with the grid complete they
/// are the exact ones. <see cref="IsExact"/> and the printout say which it is. The fewer configurations there are per
/// effect, the more of their noise passes for effects. If the sample does not determine all effects, those with the
/// least squares are taken, each weighted by how often its levels occur together. Conjugate gradients on the
/// combinations of levels that occur, of relative precision 1e-14: O(n * subsets) per step, ten to some hundred steps,
/// 1,000 at most, 4 bytes per configuration and subset.
/// </para>
/// Source: Hutter, Hoos and Leyton-Brown (2014), "An efficient approach for assessing hyperparameter importance".
/// </remarks>
public sealed class VarianceDecomposition
{
    private readonly string[] names;
    private readonly VarianceShare[] shares;
    private readonly string remainderName;

    private VarianceDecomposition(Landscape landscape, int order, IEnumerable<(int[] Axes, double Variance)> effects, double total)
    {
        names = [.. landscape.Space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.Name)];
        shares = [.. effects
            .Select(effect => new VarianceShare([.. effect.Axes.Select(axis => names[axis])], effect.Variance / total))
            .OrderByDescending(share => share.Share)
            .ThenBy(share => share.Hyperparameters.Count)];
        Order = order;
        IsExact = landscape.Graph.IsCompleteGrid;
        Remainder = IsExact && order == names.Length ? 0 * shares[0].Share : Math.Max(0, 1 - ShareOf(shares));
        ExplainedShare = 1 - Remainder;
        remainderName = IsExact
            ? string.Create(CultureInfo.InvariantCulture, $"interactions of more than {order}")
            : string.Create(CultureInfo.InvariantCulture, $"not explained (least squares on {landscape.Count:N0} of {landscape.Space.CellCount:N0})");
    }

    /// <summary>Whether the grid is complete, so that the shares are exact; otherwise they are those of a fit.</summary>
    public bool IsExact { get; }

    /// <summary>The largest number of hyperparameters whose interaction is told apart.</summary>
    public int Order { get; }

    /// <summary>The shares of all subsets of 1 to <see cref="Order"/> hyperparameters, the largest first; ties: fewer hyperparameters first.</summary>
    public ReadOnlySpan<VarianceShare> Shares => shares;

    /// <summary>
    /// The share of all interactions of more than <see cref="Order"/> hyperparameters, 0 if there are none; on a
    /// partial sample that of the residuals of the fit.
    /// </summary>
    public double Remainder { get; }

    /// <summary>
    /// The share of the variance of the known configurations that effects up to <see cref="Order"/> explain, in [0, 1]: 1 -
    /// <see cref="Remainder"/> on a complete grid, the coefficient of determination of the fit (R^2) on a partial sample.
    /// </summary>
    public double ExplainedShare { get; private init; }

    /// <summary>The share of a hyperparameter, or of the interaction of several, named in any order.</summary>
    /// <exception cref="KeyNotFoundException">There is no such hyperparameter, or more are named than <see cref="Order"/>.</exception>
    public double this[params IReadOnlyList<string> hyperparameters] =>
        Array.Find(shares, share => share.Hyperparameters.Count == hyperparameters.Count && share.Hyperparameters.All(hyperparameters.Contains))?.Share
        ?? throw new KeyNotFoundException($"There is no share for '{string.Join(", ", hyperparameters)}'; name 1 to {Order} different ones of {string.Join(", ", names)}.");

    /// <summary>Decomposes the variance of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="order">The largest number of hyperparameters whose interaction is told apart, at least 1; the number of hyperparameters if larger.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is less than 1.</exception>
    /// <exception cref="InvalidOperationException">A partial sample has no more configurations than there are effects to fit.</exception>
    public static VarianceDecomposition Of(Landscape landscape, int order = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        order = Math.Min(order, landscape.Space.Dimension);
        if (!landscape.Graph.IsCompleteGrid)
        {
            var fit = new EffectFit(landscape, order);
            return fit.FreeCount < landscape.Count
                ? OfSample(landscape, order, fit)
                : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The effects of up to {order} hyperparameters are {fit.FreeCount:N0} numbers, too many for {landscape.Count:N0} configurations to tell. Use a lower order, or more configurations."));
        }

        int[] levels = [.. landscape.Space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.LevelCount)];
        double[] table = Standardized(landscape);
        double total = TensorPrimitives.SumOfSquares<double>(table) / table.Length;
        return new VarianceDecomposition(landscape, order, Effects.Variances(levels, order, table), total);
    }

    /// <summary>The decomposition, or null if a partial sample has too few configurations for the order.</summary>
    internal static VarianceDecomposition? TryOf(Landscape landscape, int order) =>
        landscape.Graph.IsCompleteGrid || new EffectFit(landscape, Math.Min(order, landscape.Space.Dimension)).FreeCount < landscape.Count ? Of(landscape, order) : null;

    /// <summary>The summed share of all subsets of this many hyperparameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is not in [1, <see cref="Order"/>].</exception>
    public double ShareOfOrder(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, Order);
        return ShareOf(shares.Where(share => share.Hyperparameters.Count == order));
    }

    /// <summary>An aligned table of the shares, the largest first; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable("hyperparameters", "share of variance");
        foreach (VarianceShare share in shares)
            table.Add($"{share}", TextTable.Percent(share.Share));
        if (Order < names.Length || !IsExact)
            table.Add(remainderName, TextTable.Percent(Remainder));
        return table.ToString();
    }

    /// <summary>Writes the columns hyperparameters, order and share, in full precision, NaN where undefined.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var table = new TextTable("hyperparameters", "order", "share");
        foreach (VarianceShare share in shares)
            table.Add($"{share}", share.Hyperparameters.Count.ToString(CultureInfo.InvariantCulture), TextTable.Exact(share.Share));
        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    private static VarianceDecomposition OfSample(Landscape landscape, int order, EffectFit fit)
    {
        double[] values = Standardized(landscape);
        double variance = TensorPrimitives.SumOfSquares<double>(values) / values.Length;
        (IReadOnlyList<(int[] Axes, double Variance)> effects, double residual) = fit.Fit(values);
        return new VarianceDecomposition(landscape, order, effects, effects.Sum(effect => effect.Variance) + residual)
        {
            ExplainedShare = Math.Max(0, 1 - (residual / variance)),
        };
    }

    private static double ShareOf(IEnumerable<VarianceShare> shares) => shares.Sum(share => share.Share);

    /// <summary>The fitness minus its mean, in units of the largest deviation so that no square overflows; all NaN if constant.</summary>
    private static double[] Standardized(Landscape landscape)
    {
        var table = new double[landscape.Count];
        TensorPrimitives.Subtract(landscape.Loss, landscape.Loss[0], table);
        TensorPrimitives.Subtract(table, BlockedSum.Of(table) / table.Length, table);
        TensorPrimitives.Divide(table, Math.Abs(TensorPrimitives.MaxMagnitude<double>(table)), table);
        return table;
    }
}
