using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// The Walsh-Hadamard spectrum of a landscape whose hyperparameters have two levels each: f is the sum over subsets S of
/// hyperparameters of c(S) times the product over S of +1 (first level) or -1 (second level), with
/// c(S) = mean over all configurations of f times that product. Which combinations the fitness depends on, to any order.
/// </summary>
/// <remarks>
/// Hyperparameters with a single level take no part; categorical and ordinal ones of two levels do. The coefficient of
/// the empty subset is the mean; that of one hyperparameter is minus half the mean effect of going to its second level,
/// that of S in general (-1/2)^|S| times the |S|-fold difference, averaged over all backgrounds. Coefficients are those
/// of the fitness as given, so they change sign with it. Their squares, without that of the empty subset, sum to the
/// variance, so that shares are those of <see cref="VarianceDecomposition"/>, to which other landscapes are put.
/// Unaffected by the neighborhood and the tolerance. A fast transform in place: O(n log n) time, 8 bytes per
/// configuration. Sources: Weinberger (1991), "Fourier and Taylor series on fitness landscapes"; Stadler (1996),
/// "Landscapes and their correlation functions" (amplitude spectrum).
/// </remarks>
public sealed class WalshHadamardSpectrum
{
    private readonly string[] names;
    private readonly double[] coefficients;
    private readonly double[] energies; // per order, the sum of the squared coefficients

    private WalshHadamardSpectrum(string[] names, double[] coefficients)
    {
        this.names = names;
        this.coefficients = coefficients;
        energies = new double[names.Length + 1];
        for (int subset = 0; subset < coefficients.Length; subset++)
            energies[BitOperations.PopCount((uint)subset)] += coefficients[subset] * coefficients[subset];
    }

    /// <summary>The hyperparameters with two levels, in the order of the space; the last one is bit 0 of a subset.</summary>
    public ReadOnlySpan<string> Hyperparameters => names;

    /// <summary>The coefficients by subset, a number with one bit for every hyperparameter, in units of the fitness.</summary>
    public ReadOnlySpan<double> Coefficients => coefficients;

    /// <summary>The coefficient of some hyperparameters, named in any order; of none, the mean.</summary>
    /// <exception cref="KeyNotFoundException">There is no such hyperparameter with two levels, or one is named twice.</exception>
    public double this[params IReadOnlyList<string> hyperparameters] => coefficients[Subset(hyperparameters)];

    /// <summary>The spectrum of a landscape.</summary>
    /// <param name="landscape">A complete grid of hyperparameters with at most two levels.</param>
    /// <exception cref="NotSupportedException">A hyperparameter has more levels, or some configurations are missing.</exception>
    public static WalshHadamardSpectrum Of(Landscape landscape)
    {
        Hyperparameter[] hyperparameters = landscape.Space.Hyperparameters.ToArray();
        if (Array.Find(hyperparameters, hyperparameter => hyperparameter.LevelCount > 2) is { } large)
            throw new NotSupportedException($"The Walsh-Hadamard spectrum is that of two levels per hyperparameter; '{large.Name}' has {large.LevelCount}. Use VarianceDecomposition, which takes any number.");
        if (!landscape.Graph.IsCompleteGrid)
            throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"The Walsh-Hadamard spectrum needs all {landscape.Space.CellCount:N0} configurations; {landscape.Count:N0} are known. Use VarianceDecomposition, which fits a sample."));

        double[] table = landscape.Fitness.ToArray();
        Transform(table);
        return new WalshHadamardSpectrum([.. hyperparameters.Where(hyperparameter => hyperparameter.LevelCount == 2).Select(hyperparameter => hyperparameter.Name)], table);
    }

    /// <summary>
    /// The share of the variance of all subsets of this many hyperparameters, in [0, 1]; over all orders from 1 they
    /// sum to 1. NaN if the fitness is constant.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The order is not in [1, number of hyperparameters].</exception>
    public double ShareOfOrder(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, names.Length);
        return energies[order] / TensorPrimitives.Sum<double>(energies.AsSpan(1));
    }

    /// <summary>An aligned table of the share of the variance by order; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable("order", "subsets", "share of variance");
        for (int order = 1; order <= names.Length; order++)
        {
            int subsets = Enumerable.Range(0, coefficients.Length).Count(subset => BitOperations.PopCount((uint)subset) == order);
            table.Add(order.ToString(CultureInfo.InvariantCulture), TextTable.Number(subsets), TextTable.Percent(ShareOfOrder(order)));
        }

        return table.ToString();
    }

    /// <summary>Writes the columns hyperparameters (none: empty), order and coefficient, in full precision, one line per subset.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var table = new TextTable("hyperparameters", "order", "coefficient");
        for (int subset = 0; subset < coefficients.Length; subset++)
        {
            string[] members = [.. names.Where((_, h) => (subset & Bit(h)) != 0)];
            table.Add(string.Join(" x ", members), members.Length.ToString(CultureInfo.InvariantCulture), TextTable.Exact(coefficients[subset]));
        }

        table.WriteCsv(writer);
    }

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    /// <summary>Hyperparameter by hyperparameter, half the sum and half the difference of the values at its two levels.</summary>
    private static void Transform(double[] table)
    {
        for (int stride = 1; stride < table.Length; stride *= 2)
        {
            int step = stride;
            if (step >= Workers.BlockSize)
                Workers.ForBlocks(table.Length / 2, (start, length) => Halve(table, ((start & ~(step - 1)) * 2) + (start & (step - 1)), step, length));
            else
                Workers.ForBlocks(table.Length, (start, length) => HalveAll(table.AsSpan(start, length), step));
        }
    }

    private static void HalveAll(Span<double> block, int stride)
    {
        for (int first = 0; first < block.Length; first += 2 * stride)
            Halve(block.Slice(first, stride), block.Slice(first + stride, stride));
    }

    private static void Halve(double[] table, int first, int stride, int length) =>
        Halve(table.AsSpan(first, length), table.AsSpan(first + stride, length));

    private static void Halve(Span<double> low, Span<double> high)
    {
        for (int i = 0; i < low.Length; i++)
            (low[i], high[i]) = ((low[i] + high[i]) / 2, (low[i] - high[i]) / 2);
    }

    private int Bit(int hyperparameter) => 1 << (names.Length - 1 - hyperparameter);

    private int Subset(IReadOnlyList<string> hyperparameters)
    {
        int subset = 0;
        foreach (string name in hyperparameters)
        {
            int index = Array.IndexOf(names, name);
            if (index < 0 || (subset & Bit(index)) != 0)
                throw new KeyNotFoundException($"There is no coefficient of '{string.Join(", ", hyperparameters)}'; name different ones of {string.Join(", ", names)}.");
            subset |= Bit(index);
        }

        return subset;
    }
}
