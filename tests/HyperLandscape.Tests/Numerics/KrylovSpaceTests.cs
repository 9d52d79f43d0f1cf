using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Tests.Numerics;

/// <summary>
/// Spaces of diagonal matrices, whose eigenpairs are known: S'S is the diagonal of the squares, and a block Krylov space
/// of width w finds each eigenvalue at most w times.
/// </summary>
public sealed class KrylovSpaceTests
{
    private static readonly int Width = Panel<double>.Width;

    [Fact]
    public void A_new_space_is_closed_until_it_starts()
    {
        using var space = new KrylovSpace<double>(new Diagonal([1, 2, 3]), 4);
        Assert.True(space.IsClosed);
        Assert.Equal(0, space.Dimension);
        Assert.True(space.Restart());
        Assert.False(space.IsClosed);
        Assert.Equal(0, space.Dimension);
    }

    [Fact]
    public void The_basis_is_orthonormal_and_the_projection_that_of_the_matrix()
    {
        double[] diagonal = [.. Enumerable.Range(1, 200).Select(k => k / 200.0)];
        using KrylovSpace<double> space = Started(diagonal, 8);
        for (int step = 1; step <= 8; step++)
        {
            Assert.False(space.IsFull);
            space.Extend();
            Assert.Equal(step * Width, space.Dimension);
        }

        Assert.True(space.IsFull);
        KrylovSpace<double>.RitzPairs pairs = space.Ritz();
        space.Shrink(pairs, space.Dimension);
        IReadOnlyList<Panel<double>> vectors = space.Panels;
        for (int j = 0; j < space.Dimension; j++)
        {
            double[] u = Column(vectors, j);
            for (int k = 0; k <= j; k++)
            {
                double[] v = Column(vectors, k);
                Assert.Equal(j == k ? 1 : 0, u.Zip(v, (a, b) => a * b).Sum(), 1e-10);
                Assert.Equal(j == k ? pairs.Values[j] : 0, u.Select((a, i) => a * v[i] * diagonal[i] * diagonal[i]).Sum(), 1e-10);
            }

            double residual = Math.Sqrt(u.Select((a, i) => a * ((diagonal[i] * diagonal[i]) - pairs.Values[j])).Sum(r => r * r));
            Assert.Equal(residual, pairs.Residuals[j], 1e-10);
        }
    }

    /// <summary>Three different values, 40 times each: the starting panel has one direction per value and column, then nothing is new.</summary>
    [Fact]
    public void A_space_closes_when_nothing_new_is_reached_and_goes_on_from_another_start()
    {
        double[] diagonal = [.. Enumerable.Range(0, 120).Select(i => 1.0 + (i % 3))];
        using KrylovSpace<double> space = Started(diagonal, 20);
        space.Extend();
        space.Extend();
        Assert.False(space.IsClosed);
        space.Extend();
        Assert.True(space.IsClosed);
        Assert.Equal(3 * Width, space.Dimension);
        KrylovSpace<double>.RitzPairs pairs = space.Ritz();
        for (int k = 0; k < space.Dimension; k++)
        {
            Assert.Equal(Math.Pow(3 - (k / Width), 2), pairs.Values[k], 1e-10);
            Assert.Equal(0, pairs.Residuals[k]);
        }

        Assert.Equal(0, pairs.Residual(space.Dimension));
        Assert.Equal(1, pairs.Residual(space.Dimension + 1)); // so many are not there
        Assert.True(space.Restart());
        space.Extend();
        Assert.Equal(4 * Width, space.Dimension);
        Assert.False(space.IsClosed);
    }

    /// <summary>Fewer rows than two panels: once all directions are found, no random panel has another.</summary>
    [Fact]
    public void No_start_is_left_when_the_basis_spans_everything()
    {
        using KrylovSpace<double> space = Started([.. Enumerable.Range(1, Width + 3).Select(k => (double)k)], 5);
        space.Extend();
        Assert.False(space.IsClosed);
        space.Extend();
        Assert.True(space.IsClosed);
        Assert.False(space.Restart());
        Assert.True(space.IsClosed);
        double[] found = [.. space.Ritz().Values.Take(Width + 3).Select(Math.Sqrt)];
        for (int k = 0; k < found.Length; k++)
            Assert.Equal(Width + 3 - k, found[k], 1e-8);
    }

    [Fact]
    public void Shrinking_keeps_the_best_pairs_and_the_way_on()
    {
        double[] diagonal = [.. Enumerable.Range(1, 300).Select(k => (double)k)];
        using KrylovSpace<double> space = Started(diagonal, 6);
        for (int step = 0; step < 6; step++)
            space.Extend();
        KrylovSpace<double>.RitzPairs before = space.Ritz();
        space.Shrink(before, Width + 1); // whole panels: two of them
        Assert.Equal(2 * Width, space.Dimension);
        Assert.False(space.IsFull);
        KrylovSpace<double>.RitzPairs after = space.Ritz();
        for (int k = 0; k < 2 * Width; k++)
            Assert.Equal(before.Values[k], after.Values[k], 1e-9 * before.Values[0]);
        double residual = before.Residual(2);
        for (int step = 0; step < 4; step++)
            space.Extend();
        KrylovSpace<double>.RitzPairs further = space.Ritz();
        Assert.True(further.Residual(2) < residual, "the space goes on from where it was");
        Assert.InRange(further.Values[0], before.Values[0] - 1e-6, 300 * 300 * (1 + 1e-12));
    }

    /// <summary>Zero: the first panel is all there is, every value is zero and nothing divides by it.</summary>
    [Fact]
    public void A_zero_matrix_closes_at_once()
    {
        using KrylovSpace<double> space = Started(new double[100], 5);
        space.Extend();
        Assert.True(space.IsClosed);
        KrylovSpace<double>.RitzPairs pairs = space.Ritz();
        Assert.All(pairs.Values, value => Assert.Equal(0, value));
        Assert.Equal(0, pairs.Residual(Width));
    }

    private static KrylovSpace<double> Started(double[] diagonal, int mostPanels)
    {
        var space = new KrylovSpace<double>(new Diagonal(diagonal), mostPanels);
        Assert.True(space.Restart());
        return space;
    }

    private static double[] Column(IReadOnlyList<Panel<double>> panels, int k) =>
        [.. Enumerable.Range(0, panels[0].Count).Select(row => panels[k / Width][row, k % Width])];

    private sealed class Diagonal(double[] entries) : IPanelOperator
    {
        public int Count => entries.Length;

        public void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
            where T : struct, INumber<T>
        {
            for (int row = 0; row < Count; row++)
                y.Rows[row] = x.Rows[row] * T.CreateChecked(entries[row]);
        }
    }
}
