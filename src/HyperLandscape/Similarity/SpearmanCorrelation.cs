using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>
/// Spearman's rank correlation: the Pearson correlation of the ranks of the configurations in two landscapes (best = 1,
/// ties get the average rank). Range [-1, 1]; higher = more similar, 0 = unrelated, negative = opposite.
/// </summary>
/// <remarks>
/// Symmetric; each landscape by its own objective. NaN if either fitness is constant or there is one configuration only. O(n) after the ranks, which each
/// landscape computes once. Source: Spearman (1904); used on landscapes by Huang and Li, arXiv 2311.14014.
/// </remarks>
public sealed record SpearmanCorrelation : IMatrixMeasure
{
    private const int BlockSize = 4096;

    /// <inheritdoc/>
    public string Name => "Spearman correlation";

    /// <inheritdoc/>
    public bool IsSymmetric => true;

    /// <inheritdoc/>
    public double Compare(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        return Compare(a.Ranks, Spread(a.Ranks), b.Ranks, Spread(b.Ranks));
    }

    Func<int, int, double> IMatrixMeasure.Prepare(IReadOnlyList<Landscape> landscapes)
    {
        var spreads = new double[landscapes.Count];
        Workers.For(spreads.Length, i => spreads[i] = Spread(landscapes[i].Ranks));
        return (i, j) => Compare(landscapes[i].Ranks, spreads[i], landscapes[j].Ranks, spreads[j]);
    }

    private static double Compare(ReadOnlySpan<double> a, double spreadA, ReadOnlySpan<double> b, double spreadB) =>
        spreadA > 0 && spreadB > 0 ? Math.Clamp(Covariation(a, b) / Math.Sqrt(spreadA * spreadB), -1, 1) : double.NaN;

    private static double Spread(ReadOnlySpan<double> ranks) => ranks.IndexOfAnyExcept(ranks[0]) < 0 ? 0 : Covariation(ranks, ranks);

    /// <summary>
    /// Sum of (a - mean)(b - mean); the mean of ranks is (n + 1) / 2 whatever the ties. In blocks: a sum of a
    /// million products of ranks is right to 13 digits, of which the means then take off another.
    /// </summary>
    private static double Covariation(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double mean = (a.Length + 1) / 2.0;
        double sum = 0;
        for (int start = 0; start < a.Length; start += BlockSize)
        {
            int length = Math.Min(BlockSize, a.Length - start);
            sum += TensorPrimitives.Dot(a.Slice(start, length), b.Slice(start, length)) - (length * mean * mean);
        }

        return sum;
    }
}
