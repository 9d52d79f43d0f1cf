using HyperLandscape.Embeddings;
using HyperLandscape.Tests.Graphs;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Tests.Embeddings;

public sealed class PcaTests
{
    [Fact]
    public void Four_points_by_hand()
    {
        // (7, 1, 5), (3, 1, 5), (5, 1, 6), (5, 1, 4) less their mean: 2 and -2 along the first axis, 1 and -1 along the
        // third. Sums of squares 8 and 2, so shares 0.8, 0.2 and 0 for the constant coordinate.
        var embedding = new Embedding(3, [7, 1, 5, 3, 1, 5, 5, 1, 6, 5, 1, 4]);
        AssertNear([2, 0, -2, 0, 0, 1, 0, -1], new Pca().Reduce(embedding).Coordinates);
        AssertNear([0.8, 0.2, 0], Pca.ExplainedVariance(embedding));
    }

    [Fact]
    public void Points_on_a_line_need_one_component()
    {
        // t (-4, 3) / 5: the largest loading, that of the first coordinate, is made positive.
        var embedding = new Embedding(2, [.. new[] { -3.0, -1, 0, 4 }.SelectMany(t => new[] { 10 - (0.8 * t), 0.6 * t })]);
        AssertNear([3, 1, 0, -4], new Pca { Dimensions = 1 }.Reduce(embedding).Coordinates);
        AssertNear([1, 0], Pca.ExplainedVariance(embedding));
    }

    /// <summary>The decomposition of the centred rows themselves; also with fewer rows than coordinates, and far from the origin.</summary>
    [Theory]
    [InlineData(50, 7, 0)]
    [InlineData(50, 7, 1e6)]
    [InlineData(9, 30, 0)]
    [InlineData(9000, 5, 0)] // several blocks of rows
    public void Equals_the_singular_vectors(int rows, int width, double offset)
    {
        var random = new Random(rows);
        double[] coordinates = [.. Enumerable.Range(0, rows * width).Select(i => offset + ((1 + (i % width)) * (random.NextDouble() - 0.5)))];
        Matrix<double> centered = Matrix<double>.Build.DenseOfRowMajor(rows, width, coordinates);
        Vector<double> mean = centered.ColumnSums() / rows;
        centered = Matrix<double>.Build.Dense(rows, width, (i, j) => centered[i, j] - mean[j]);
        double[] squares = [.. (rows >= width ? centered : centered.Transpose()).Svd(false).S.Select(s => s * s)];
        Matrix<double> directions = (centered.TransposeThisAndMultiply(centered) is var gram && rows > 1000 ? gram.Svd(true).U : centered.Svd(true).VT.Transpose());

        var embedding = new Embedding(width, coordinates);
        Embedding reduced = new Pca { Dimensions = 3 }.Reduce(embedding);
        for (int component = 0; component < 3; component++)
        {
            Vector<double> direction = directions.Column(component);
            direction *= Math.Sign(direction[direction.AbsoluteMaximumIndex()]);
            Vector<double> scores = centered * direction;
            for (int row = 0; row < rows; row++)
                Assert.Equal(scores[row], reduced[row][component], 1e-8);
        }

        double[] shares = Pca.ExplainedVariance(embedding);
        for (int component = 0; component < Math.Min(rows, width); component++)
            Assert.Equal(squares[component] / squares.Sum(), shares[component], 1e-10);
        Assert.Equal(1, shares.Sum(), 12);
        Assert.Equal(width, shares.Length);
    }

    [Fact]
    public void Permuting_rows_permutes_the_result_and_threads_change_no_bit()
    {
        double[][] rows = [.. ParkMiller.Units(3, 10_000 * 4).Chunk(4)];
        Embedding expected = Reduce(rows, 1);
        Assert.Equal(expected.Coordinates, Reduce(rows, 4).Coordinates);
        Embedding reversed = Reduce([.. rows.Reverse()], 1);
        for (int row = 0; row < rows.Length; row++)
            AssertNear(expected[row], reversed[rows.Length - 1 - row]);

        static Embedding Reduce(double[][] rows, int threads) =>
            new Embedding(4, [.. rows.SelectMany(row => row)]).Reduce(new Pca(), new ParallelOptions { MaxDegreeOfParallelism = threads });
    }

    [Fact]
    public void Equal_rows_become_zero()
    {
        var embedding = new Embedding(3, [.. Enumerable.Repeat(new[] { 0.1, 0.2, 0.3 }, 7).SelectMany(row => row)]);
        Assert.Equal(new double[14], new Pca().Reduce(embedding).Coordinates);
        Assert.Equal([double.NaN, double.NaN, double.NaN], Pca.ExplainedVariance(embedding));
    }

    [Fact]
    public void The_landscape_is_kept_and_bad_input_refused()
    {
        Landscape landscape = Landscape.Create(Grids.Of("o4"), [4.0, 2, 2, 9]);
        Assert.Same(landscape, new Pca { Dimensions = 1 }.Reduce(new Embedding(landscape, 2, [0, 0, 1, 0, 0, 1, 1, 1])).Landscape);
        Assert.Contains("2 principal components", Assert.Throws<ArgumentException>(() => new Pca().Reduce(new Embedding(1, [1, 2]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pca { Dimensions = 0 });
    }

    private static void AssertNear(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Closeness.Near(expected[i], actual[i]), $"{expected[i]:R} expected, {actual[i]:R} found");
    }
}
