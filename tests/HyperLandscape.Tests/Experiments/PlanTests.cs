using System.Globalization;
using HyperLandscape.Experiments;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Experiments;

public sealed class PlanTests
{
    private static readonly SearchSpace Space = Grids.Of("o7 c3 b o5"); // 210 cells

    public static TheoryData<string> Subsets => [nameof(RandomSubset), nameof(LatinHypercubeSubset), nameof(SobolSubset)];

    [Fact]
    public void The_complete_grid_is_every_cell() =>
        Assert.Equal(Enumerable.Range(0, 210).Select(cell => (long)cell), new CompleteGrid().Cells(Space));

    [Theory]
    [MemberData(nameof(Subsets))]
    public void Subsets_are_nested_up_to_the_whole_grid(string kind)
    {
        long[] all = Cells(kind, 210, seed: 3);
        Assert.Equal(Enumerable.Range(0, 210).Select(cell => (long)cell), all.Order());
        foreach (int count in new[] { 1, 2, 64, 209 })
            Assert.Equal(all[..count], Cells(kind, count, seed: 3));
        Assert.NotEqual(all, Cells(kind, 210, seed: 4));
        Assert.NotEqual(all.Order(), all);
    }

    [Theory]
    [MemberData(nameof(Subsets))]
    public void A_subset_of_none_or_of_more_than_the_space_is_refused(string kind)
    {
        Assert.Contains("A subset of 211 configurations was asked for; the space has 210", Assert.Throws<ArgumentException>(() => Cells(kind, 211)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Cells(kind, 0));
    }

    [Theory]
    [MemberData(nameof(Subsets))]
    public void Spaces_larger_than_memory_have_subsets(string kind)
    {
        SearchSpace large = Grids.Of("o1000 o1000 o1000 o1000 o1000 o1000"); // 10^18 cells
        long[] cells = [.. Plan(kind, 1000).Cells(large)];
        Assert.Equal(1000, cells.Distinct().Count());
        Assert.InRange(cells.Average(cell => cell / 1e18), 0.45, 0.55); // standard deviation of the mean of random ones: 0.009
    }

    /// <summary>Each of 24 orders of four cells comes up in 1/24 of 24,000 drawings: chi square with 23 degrees of freedom, whose 99.9 % quantile is 49.7.</summary>
    [Fact]
    public void Random_orders_are_equally_likely()
    {
        SearchSpace four = Grids.Of("o4");
        var counts = Enumerable.Range(0, 24_000).GroupBy(seed => string.Join(' ', new RandomSubset { Count = 4, Seed = seed }.Cells(four))).Select(group => (double)group.Count()).ToArray();
        Assert.Equal(24, counts.Length);
        Assert.InRange(counts.Sum(count => (count - 1000) * (count - 1000) / 1000), 5, 49.7);
    }

    /// <summary>The definition of a Latin hypercube, for each power of two.</summary>
    [Fact]
    public void Every_doubling_is_a_latin_hypercube()
    {
        ulong[][] points = [.. DoublingHypercube.Points(5, seed: 9).Take(256)];
        for (int bits = 0; bits <= 8; bits++)
        {
            for (int axis = 0; axis < 5; axis++)
                Assert.Equal(1 << bits, points.Take(1 << bits).Select(point => bits == 0 ? 0 : point[axis] >> (64 - bits)).Distinct().Count());
        }

        // The parts of two axes are matched at random, not in order: both orders of two points on two axes occur.
        Assert.Equal(2, Enumerable.Range(0, 20).Select(seed => DoublingHypercube.Points(2, seed).Take(2).Select(point => (point[0] ^ point[1]) >> 63).First()).Distinct().Count());
    }

    /// <summary>With 16 points in a space of 16 x 4 x 2 levels every level has its share: 1, 4 and 8.</summary>
    [Fact]
    public void Levels_get_their_share()
    {
        SearchSpace space = Grids.Of("o16 o4 b o16 o16");
        foreach (IPlan plan in new IPlan[] { new LatinHypercubeSubset { Count = 16, Seed = 1 }, new SobolSubset { Count = 16, Seed = 1 } })
        {
            long[] cells = [.. plan.Cells(space)];
            for (int h = 0; h < space.Dimension; h++)
                Assert.All(cells.GroupBy(cell => space.Level(cell, h)), group => Assert.Equal(16 / space.Hyperparameters[h].LevelCount, group.Count()));
        }
    }

    [Fact]
    public void Sobol_points_are_those_of_SciPy()
    {
        string[][] rows = GoldenFiles.ReadTable(Path.Combine(GoldenFiles.Folder, "sobol", "sobol.csv"));
        var expected = rows.Skip(1).ToDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => row[1..]);
        int compared = 0;
        int number = 0;
        foreach (ulong[] point in SobolSequence.Points(new ulong[21]).Take(expected.Keys.Max() + 1))
        {
            if (expected.TryGetValue(number++, out string[]? coordinates))
            {
                Assert.Equal(coordinates, point.Select(coordinate => (coordinate >> 34).ToString(CultureInfo.InvariantCulture)));
                compared++;
            }
        }

        Assert.Equal(40, compared);
    }

    [Fact]
    public void Too_many_hyperparameters_for_the_Sobol_sequence_are_refused()
    {
        SearchSpace space = Grids.Of(string.Join(' ', Enumerable.Repeat("b", 22)));
        Assert.Contains("22 hyperparameters; the Sobol sequence is known here for up to 21. Use a LatinHypercubeSubset", Assert.Throws<ArgumentException>(() => new SobolSubset { Count = 4 }.Cells(space)).Message, StringComparison.Ordinal);
    }

    /// <summary>A list of all combinations is the grid; one of some has subsets of its own, up to all of them.</summary>
    [Theory]
    [MemberData(nameof(Subsets))]
    public void Spaces_that_list_their_configurations_have_subsets(string kind)
    {
        SearchSpace all = Space.Restrict([.. Enumerable.Range(0, 210).Select(cell => (long)cell)]);
        Assert.Equal(Cells(kind, 210, seed: 3), Plan(kind, 210, seed: 3).Cells(all));
        SearchSpace some = Space.Restrict([.. Enumerable.Range(0, 210).Select(cell => (long)cell).Where(cell => cell * cell % 7 < 3)]);
        long[] order = [.. Plan(kind, (int)some.CellCount).Cells(some)];
        Assert.Equal(Enumerable.Range(0, (int)some.CellCount).Select(cell => (long)cell), order.Order());
        Assert.Equal(order[..20], Plan(kind, 20).Cells(some));
    }

    /// <summary>Two of 16 points for each of eight values of c, and of those of c = 0, for which b is always 1, both at b = 1.</summary>
    [Fact]
    public void Levels_that_are_left_get_their_share()
    {
        var space = SearchSpace.Listed(
            [Hyperparameter.Ordinal("c", [.. Enumerable.Range(0, 8).Select(level => (double)level)]), Hyperparameter.Boolean("b"), Hyperparameter.Ordinal("d", [.. Enumerable.Range(0, 64).Select(level => (double)level)])],
            [.. from c in Enumerable.Range(0, 8) from b in Enumerable.Range(0, 2) from d in Enumerable.Range(0, 64) where c > 0 || b == 1 from level in new[] { c, b, d } select level]);
        foreach (IPlan plan in new IPlan[] { new LatinHypercubeSubset { Count = 16, Seed = 1 }, new SobolSubset { Count = 16, Seed = 1 } })
        {
            long[] cells = [.. plan.Cells(space)];
            Assert.All(cells.GroupBy(cell => space.Level(cell, 0)), group => Assert.Equal(2, group.Count()));
            Assert.Equal([1, 1], cells.Where(cell => space.Level(cell, 0) == 0).Select(cell => space.Level(cell, 1)));
            Assert.InRange(cells.Count(cell => space.Level(cell, 1) == 1), 9, 10); // half of all points and the one or two of c = 0 that would be at b = 0
        }
    }

    private static long[] Cells(string kind, int count, int seed = 0) => [.. Plan(kind, count, seed).Cells(Space)];

    private static IPlan Plan(string kind, int count, int seed = 0) => kind switch
    {
        nameof(RandomSubset) => new RandomSubset { Count = count, Seed = seed },
        nameof(LatinHypercubeSubset) => new LatinHypercubeSubset { Count = count, Seed = seed },
        _ => new SobolSubset { Count = count, Seed = seed },
    };
}
