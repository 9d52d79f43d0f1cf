using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>
/// Whether two landscapes are more, or less, similar than landscapes whose fitness has nothing to do with each other: the
/// fitness of b is dealt out to the configurations at random, again and again, and compared with a.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SimilarityInterval.Lower"/> and <see cref="SimilarityInterval.Upper"/> bound what chance gives.
/// <see cref="SimilarityInterval.PValue"/> is two-sided, as measures differ in which way is more similar: twice the
/// smaller of the shares of (permutations and the value itself) that are not above, and not below, the value; at most 1. It
/// is exact: if the pairing is arbitrary, it is at most alpha with a probability of at most alpha. Its smallest
/// value is 2 / (permutations + 1). The values of a and of b stay what they are, ties included, as does the neighborhood;
/// landscapes are smooth while shuffled ones are not, so that a small probability is soon had: read the size of the value
/// too.
/// </para>
/// <para>
/// NaN where the measure is undefined; permutations on which it is undefined are counted and left out. The same seed gives
/// the same bits on any number of threads. O(permutations * comparison).
/// </para>
/// </remarks>
public sealed record PermutationTest
{
    private readonly Resampling resampling = new(999, 0.95);

    /// <summary>Number of permutations, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public int Permutations
    {
        get => resampling.Count;
        init => resampling = resampling with { Count = value };
    }

    /// <summary>The share of the permutations within the bounds, in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1).</exception>
    public double Confidence
    {
        get => resampling.Confidence;
        init => resampling = resampling with { Confidence = value };
    }

    /// <summary>Seed of the permutations.</summary>
    public int Seed { get; init; }

    /// <summary>Compares two landscapes over the same configurations, and with permutations.</summary>
    /// <param name="a">The landscape that stays as it is.</param>
    /// <param name="b">The landscape whose fitness is permuted.</param>
    /// <param name="measure">Any measure.</param>
    /// <param name="options">Number of threads and cancellation; the values do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the finished permutations, 0 to 1.</param>
    /// <exception cref="ArgumentException">The configurations differ; the message says in how many.</exception>
    /// <exception cref="OperationCanceledException">The computation was canceled.</exception>
    public SimilarityInterval Compare(Landscape a, Landscape b, ISimilarityMeasure measure, ParallelOptions? options = null, IProgress<double>? progress = null)
    {
        double value = a.Compare(b, measure);
        double[] permuted = resampling.Run(Seed, options, progress, stream => measure.Compare(a, Rearranged.Of(b, b.Graph, Shuffled(b.Count, stream))));
        return new SimilarityInterval(value, permuted, Confidence, PValue(value, permuted));
    }

    private static int[] Shuffled(int count, RandomStream stream)
    {
        var order = new int[count];
        for (int i = 0; i < count; i++)
        {
            int other = stream.Next(i + 1);
            order[i] = order[other];
            order[other] = i;
        }

        return order;
    }

    private static double PValue(double value, double[] permuted)
    {
        int below = permuted.Count(other => other <= value);
        int above = permuted.Count(other => other >= value);
        int defined = permuted.Count(other => !double.IsNaN(other));
        return double.IsNaN(value) ? double.NaN : Math.Min(1, 2.0 * (1 + Math.Min(below, above)) / (1 + defined));
    }
}
