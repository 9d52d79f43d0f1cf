using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>Landscapes whose singular values are known in closed form, most of them many times over.</summary>
public sealed class HopeClosedFormTests
{
    private static readonly double SilverRatio = 1 + Math.Sqrt(2);

    public static TheoryData<int> Dimensions => [.. Emulation.Unless([3, 7, 8], [10])];

    /// <summary>
    /// One ordinal hyperparameter, the lower the better: A shifts by one level. So A A shifts by two, with count - 2
    /// singular values of 1; a middle has two arcs, so Adamic-Adar is half of that. Katz with beta = 1 is the inverse of
    /// I - A without its zero row and column, whose m = count - 1 singular values are 2 cos(k pi / (2 m + 1)).
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(66)]
    [InlineData(1500)]
    public void Chain(int count)
    {
        Landscape chain = Of($"o{count}", cell => cell);
        int rank = Math.Min(64, count);
        double[] paths = [.. Enumerable.Range(0, rank).Select(k => k < count - 2 ? 1.0 : 0)];
        Values(paths, chain, new CommonNeighbors { SelfLoops = false });
        Values([.. paths.Select(value => value / 2)], chain, new AdamicAdar());
        double[] katz = [.. Enumerable.Range(1, count - 1).Select(k => 1 / (2 * Math.Cos(k * Math.PI / ((2 * count) - 1)))).OrderDescending(), 0];
        Values(katz[..Math.Min(8, rank)], chain, new Katz { Beta = 1 });
    }

    /// <summary>
    /// Boolean hyperparameters, f = number of ones, minimized. With d of them A lowers a spin of d / 2: it is the direct
    /// sum of ladders of 2 j + 1 rungs for j = d / 2, d / 2 - 1, ..., each C(d, d / 2 - j) - C(d, d / 2 - j - 1) times,
    /// with sqrt((j + m) (j - m + 1)) from rung m to m - 1. Rung m has d / 2 + m ones, so as many better neighbours.
    /// </summary>
    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Hypercube(int dimension)
    {
        Landscape cube = Of(string.Join(' ', Enumerable.Repeat("b", dimension)), cell => long.PopCount(cell));
        int rank = Math.Min(64, cube.Count);
        Values(Ladders(a => ReferenceProximity.CommonNeighbors(a, true)), cube, new CommonNeighbors());
        Values(Ladders(a => ReferenceProximity.CommonNeighbors(a, false)), cube, new CommonNeighbors { SelfLoops = false });
        Values(Ladders(a => ReferenceProximity.CommonNeighbors(a, false) / dimension), cube, new AdamicAdar());
        Values(Ladders(a => ReferenceProximity.Katz(a, 0.1)), cube, new Katz { Beta = 0.1 });

        // The norm of A is the steepest rung of the longest ladder, about d / 2.
        double norm = Enumerable.Range(1, dimension).Max(ones => Math.Sqrt(ones * (dimension - ones + 1)));
        Values(Ladders(a => ReferenceProximity.Katz(a, 0.5 / norm)), cube, new Katz());
        Values(Ladders(PageRank), cube, new RootedPageRank { Alpha = 0.5 });

        double[] Ladders(Func<Matrix<double>, Matrix<double>> proximity) =>
            [.. Enumerable.Range(0, (dimension / 2) + 1).SelectMany(down => Ladder(down, proximity)).OrderDescending().Take(rank)];

        IEnumerable<double> Ladder(int down, Func<Matrix<double>, Matrix<double>> proximity)
        {
            int rungs = dimension - (2 * down) + 1;
            int copies = (int)Math.Round(SpecialFunctions.Binomial(dimension, down) - (down == 0 ? 0 : SpecialFunctions.Binomial(dimension, down - 1)));
            var ladder = Matrix<double>.Build.Dense(rungs, rungs, (i, j) => i == j + 1 ? Math.Sqrt(i * (rungs - i)) : 0);
            return proximity(ladder).Svd(false).S.SelectMany(value => Enumerable.Repeat(value, copies));
        }

        // A rung is told from its place by the ones that it has beside those of the lowest rung.
        Matrix<double> PageRank(Matrix<double> a)
        {
            int lowest = (dimension + 1 - a.RowCount) / 2;
            Matrix<double> p = a.MapIndexed((i, _, value) => value == 0 ? 0 : value / (lowest + i));
            return 0.5 * (Matrix<double>.Build.DenseIdentity(a.RowCount) - (0.5 * p)).Inverse();
        }
    }

    /// <summary>
    /// One categorical hyperparameter with different values: everything worse reaches everything better, A is the lower
    /// triangle of ones. An inverse of a shift away from the identity, it has the singular values 1 / (2 cos(k pi / (2 m + 1)))
    /// with m = count - 1; those of Katz follow from the entries beta (1 + beta)^(i - j - 1), which are sums over all paths.
    /// </summary>
    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    public void Star(int count)
    {
        Landscape star = Of($"c{count}", cell => cell);
        double norm = 1 / (2 * Math.Cos((count - 1) * Math.PI / ((2 * count) - 1)));
        double beta = 0.5 / norm;
        Matrix<double> paths = Matrix<double>.Build.Dense(count, count, (i, j) => i > j ? beta * Math.Pow(1 + beta, i - j - 1) : 0);
        DenseHope.Check(star, new Hope { Proximity = new Katz(), Dimensions = 16 }, paths);
        DenseHope.Check(star, new Hope { Dimensions = 16 }, Matrix<double>.Build.Dense(count, count, (i, j) => i >= j ? i - j + 1 : 0));
    }

    /// <summary>
    /// Up and down by turns, on a path and on a ring: every worse one sees the better ones beside it. The eigenvalues of
    /// the graphs are 2 cos(k pi / (count + 1)) and 2 cos(2 k pi / count); both parts being only joined to each other,
    /// the singular values of A are the positive ones. A A = 0, so Katz is beta A and (A + I)^2 = I + 2 A, of which a
    /// value s makes [1 0; 2 s 1] with sqrt(1 + s^2) + s and sqrt(1 + s^2) - s. What is not in a pair has 1.
    /// </summary>
    [Theory]
    [InlineData(6)]
    [InlineData(30)]
    [InlineData(250)]
    public void Zigzag_on_a_path_and_on_a_ring(int count)
    {
        SearchSpace space = Grids.Of($"o{count}");
        double[] fitness = [.. Enumerable.Range(0, count).Select(level => (double)(level % 2))];
        Zigzag(Landscape.Create(space, fitness), k => k * Math.PI / (count + 1), 1);
        Zigzag(Landscape.Create(space, fitness, neighborhood: new Ring()), k => 2 * k * Math.PI / count, 0);

        void Zigzag(Landscape landscape, Func<int, double> angle, int first)
        {
            double[] positive = [.. Enumerable.Range(first, count).Select(k => 2 * Math.Cos(angle(k))).Where(value => value > 1e-12).OrderDescending()];
            double[] pairs = [.. positive.SelectMany(s => new[] { Math.Sqrt(1 + (s * s)) + s, Math.Sqrt(1 + (s * s)) - s })];
            double[] common = [.. pairs.Concat(Enumerable.Repeat(1.0, count - pairs.Length)).OrderDescending().Take(64)];
            Values(common, landscape, new CommonNeighbors());
            Values([.. positive.Concat(new double[count]).Take(Math.Min(64, count)).Select(value => value / 4)], landscape, new Katz { Beta = 0.25 });
        }
    }

    /// <summary>Without arcs S is I, (1 - alpha) I or 0: a constant fitness, a tolerance above all differences, and a sample without neighbours.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    public void No_arcs(int dimension)
    {
        SearchSpace space = Grids.Of(string.Join(' ', Enumerable.Repeat("b", dimension)));
        long[] even = [.. Grids.AllCells(space).Where(cell => long.PopCount(cell) % 2 == 0)];
        Landscape[] landscapes =
        [
            Of(string.Join(' ', Enumerable.Repeat("b", dimension)), _ => 0.7),
            Landscape.Create(space, [.. Grids.AllCells(space).Select(cell => (double)cell)], tolerance: Math.Pow(2, dimension)),
            Landscape.Create(space, even, [.. even.Select(cell => (double)cell)]),
        ];
        foreach (Landscape landscape in landscapes)
        {
            double[] ones = [.. Enumerable.Repeat(1.0, Math.Min(64, landscape.Count))];
            Values(ones, landscape, new CommonNeighbors());
            Values([.. ones.Select(one => one * 0.15)], landscape, new RootedPageRank());
            Assert.Equal(Math.Sqrt(1 - ((double)ones.Length / landscape.Count)), new Hope().Decompose(landscape).RelativeError(), 1e-6);
            foreach (Proximity proximity in new Proximity[] { new CommonNeighbors { SelfLoops = false }, new Katz(), new Katz { Beta = 2 }, new AdamicAdar() })
            {
                HopeDecomposition decomposition = new Hope { Proximity = proximity }.Decompose(landscape);
                Assert.Equal(new double[ones.Length], decomposition.SingularValues.ToArray());
                Assert.Equal(new double[landscape.Count * 2 * ones.Length], decomposition.ToEmbedding().Coordinates.ToArray());
                Assert.Equal(double.NaN, decomposition.RelativeError());
                Assert.Equal(0, decomposition.Residual);
            }
        }
    }

    /// <summary>
    /// Disjoint pairs on a line with gaps: every worse one sees its better one, A = [0 0; 1 0] in each. (A + I)^2 =
    /// [1 0; 2 1] has the singular values sqrt(2) + 1 and sqrt(2) - 1 (their product is 1, their squares sum to 6); Katz
    /// has beta; there is no path of two steps. Rooted PageRank is (1 - alpha) [1 0; alpha 1]: the product of both values
    /// over (1 - alpha)^2 is 1, the sum of their squares 2 + alpha^2. The cut at 64 lies within the larger one, or the smaller.
    /// </summary>
    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(64)]
    [InlineData(700)]
    public void Pairs(int pairs)
    {
        SearchSpace space = Grids.Of($"o{3 * pairs}");
        long[] cells = [.. Enumerable.Range(0, 3 * pairs).Where(cell => cell % 3 < 2).Select(cell => (long)cell)];
        Landscape landscape = Landscape.Create(space, cells, [.. cells.Select(cell => (double)cell)]);
        Values(Twice(SilverRatio, 1 / SilverRatio), landscape, new CommonNeighbors());
        Values(Twice(0.25, 0), landscape, new Katz { Beta = 0.25 });
        Values(Twice(0.5, 0), landscape, new Katz());
        Values(Twice(0, 0), landscape, new CommonNeighbors { SelfLoops = false });
        Values(Twice(0, 0), landscape, new AdamicAdar());
        double sum = Math.Sqrt(2.25 + 2);
        double difference = Math.Sqrt(2.25 - 2);
        Values(Twice((sum + difference) / 4, (sum - difference) / 4), landscape, new RootedPageRank { Alpha = 0.5 });

        double[] Twice(double larger, double smaller) => [.. Enumerable.Repeat(larger, pairs).Concat(Enumerable.Repeat(smaller, pairs)).Take(64)];
    }

    private static void Values(double[] expected, Landscape landscape, Proximity proximity)
    {
        HopeDecomposition decomposition = new Hope { Proximity = proximity, Dimensions = 2 * expected.Length }.Decompose(landscape);
        DenseHope.Values(expected, decomposition);
        DenseHope.Signs(decomposition, landscape.Count);
        if (DenseHope.Positive(decomposition, landscape.Count) is not { Values.Length: > 0 } positive)
            return;
        DenseHope.Orthonormal(positive.Left);
        DenseHope.Orthonormal(positive.Right);
        Assert.InRange(decomposition.Residual, 0, 1e-5);
    }

    private static Landscape Of(string axes, Func<long, double> fitness)
    {
        SearchSpace space = Grids.Of(axes);
        return Landscape.Create(space, [.. Grids.AllCells(space).Select(fitness)]);
    }

    /// <summary>The levels of one hyperparameter in a circle.</summary>
    private sealed class Ring : INeighborhood
    {
        public int MaxDegree(SearchSpace space) => 2;

        public int Neighbors(SearchSpace space, long cell, Span<long> destination)
        {
            (destination[0], destination[1]) = ((cell + 1) % space.CellCount, (cell + space.CellCount - 1) % space.CellCount);
            return 2;
        }
    }
}
