using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// Which hyperparameters, alone and together, the fitness depends on: the exact functional ANOVA of a complete grid.
/// f is the sum of one effect per subset of hyperparameters, f(x) = sum over S of f_S(x_S), where f_S averages to zero
/// along each of its hyperparameters; so the effects are uncorrelated, and the variance of f is the sum of theirs. The
/// share of S is Var(f_S) / Var(f). This is the importance that fANOVA estimates, without its surrogate.
/// </summary>
/// <remarks>
/// Shares are in [0, 1]; over all subsets they sum to 1. Every configuration has the same weight. Unaffected by the
/// objective, by shifting and scaling the fitness, by the neighborhood and the tolerance. NaN if the fitness is
/// constant. O(n) for subsets of up to a few hyperparameters: a few passes over the grid, which shrinks as it is averaged;
/// 16 bytes per configuration at most, about. For a partial sample effects are not uncorrelated and the decomposition is
/// not unique: it is refused. Source: Hutter, Hoos and Leyton-Brown (2014), "An efficient approach for assessing
/// hyperparameter importance".
/// </remarks>
public sealed class VarianceDecomposition
{
    private readonly string[] names;
    private readonly VarianceShare[] shares;

    private VarianceDecomposition(string[] names, int order, VarianceShare[] shares)
    {
        this.names = names;
        this.shares = shares;
        Order = order;
        Remainder = order == names.Length ? 0 * shares[0].Share : Math.Max(0, 1 - ShareOf(shares));
    }

    /// <summary>The largest number of hyperparameters whose interaction is told apart.</summary>
    public int Order { get; }

    /// <summary>The shares of all subsets of 1 to <see cref="Order"/> hyperparameters, the largest first; ties: fewer hyperparameters first.</summary>
    public ReadOnlySpan<VarianceShare> Shares => shares;

    /// <summary>The share of all interactions of more than <see cref="Order"/> hyperparameters; 0 if there are none.</summary>
    public double Remainder { get; }

    /// <summary>The share of a hyperparameter, or of the interaction of several, named in any order.</summary>
    /// <exception cref="KeyNotFoundException">There is no such hyperparameter, or more are named than <see cref="Order"/>.</exception>
    public double this[params IReadOnlyList<string> hyperparameters] =>
        Array.Find(shares, share => share.Hyperparameters.Count == hyperparameters.Count && share.Hyperparameters.All(hyperparameters.Contains))?.Share
        ?? throw new KeyNotFoundException($"There is no share for '{string.Join(", ", hyperparameters)}'; name 1 to {Order} different ones of {string.Join(", ", names)}.");

    /// <summary>Decomposes the variance of a landscape.</summary>
    /// <param name="landscape">A complete grid.</param>
    /// <param name="order">The largest number of hyperparameters whose interaction is told apart, at least 1; the number of hyperparameters if larger.</param>
    /// <exception cref="ArgumentOutOfRangeException">The order is less than 1.</exception>
    /// <exception cref="NotSupportedException">Some configurations are missing.</exception>
    public static VarianceDecomposition Of(Landscape landscape, int order = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (!landscape.Graph.IsComplete)
            throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"The variance is decomposed exactly, which needs all {landscape.Space.CellCount:N0} configurations; {landscape.Count:N0} are known. Complete the grid, or leave out levels that were not run with all others."));

        string[] names = [.. landscape.Space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.Name)];
        int[] levels = [.. landscape.Space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.LevelCount)];
        order = Math.Min(order, names.Length);
        double[] table = Standardized(landscape);
        double total = TensorPrimitives.SumOfSquares<double>(table) / table.Length;
        IEnumerable<VarianceShare> shares = EffectVariances.Of(levels, order, table)
            .Select(effect => new VarianceShare([.. effect.Axes.Select(axis => names[axis])], effect.Variance / total));
        return new VarianceDecomposition(names, order, [.. shares.OrderByDescending(share => share.Share).ThenBy(share => share.Hyperparameters.Count)]);
    }

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
            table.Add($"{share}", Percent(share.Share));
        if (Order < names.Length)
            table.Add($"interactions of more than {Order}", Percent(Remainder));
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

    private static double ShareOf(IEnumerable<VarianceShare> shares) => shares.Sum(share => share.Share);

    private static string Percent(double share) => double.IsNaN(share) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:F2} %");

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
