using System.Runtime.CompilerServices;
using CsCheck;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Experiments;

namespace HyperLandscape.Tests.Storage;

public sealed class RoundTripTests : IDisposable
{
    private static readonly SearchSpace Small = new(Hyperparameter.Ordinal("x", 1, 2, 3), Hyperparameter.Boolean("b"));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Objective.Minimize)]
    [InlineData(Objective.Maximize)]
    public void A_complete_grid(Objective objective) =>
        Returns(Landscape.Create(Small, [5e-324, 1, -0.0, 0.0, double.MaxValue, 1.0 / 3], objective, 0.125));

    [Fact]
    public void Everything_that_a_landscape_can_have()
    {
        Landscape everything = StoredLandscapes.Everything;
        Assert.Equal([0L, 9L], everything.FailedCells);
        Assert.Equal(0.25, everything.StandardErrors[0]);
        Assert.True(double.IsNaN(everything.StandardErrors[1]));
        Returns(everything);
    }

    [Fact]
    public void A_single_failed_run() =>
        Returns(Landscape.Create(Small, [1, 2, double.NaN, 4, 5, 6]));

    [Fact]
    public void Repeated_runs_over_a_complete_grid() =>
        Returns(Landscape.Create(Small, [0, 1, 2, 3, 4, 5, 5], [6, 5, 4, 3, 2, 1, 2], Objective.Minimize, Tolerance.OfStandardError(2), Duplicates.Median));

    [Fact]
    public void The_Hamming_neighborhood_of_a_complete_grid() =>
        Returns(Landscape.Create(Small, [3, 1, 4, 1, 5, 9], neighborhood: new HammingNeighborhood()));

    [Fact]
    public void Cells_beyond_32_bits()
    {
        var space = new SearchSpace(Enumerable.Range(0, 15).Select(h => Hyperparameter.Categorical($"h{h}", [.. "abcdefghijklmnopqr".Select(letter => $"{letter}")])).ToArray());
        Returns(Landscape.Create(space, [space.CellCount - 1, 0, 1L << 40], [1, 2, 3]));
    }

    [Fact]
    public void A_conditional_space()
    {
        Returns(StoredLandscapes.Conditional);
        SearchSpace space = Objectives.Conditional.Space;
        Returns(Landscape.Create(space, [.. Enumerable.Range(0, 14).Select(cell => 1.0 / (cell + 1))], neighborhood: new HammingNeighborhood()));
    }

    [Fact]
    public void Scattered_trials()
    {
        Returns(StoredLandscapes.Scattered);
        Returns(Landscape.Scattered(["x"], [3, 1, 2, 5, 4], [1, 2, 3, 4, 5]));
    }

    [Fact]
    public void Any_list() =>
        Gen.Int[0, 1].Array[27].Where(taken => taken.Sum() > 0).Sample(taken =>
        {
            int[] levels = [.. Enumerable.Range(0, 27).Where(cell => taken[cell] > 0).SelectMany(cell => new[] { cell / 9, cell / 3 % 3, cell % 3 })];
            var space = SearchSpace.Listed([Hyperparameter.Ordinal("x", 1, 2, 3), Hyperparameter.Categorical("c", "a", "b", "c"), Hyperparameter.Ordinal("y", 0.1, 0.2).WithInactive()], levels);
            Returns(Landscape.Create(space, [.. Enumerable.Range(0, taken.Sum()).Select(cell => (double)(cell * 7 % 5))]));
        }, iter: 50, threads: 1);

    [Fact]
    public void Blocks_that_are_mapped() => Returns(StoredLandscapes.Large(seed: 1));

    [Fact]
    public void Blocks_of_a_large_sample()
    {
        Landscape grid = StoredLandscapes.Large(seed: 2);
        long[] odd = [.. Enumerable.Range(0, grid.Count / 2).Select(i => (2L * i) + 1)];
        Returns(Landscape.Create(grid.Space, odd, grid.Fitness[..odd.Length]));
    }

    [Fact]
    public void Any_sample() =>
        Gen.Double[-1, 1].Array[1, 40].Select(Gen.Int[1, 5]).Sample((fitness, gap) =>
        {
            long[] cells = [.. Enumerable.Range(0, fitness.Length).Select(i => (long)i * gap)];
            Returns(Landscape.Create(StoredLandscapes.Space, cells, fitness));
        }, iter: 50, threads: 1);

    [Fact]
    public void A_neighborhood_of_the_users_own_is_refused()
    {
        var error = Assert.Throws<NotSupportedException>(() => Landscape.Create(Small, [1, 2, 3, 4, 5, 6], neighborhood: new Own()).Save(folder["own"]));
        Assert.Contains("not Own", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_mapped_fitness_outlives_its_landscape_and_its_file()
    {
        Landscape first = StoredLandscapes.Large(seed: 3);
        Landscape second = StoredLandscapes.Large(seed: 4);
        first.Save(folder["landscape"]);
        ReadOnlySpan<double> fitness = FitnessOnly(folder["landscape"], out WeakReference landscape);
        second.Save(folder["landscape"]);
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(landscape.IsAlive);
        Assert.True(fitness.SequenceEqual(first.Fitness));
        StoredLandscapes.AssertSame(second, Landscape.Load(folder["landscape"]));
        Assert.Equal(["landscape"], folder.Names);
    }

    /// <summary>Not inlined, so that nothing on the stack of the caller keeps the landscape.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<double> FitnessOnly(string path, out WeakReference reference)
    {
        Landscape landscape = Landscape.Load(path);
        reference = new WeakReference(landscape);
        return landscape.Fitness;
    }

    private void Returns(Landscape landscape)
    {
        landscape.Save(folder["landscape"]);
        StoredLandscapes.AssertSame(landscape, Landscape.Load(folder["landscape"]));
    }

    private sealed record Own : INeighborhood
    {
        public int MaxDegree(SearchSpace space) => 0;

        public int Neighbors(SearchSpace space, long cell, Span<long> destination) => 0;
    }
}
