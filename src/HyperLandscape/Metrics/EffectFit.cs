using System.Numerics.Tensors;
using HyperLandscape.Graphs;

namespace HyperLandscape.Metrics;

/// <summary>
/// Functional ANOVA of the function that fits a sample best: least squares on one value per combination of levels of
/// every subset of up to so many hyperparameters, which is then split in effects that average to zero along each of
/// their hyperparameters, over the grid of all levels that occur.
/// </summary>
internal sealed class EffectFit
{
    private readonly int[] counts;
    private readonly int[][] subsets;
    private readonly int[] levels;

    /// <param name="landscape">A partial sample.</param>
    /// <param name="order">The size of the largest subsets.</param>
    public EffectFit(Landscape landscape, int order)
    {
        (counts, levels) = OccurringLevels.Of(landscape.Graph);
        subsets = [.. Subsets(counts.Length, order)];
    }

    /// <summary>How many numbers the effects of all subsets are determined by, the mean included.</summary>
    public double FreeCount => 1 + subsets.Sum(subset => subset.Aggregate(1.0, (product, h) => product * (counts[h] - 1)));

    /// <summary>The variance of the effect of every subset, in lexicographic order, and the mean squared residual.</summary>
    /// <param name="values">A value per vertex, zero on average.</param>
    public (IReadOnlyList<(int[] Axes, double Variance)> Effects, double Residual) Fit(double[] values)
    {
        // A smaller subset expresses nothing that a larger one could not, but it says what to expect of combinations that do not occur.
        var fit = new SampleFit(counts, subsets, levels, values);
        var effects = subsets.ToDictionary(Key, subset => new double[subset.Aggregate(1, (size, h) => size * counts[h])]);
        for (int i = 0; i < subsets.Length; i++)
        {
            int[] subset = subsets[i];
            Effects.Visit([.. subset.Select(h => counts[h])], subset.Length, fit.Effects[i], (members, effect) =>
            {
                double[] sum = effects[Key([.. members.Select(member => subset[member])])];
                TensorPrimitives.Add(sum, effect, sum);
            });
        }

        return ([.. subsets.Select(subset => (subset, TensorPrimitives.SumOfSquares<double>(effects[Key(subset)]) / effects[Key(subset)].Length))], fit.ResidualNorm * fit.ResidualNorm);
    }

    private static string Key(int[] subset) => string.Join(',', subset);

    /// <summary>All subsets of 1 to <paramref name="order"/> of the first so many numbers, in lexicographic order.</summary>
    private static IEnumerable<int[]> Subsets(int count, int order, params int[] start)
    {
        for (int next = start.Length == 0 ? 0 : start[^1] + 1; next < count; next++)
        {
            int[] subset = [.. start, next];
            yield return subset;
            if (subset.Length == order)
                continue;
            foreach (int[] larger in Subsets(count, order, subset))
                yield return larger;
        }
    }
}
