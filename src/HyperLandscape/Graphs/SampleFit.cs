using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Graphs;

/// <summary>
/// Least squares of centered values over a sample of the cells, on one effect for every combination of levels of some
/// subsets of the axes: conjugate gradients on the normal equations (CGLS), scaled by how often each combination occurs.
/// From zero they lead to the solution of least norm in that scale. Only the combinations that cells have are stored, one
/// number per cell and subset, never a matrix. Nearly balanced samples take about ten steps.
/// </summary>
internal sealed class SampleFit
{
    private const int MostSteps = 1_000;
    private const double Precision = 1e-28; // of the squared norm of the values: about the rounding of the gradient

    private readonly int subsetCount;
    private readonly int[] combinations; // per cell and subset, the position of its levels among all combinations of all subsets
    private readonly int[] starts; // per subset, the position of its first combination
    private readonly double[] counts; // per combination, how many cells have it

    /// <param name="levelCounts">The number of levels of every axis.</param>
    /// <param name="subsets">Subsets of the axes, by index, ascending.</param>
    /// <param name="levels">The levels of the sampled cells, one cell after the other.</param>
    /// <param name="values">A value per cell, zero on average.</param>
    public SampleFit(int[] levelCounts, int[][] subsets, int[] levels, double[] values)
    {
        subsetCount = subsets.Length;
        starts = new int[subsets.Length + 1];
        for (int subset = 0; subset < subsets.Length; subset++)
            starts[subset + 1] = checked(starts[subset] + subsets[subset].Aggregate(1, (size, h) => checked(size * levelCounts[h])));
        combinations = new int[checked(values.Length * subsets.Length)];
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            for (int i = start; i < start + length; i++)
                Fill(levelCounts, subsets, levels.AsSpan(i * levelCounts.Length, levelCounts.Length), combinations.AsSpan(i * subsetCount, subsetCount));
        });

        var ones = new double[values.Length];
        Array.Fill(ones, 1);
        counts = SumByCombination(ones);
        double[] residuals = [.. values];
        double[] effects = Solve(residuals);
        Effects = [.. subsets.Select((_, subset) => effects[starts[subset]..starts[subset + 1]])];
        ResidualNorm = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(residuals) / residuals.Length);
    }

    /// <summary>Per subset and combination, the last axis fastest; 0 where the combination does not occur.</summary>
    public double[][] Effects { get; }

    /// <summary>Root mean squared residual.</summary>
    public double ResidualNorm { get; }

    public bool Occurs(int subset, int combination) => counts[starts[subset] + combination] > 0;

    private void Fill(int[] levelCounts, int[][] subsets, ReadOnlySpan<int> levels, Span<int> positions)
    {
        for (int subset = 0; subset < positions.Length; subset++)
        {
            int combination = 0;
            foreach (int h in subsets[subset])
                combination = (combination * levelCounts[h]) + levels[h];
            positions[subset] = starts[subset] + combination;
        }
    }

    /// <summary>Returns the effects and leaves the residuals in place of the values.</summary>
    private double[] Solve(double[] residuals)
    {
        var effects = new double[counts.Length];
        double enough = Precision * TensorPrimitives.SumOfSquares<double>(residuals);
        double[] gradient = SumByCombination(residuals);
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
            gradient = SumByCombination(residuals);
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
        for (int i = 0; i < gradient.Length; i++)
            scaled[i] = counts[i] > 0 ? gradient[i] / counts[i] : 0;
        return scaled;
    }

    /// <summary>For every cell the sum of the effects of its combinations.</summary>
    private void Predict(double[] effects, double[] predictions) => Workers.ForBlocks(predictions.Length, (start, length) =>
    {
        for (int i = start; i < start + length; i++)
        {
            double sum = 0;
            foreach (int combination in combinations.AsSpan(i * subsetCount, subsetCount))
                sum += effects[combination];
            predictions[i] = sum;
        }
    });

    /// <summary>For every combination the sum over its cells.</summary>
    private double[] SumByCombination(double[] values)
    {
        var blocks = new double[Workers.BlockCount(values.Length)][];
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            var sums = blocks[start / Workers.BlockSize] = new double[starts[^1]];
            for (int i = start; i < start + length; i++)
            {
                foreach (int combination in combinations.AsSpan(i * subsetCount, subsetCount))
                    sums[combination] += values[i];
            }
        });

        double[] total = blocks[0];
        for (int block = 1; block < blocks.Length; block++)
            TensorPrimitives.Add(total, blocks[block], total);
        return total;
    }
}
