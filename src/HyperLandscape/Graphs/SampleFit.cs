using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>
/// Least squares of centered values on the levels of all axes, over a sample of the cells: conjugate gradients on the
/// normal equations (CGLS), scaled by how often each level occurs. From zero they lead to the solution of least norm in
/// that scale. Nearly balanced samples take about ten steps.
/// </summary>
internal sealed class SampleFit
{
    private const int MostSteps = 1_000;
    private const double Precision = 1e-28; // of the squared norm of the values: about the rounding of the gradient

    private readonly int axisCount;
    private readonly int[] levels; // per cell and axis, the position of its level among the levels of all axes
    private readonly int[] starts; // per axis, the position of its first level
    private readonly double[] counts; // per level, how many cells have it

    public SampleFit(Axis[] axes, long[] cells, double[] values)
    {
        axisCount = axes.Length;
        starts = new int[axes.Length + 1];
        for (int h = 0; h < axes.Length; h++)
            starts[h + 1] = starts[h] + axes[h].Levels;
        levels = new int[cells.Length * axes.Length];
        Workers.ForBlocks(cells.Length, (start, length) =>
        {
            for (int i = start; i < start + length; i++)
            {
                for (int h = 0; h < axisCount; h++)
                    levels[(i * axisCount) + h] = starts[h] + axes[h].Level(cells[i]);
            }
        });

        var ones = new double[cells.Length];
        Array.Fill(ones, 1);
        counts = SumByLevel(ones);
        double[] residuals = [.. values];
        double[] effects = Solve(residuals);
        Effects = [.. axes.Select((axis, h) => effects.AsSpan(starts[h], axis.Levels).ToArray())];
        ResidualNorm = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(residuals) / residuals.Length);
    }

    /// <summary>Per axis and level; 0 where the level does not occur.</summary>
    public double[][] Effects { get; }

    /// <summary>Root mean squared residual.</summary>
    public double ResidualNorm { get; }

    public bool Occurs(int axis, int level) => counts[starts[axis] + level] > 0;

    /// <summary>Returns the effects and leaves the residuals in place of the values.</summary>
    private double[] Solve(double[] residuals)
    {
        var effects = new double[counts.Length];
        double enough = Precision * TensorPrimitives.SumOfSquares<double>(residuals);
        double[] gradient = SumByLevel(residuals);
        double[] scaled = Scaled(gradient);
        double[] direction = [.. scaled];
        double norm = TensorPrimitives.Dot<double>(gradient, scaled);
        var change = new double[residuals.Length];
        for (int step = 0; step < MostSteps && norm > enough; step++)
        {
            Predict(direction, change);
            double length = norm / TensorPrimitives.SumOfSquares<double>(change);
            TensorPrimitives.MultiplyAdd(direction, length, effects, effects);
            TensorPrimitives.MultiplyAdd(change, -length, residuals, residuals);
            gradient = SumByLevel(residuals);
            scaled = Scaled(gradient);
            double next = TensorPrimitives.Dot<double>(gradient, scaled);
            TensorPrimitives.MultiplyAdd(direction, next / norm, scaled, direction);
            norm = next;
        }

        return effects;
    }

    private double[] Scaled(double[] gradient)
    {
        var scaled = new double[gradient.Length];
        for (int level = 0; level < gradient.Length; level++)
            scaled[level] = counts[level] > 0 ? gradient[level] / counts[level] : 0;
        return scaled;
    }

    /// <summary>For every cell the sum of the effects of its levels.</summary>
    private void Predict(double[] effects, double[] predictions) => Workers.ForBlocks(predictions.Length, (start, length) =>
    {
        for (int i = start; i < start + length; i++)
        {
            double sum = 0;
            foreach (int level in levels.AsSpan(i * axisCount, axisCount))
                sum += effects[level];
            predictions[i] = sum;
        }
    });

    /// <summary>For every level the sum over its cells.</summary>
    private double[] SumByLevel(double[] values)
    {
        var blocks = new double[Workers.BlockCount(values.Length)][];
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            var sums = blocks[start / Workers.BlockSize] = new double[starts[^1]];
            for (int i = start; i < start + length; i++)
            {
                foreach (int level in levels.AsSpan(i * axisCount, axisCount))
                    sums[level] += values[i];
            }
        });

        double[] total = blocks[0];
        for (int block = 1; block < blocks.Length; block++)
            TensorPrimitives.Add(total, blocks[block], total);
        return total;
    }
}
