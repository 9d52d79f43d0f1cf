using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>The main effects of all levels on a function of the configurations, by least squares.</summary>
/// <param name="Roughness">Root mean squared residual.</param>
/// <param name="Slope">Mean over axes of the mean |difference of effects| over pairs of neighbouring levels; NaN if there are none.</param>
internal readonly record struct MainEffects(double Roughness, double Slope)
{
    /// <summary>NaN where the space lists configurations that do not determine the effects. O(n * axes) on a complete grid, O(n * axes * steps of conjugate gradients) on a sample.</summary>
    public static MainEffects Of(NeighborhoodGraph graph, ReadOnlyMemory<double> values)
    {
        Axis[] axes = graph.DistanceAxes;
        var centered = new double[values.Length];
        TensorPrimitives.Subtract(values.Span, Moments.MeanOf(values), centered);
        if (graph.IsCompleteGrid)
        {
            double[][] means = MarginalMeans(axes, centered);
            return new MainEffects(ResidualNorm(axes, means, centered), MeanSlope(axes, means, (_, _) => true));
        }

        if (graph.Space.IsListed && 1 + OccurringLevels.Of(graph).Counts.Sum(count => count - 1L) >= graph.VertexCount)
            return new MainEffects(double.NaN, double.NaN); // so many levels fit any function
        var fit = new SampleFit([.. axes.Select(axis => axis.Levels)], [.. axes.Select((_, h) => new[] { h })], OccurringLevels.All(graph), centered);
        return new MainEffects(fit.ResidualNorm, MeanSlope(axes, fit.Effects, fit.Occurs));
    }

    /// <summary>The mean of the values at every level of every axis: the axes are summed away one after the other, the first one first.</summary>
    private static double[][] MarginalMeans(Axis[] axes, ReadOnlySpan<double> values)
    {
        var means = new double[axes.Length][];
        ReadOnlySpan<double> rest = values;
        for (int h = 0; h < axes.Length; h++)
        {
            int stride = (int)axes[h].Stride;
            var sum = new double[stride];
            means[h] = new double[axes[h].Levels];
            for (int level = 0; level < axes[h].Levels; level++)
            {
                ReadOnlySpan<double> slice = rest.Slice(level * stride, stride);
                means[h][level] = (stride == 1 ? slice[0] : TensorPrimitives.Sum(slice)) * axes[h].Levels / values.Length;
                if (stride > 1) // the last axis leaves nothing to sum
                    TensorPrimitives.Add(sum, slice, sum);
            }

            rest = sum;
        }

        return means;
    }

    private static double ResidualNorm(Axis[] axes, double[][] effects, double[] values)
    {
        var model = new AxisSums<double>(axes, (h, level) => effects[h][level]);
        var blocks = new double[Workers.BlockCount(values.Length)];
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            var residuals = new double[length];
            model.Fill(start, residuals);
            TensorPrimitives.Subtract(values.AsSpan(start, length), residuals, residuals);
            blocks[start / Workers.BlockSize] = TensorPrimitives.SumOfSquares<double>(residuals);
        });
        return Math.Sqrt(TensorPrimitives.Sum<double>(blocks) / values.Length);
    }

    /// <summary>Over the pairs of neighbouring levels that both occur; axes without such a pair are left out.</summary>
    private static double MeanSlope(Axis[] axes, double[][] effects, Func<int, int, bool> occurs)
    {
        double slopes = 0;
        int count = 0;
        for (int h = 0; h < axes.Length; h++)
        {
            double sum = 0;
            long pairs = 0;
            for (int low = 0; low < axes[h].Levels; low++)
            {
                for (int high = low + 1; high <= Math.Min(low + axes[h].Reach, axes[h].Levels - 1); high++)
                {
                    if (!occurs(h, low) || !occurs(h, high))
                        continue;
                    sum += Math.Abs(effects[h][low] - effects[h][high]);
                    pairs++;
                }
            }

            if (pairs > 0)
            {
                slopes += sum / pairs;
                count++;
            }
        }

        return slopes / count;
    }
}
