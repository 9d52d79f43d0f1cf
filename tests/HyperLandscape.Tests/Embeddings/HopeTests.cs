using CsCheck;
using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>What must not matter to HOPE does not; what is wrong is refused; long work can be watched and stopped.</summary>
public sealed class HopeTests
{
    /// <summary>2,880 configurations: several blocks of rows.</summary>
    private static readonly SearchSpace Space = Grids.Of("o6 o5 c4 b o4 c3");

    private static readonly Gen<LandscapeCase> Landscapes = LandscapeCases.Small.Where(given => given.Cells.Length <= 300);

    public static TheoryData<int> Proximities => [.. Enumerable.Range(0, ProximityCase.All.Length)];

    [Fact]
    public void Maximizing_the_negated_fitness_is_minimizing_it_bit_for_bit() => Gen.Select(Landscapes, ProximityCase.Any).Sample(
        (given, proximity) =>
        {
            var hope = new Hope { Proximity = proximity.Proximity, Dimensions = 16 };
            Assert.Equal(Bits(hope.Embed(given.ToLandscape())), Bits(hope.Embed(given.Negated().ToLandscape())));
        },
        iter: 30);

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 2)]
    [InlineData(true, 5)]
    public void Threads_do_not_change_a_bit(bool isSample, int index)
    {
        Landscape landscape = isSample ? Of(Grids.Sample(Space, 2_300, 1), new GridNeighborhood()) : Of(Grids.AllCells(Space), new GridNeighborhood());
        var hope = new Hope { Proximity = ProximityCase.All[index].Proximity, Dimensions = 32 };
        long[] alone = Bits(landscape.Embed(hope, new ParallelOptions { MaxDegreeOfParallelism = 1 }));
        foreach (int threads in new[] { 2, 8 })
            Assert.Equal(alone, Bits(landscape.Embed(hope, new ParallelOptions { MaxDegreeOfParallelism = threads })));
    }

    /// <summary>The complete grid without stored edges, and the same graph with rows.</summary>
    [Theory]
    [MemberData(nameof(Proximities))]
    public void Representations_agree(int index)
    {
        var hope = new Hope { Proximity = ProximityCase.All[index].Proximity, Dimensions = 16 };
        long[] cells = Grids.AllCells(Space);
        HopeDecomposition grid = hope.Decompose(Of(cells, new GridNeighborhood()));
        HopeDecomposition rows = hope.Decompose(Of(cells, new WrappedNeighborhood()));
        AssertSame(grid, rows, [.. Enumerable.Range(0, cells.Length)]);
    }

    /// <summary>Hyperparameters the other way round: the vertices are permuted, and so are the rows.</summary>
    [Theory]
    [MemberData(nameof(Proximities))]
    public void Permuted_vertices_permute_rows(int index)
    {
        var hope = new Hope { Proximity = ProximityCase.All[index].Proximity, Dimensions = 16 };
        long[] cells = Grids.Sample(Space, 2_500, 3);
        double[] fitness = Fitness(cells.Length);
        var given = new LandscapeCase(Space, new GridNeighborhood(), cells, fitness, Objective.Minimize, 0.002);
        Landscape first = given.ToLandscape();
        LandscapeCase reversed = given.Reversed();
        Landscape second = reversed.ToLandscape();
        var moved = new int[cells.Length];
        foreach ((long from, long to) in cells.Zip(reversed.Cells))
            moved[Vertex(first, from)] = Vertex(second, to);
        AssertSame(hope.Decompose(first), hope.Decompose(second), moved);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(1)]
    [InlineData(127)]
    public void Dimensions_must_be_even_and_positive(int dimensions)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new Hope { Dimensions = dimensions });
        Assert.Contains("even", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Alpha_must_be_a_probability(double alpha)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new RootedPageRank { Alpha = alpha });
        Assert.Contains("between 0 and 1", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Beta_must_be_positive(double beta)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new Katz { Beta = beta });
        Assert.Contains("positive", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_steps_are_an_error_and_no_result()
    {
        Landscape landscape = Of(Grids.AllCells(Space), new GridNeighborhood());
        ProximityMatrix matrix = new CommonNeighbors().Of(new ImprovingArcs(landscape));
        var thrown = Assert.Throws<InvalidOperationException>(() => TruncatedSvd.Of(matrix, 64, 1));
        Assert.Contains("64 largest singular values did not converge", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("dimensions", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Proximities))]
    public void Progress_ascends_and_ends_with_one(int index)
    {
        var progress = new Reports();
        Of(Grids.AllCells(Space), new GridNeighborhood()).Embed(new Hope { Proximity = ProximityCase.All[index].Proximity, Dimensions = 16 }, progress: progress);
        Assert.Equal(progress.Values.Order(), progress.Values);
        Assert.InRange(progress.Values[0], 0, 0.5);
        Assert.Equal(1, progress.Values[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Work_can_be_canceled(int threads)
    {
        Landscape landscape = Of(Grids.AllCells(Space), new GridNeighborhood());
        using var source = new CancellationTokenSource();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = source.Token };
        var progress = new Reports { OnReport = source.Cancel };
        Assert.ThrowsAny<OperationCanceledException>(() => landscape.Embed(new Hope(), options, progress));
        Assert.Single(progress.Values);
        Assert.ThrowsAny<OperationCanceledException>(() => landscape.Embed(new Hope(), options));
        Assert.ThrowsAny<OperationCanceledException>(() => new Hope { Dimensions = 2 }.Decompose(landscape).RelativeError(options));
    }

    /// <summary>Equal singular values, and rows that correspond: equal up to a sign of each column, where its value lies apart from its neighbours.</summary>
    private static void AssertSame(HopeDecomposition first, HopeDecomposition second, int[] moved)
    {
        ReadOnlySpan<double> values = first.SingularValues;
        int apart = 0;
        for (int k = 0; k < values.Length; k++)
        {
            Assert.Equal(values[k], second.SingularValues[k], 1e-6 * values[0]);
            double gap = Math.Min(k == 0 ? values[0] : values[k - 1] - values[k], k + 1 == values.Length ? 0 : values[k] - values[k + 1]) / values[0];
            if (gap < 1e-3)
                continue;
            apart++;
            int column = k;
            int largest = Enumerable.Range(0, moved.Length).MaxBy(vertex => Math.Abs(first.Left(vertex, column)));
            double sign = Math.Sign(first.Left(largest, k) * second.Left(moved[largest], k));
            for (int vertex = 0; vertex < moved.Length; vertex++)
            {
                Assert.Equal(sign * first.Left(vertex, k), second.Left(moved[vertex], k), 1e-5 / gap);
                Assert.Equal(sign * first.Right(vertex, k), second.Right(moved[vertex], k), 1e-5 / gap);
            }
        }

        Assert.InRange(apart, 2, values.Length);
    }

    private static int Vertex(Landscape landscape, long cell)
    {
        int vertex = 0;
        while (landscape.Graph.Cell(vertex) != cell)
            vertex++;
        return vertex;
    }

    private static Landscape Of(long[] cells, INeighborhood neighborhood) =>
        Landscape.Create(Space, cells, Fitness(cells.Length), neighborhood: neighborhood);

    private static double[] Fitness(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
    }

    private static long[] Bits(Embedding embedding) => [.. embedding.Coordinates.ToArray().Select(BitConverter.DoubleToInt64Bits)];

    private sealed class Reports : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public Action? OnReport { get; init; }

        public void Report(double value)
        {
            Values.Add(value);
            OnReport?.Invoke();
        }
    }
}
