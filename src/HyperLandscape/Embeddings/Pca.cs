using System.Numerics.Tensors;
using HyperLandscape.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Principal components: the coordinates along the directions in which the rows, less their mean, vary most, the most
/// first (Pearson 1901; Hotelling 1933). The largest-magnitude loading of every direction is positive, the first of equal
/// ones. Where variances are equal the directions are any basis of their space. Columns are not scaled; constant ones
/// have no influence. O(n d^2 + d^3).
/// </summary>
public sealed record Pca : IReducer
{
    private const int RowsPerBlock = 4096;

    /// <summary>Number of components; 2 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Dimensions
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one component.");
    } = 2;

    /// <summary>
    /// The share of the total variance along each principal component, descending, one per coordinate; they sum to 1. NaN
    /// if all rows are equal.
    /// </summary>
    public static double[] ExplainedVariance(Embedding embedding)
    {
        double[] variances = [.. Decompose(Centered(embedding), embedding.Dimensions).EigenValues.Select(value => Math.Max(0, value.Real)).Reverse()];
        double total = TensorPrimitives.Sum<double>(variances);
        TensorPrimitives.Divide(variances, total, variances);
        return variances;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The embedding has fewer coordinates than components are asked for.</exception>
    public Embedding Reduce(Embedding embedding)
    {
        int width = embedding.Dimensions;
        if (width < Dimensions)
            throw new ArgumentException($"{Dimensions} principal components were asked for of rows of {width} coordinates; ask for at most as many.", nameof(embedding));

        double[] centered = Centered(embedding);
        Matrix<double> vectors = Decompose(centered, width).EigenVectors;
        double[][] directions = [.. Enumerable.Range(1, Dimensions).Select(last => Oriented(vectors.Column(width - last).ToArray()))];
        var reduced = new double[embedding.Count * Dimensions];
        ForRowBlocks(embedding.Count, (_, start, end) =>
        {
            for (int row = start; row < end; row++)
            {
                for (int component = 0; component < Dimensions; component++)
                    reduced[(row * Dimensions) + component] = TensorPrimitives.Dot<double>(centered.AsSpan(row * width, width), directions[component]);
            }
        });
        return embedding.Landscape is { } landscape ? new Embedding(landscape, Dimensions, reduced) : new Embedding(Dimensions, reduced);
    }

    /// <summary>The sum of the variances of all coordinates.</summary>
    internal static double TotalVariance(Embedding embedding) => TensorPrimitives.SumOfSquares<double>(Centered(embedding)) / embedding.Count;

    private static double[] Centered(Embedding embedding)
    {
        int width = embedding.Dimensions;
        double[] centered = embedding.Coordinates.ToArray();
        double[] origin = centered[..width]; // a constant column becomes zero exactly
        var mean = new double[width];
        for (int row = 0; row < embedding.Count; row++)
        {
            Span<double> values = centered.AsSpan(row * width, width);
            TensorPrimitives.Subtract(values, origin, values);
            TensorPrimitives.Add(mean, values, mean);
        }

        TensorPrimitives.Divide(mean, embedding.Count, mean);
        for (int row = 0; row < embedding.Count; row++)
        {
            Span<double> values = centered.AsSpan(row * width, width);
            TensorPrimitives.Subtract(values, mean, values);
        }

        return centered;
    }

    /// <summary>The eigenvalues, ascending, and vectors of the sums of products of columns.</summary>
    private static Evd<double> Decompose(double[] centered, int width)
    {
        int count = centered.Length / width;
        var blocks = new double[(count + RowsPerBlock - 1) / RowsPerBlock][];
        ForRowBlocks(count, (block, start, end) =>
        {
            var sums = new double[width * width];
            for (int row = start; row < end; row++)
            {
                ReadOnlySpan<double> values = centered.AsSpan(row * width, width);
                for (int i = 0; i < width; i++)
                {
                    Span<double> upper = sums.AsSpan((i * width) + i, width - i);
                    TensorPrimitives.MultiplyAdd(values[i..], values[i], upper, upper);
                }
            }

            blocks[block] = sums;
        });
        foreach (double[] block in blocks.AsSpan(1))
            TensorPrimitives.Add(blocks[0], block, blocks[0]);
        return Matrix<double>.Build.Dense(width, width, (i, j) => blocks[0][(Math.Min(i, j) * width) + Math.Max(i, j)]).Evd(Symmetricity.Symmetric);
    }

    private static double[] Oriented(double[] direction)
    {
        if (direction[TensorPrimitives.IndexOfMax<double>([.. direction.Select(Math.Abs)])] < 0)
            TensorPrimitives.Negate(direction, direction);
        return direction;
    }

    private static void ForRowBlocks(int count, Action<int, int, int> body) =>
        Workers.For((count + RowsPerBlock - 1) / RowsPerBlock, block => body(block, block * RowsPerBlock, Math.Min(count, (block + 1) * RowsPerBlock)));
}
