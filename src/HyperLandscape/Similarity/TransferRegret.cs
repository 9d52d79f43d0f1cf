using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>
/// What it costs to tune on a and use on b: the fitness, in b, of the best of the <see cref="Top"/> best configurations of
/// a, less the best fitness of b; counted so that larger is worse, whichever the objective. Range [0, range of b], in
/// units of the fitness of b, or [0, 1] if <see cref="IsNormalized"/>; lower = more similar, 0 = nothing is lost.
/// </summary>
/// <remarks>
/// <para>
/// Not symmetric: what is best in a may be good in b while what is best in b is bad in a. In a matrix, the row is where
/// one tunes and the column where the result is used.
/// </para>
/// <para>
/// Configurations of a that tie for the last of the places are drawn from at random; the value is the exact expectation
/// over these draws. Not normalized it is always defined, and 0 from Top = n on; normalized it is NaN if b is constant.
/// O(n) after the ranks of a, and O(m log m) for m ties. Source: the simple regret of optimization, of a configuration that is
/// carried over; ours.
/// </para>
/// </remarks>
public sealed record TransferRegret : ISimilarityMeasure
{
    private readonly int top = 1;

    /// <summary>How many of the best configurations of a are tried in b, the best of them being used; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Top
    {
        get => top;
        init => top = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one configuration must be tried.");
    }

    /// <summary>Whether to divide by the range of the fitness of b, largest minus smallest.</summary>
    public bool IsNormalized { get; init; }

    /// <inheritdoc/>
    public string Name => IsNormalized ? $"Transfer regret (top {top}, of the range)" : $"Transfer regret (top {top})";

    /// <inheritdoc/>
    public double Compare(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        double regret = ExpectedBest(a.Ranks, b.Loss) - TensorPrimitives.Min(b.Loss);
        return IsNormalized ? regret / FitnessSpread.Range(b.Loss) : regret;
    }

    private double ExpectedBest(ReadOnlySpan<double> ranks, ReadOnlySpan<double> loss)
    {
        int places = Math.Min(top, ranks.Length);
        double last = Selection.Smallest(ranks, places);
        double certain = double.PositiveInfinity;
        var tied = new List<double>();
        for (int i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] == last)
                tied.Add(loss[i]);
            if (!(ranks[i] < last))
                continue;
            certain = Math.Min(certain, loss[i]);
            places--;
        }

        return ExpectedSmallest(tied, places, certain);
    }

    /// <summary>The expected smallest of some values drawn without replacement and of one that is certain.</summary>
    private static double ExpectedSmallest(List<double> values, int drawn, double certain)
    {
        values.Sort();
        double origin = Math.Min(values[0], certain);
        double expected = origin;
        double none = 1; // the probability that no smaller value was drawn
        for (int i = 0; none > 0; i++)
        {
            int left = values.Count - i;
            expected += none * drawn / left * (Math.Min(values[i], certain) - origin);
            none *= (double)(left - drawn) / left;
        }

        return expected;
    }
}
