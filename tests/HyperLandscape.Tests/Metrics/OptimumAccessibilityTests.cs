using CsCheck;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Metrics;

public sealed class OptimumAccessibilityTests
{
    //     4  1  2      Arcs 0->1, 2->1, 3->0, 3->4, 4->1, 2->5, 4->5.
    //     5  3  0      1 is reached from 0, 2, 3, 4 and itself; 5 from 2, 3, 4 and itself.
    private static readonly Landscape Grid = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2)), [4, 1, 2, 5, 3, 0]);

    public static TheoryData<string> Names => GraphFlaTests.Names;

    [Fact]
    public void By_hand()
    {
        var accessibility = OptimumAccessibility.Of(Grid);
        Assert.Equal([5.0, 4.0], accessibility.Counts);
        Assert.Equal([0.0, 0.0], accessibility.StandardErrors);
        Assert.Equal((6, true), (accessibility.Starts, accessibility.IsExact));

        // 4 3 3 1 0 0 2: the plateau {4, 5} is reached from 2, 3, 6 and its members; 0 ends at 1 and 1 nowhere.
        var row = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4, 5, 6)), [4, 3, 3, 1, 0, 0, 2]);
        Assert.Equal([5.0], OptimumAccessibility.Of(row).Counts);
    }

    [Fact]
    public void Prints_as_a_table()
    {
        Assert.Equal(
            """
            optimum          reached from  standard error  basin  fitness
            row=0, column=1             5               0      2        1
            row=1, column=2             4               0      4        0

            """,
            $"{OptimumAccessibility.Of(Grid)}");
        var csv = new StringWriter();
        OptimumAccessibility.Of(Grid).WriteCsv(csv);
        Assert.Equal("optimum,count,standard error,basin,fitness\n\"row=0, column=1\",5,0,2,1\n\"row=1, column=2\",4,0,4,0\n", csv.ToString());
        Assert.Matches("estimated[^$]* from 2[^$]*starts", $"{OptimumAccessibility.Estimate(Grid, 2)}");
    }

    [Fact]
    public void Agrees_with_its_definition() => Gen.OneOf(LandscapeCases.Small, LandscapeCases.Large.Where(given => given.Cells.Length < 2000)).Sample(
        given =>
        {
            ReferenceLandscape reference = given.ToReference();
            double[] expected = [.. reference.Optima.Select(optimum => (double)reference.AccessibleCount(reference.Members(optimum)))];
            Landscape landscape = given.ToLandscape();
            Assert.Equal(expected, OptimumAccessibility.Of(landscape).Counts.ToArray());
            if (given.Cells.Length < 2)
                return;
            var all = OptimumAccessibility.Estimate(landscape, int.MaxValue);
            Assert.True(all.IsExact);
            Assert.Equal(expected, all.Counts.ToArray());
            Assert.All(all.StandardErrors.ToArray(), error => Assert.Equal(0, error));
        },
        iter: 100);

    [Fact]
    public void More_optima_than_bits_in_a_vector()
    {
        var random = new Random(2);
        Landscape landscape = Landscape.Create(new SearchSpace([.. Enumerable.Range(0, 12).Select(h => Hyperparameter.Boolean($"h{h}"))]), [.. Enumerable.Range(0, 4096).Select(_ => random.NextDouble())]);
        Assert.True(landscape.Optima.Length > 257);
        var exact = OptimumAccessibility.Of(landscape, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        Assert.Equal(exact.Counts, OptimumAccessibility.Of(landscape).Counts);
        Assert.Equal(exact.Counts, OptimumAccessibility.Estimate(landscape, 4096).Counts);
        foreach (int optimum in new[] { 0, 255, 256, landscape.Optima.Length - 1 })
            Assert.Equal(exact.Counts[optimum], new LocalOptimumAccessibility { Optimum = optimum }.Measure(landscape) * 4096, 1e-9);
    }

    /// <summary>On a complete grid searches go by sets of 64 cells, under a neighborhood of one's own by single vertices.</summary>
    [Fact]
    public void Single_optima_of_a_large_grid_are_found_by_either_search()
    {
        var random = new Random(6);
        SearchSpace space = Grids.Of("o7 c5 o11 b o13 c4 o3"); // 120,120 cells: several blocks, the last one short
        double[] fitness = [.. Enumerable.Range(0, (int)space.CellCount).Select(cell => space.Level(cell, 0) + (3 * random.NextDouble()))];
        Landscape grid = Landscape.Create(space, fitness);
        Landscape wrapped = Landscape.Create(space, fitness, neighborhood: new WrappedNeighborhood());
        IMetric[] metrics = [new GlobalOptimumAccessibility(), new MeanPathLengthToGlobalOptimum(), new LocalOptimumAccessibility { Optimum = 0 }, new MeanPathLengthToLocalOptimum { Optimum = grid.Optima.Length - 1 }];
        Assert.Equal(wrapped.Profile(metrics).Values.ToArray(), grid.Profile(metrics).Values.ToArray());
        Assert.Equal(new LocalOptimumAccessibility { Optimum = 0 }.Measure(grid) * grid.Count, OptimumAccessibility.Of(grid).Counts[0], 1e-6);
    }

    [Fact]
    public void A_long_way_down()
    {
        double[] levels = [.. Enumerable.Range(0, 3000).Select(level => (double)level)];
        Landscape slope = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", levels)), levels);
        Assert.Equal(1, new GlobalOptimumAccessibility().Measure(slope));
        Assert.Equal(2999.0 / 2, new MeanPathLengthToGlobalOptimum().Measure(slope));
    }

    [Fact]
    public void Estimates_scatter_by_their_standard_error()
    {
        var random = new Random(3);
        Landscape landscape = Landscape.Create(new SearchSpace([.. Enumerable.Range(0, 10).Select(h => Hyperparameter.Boolean($"h{h}"))]), [.. Enumerable.Range(0, 1024).Select(_ => random.NextDouble())]);
        double[] exact = OptimumAccessibility.Of(landscape).Counts.ToArray();
        double[][] standardized = [.. Enumerable.Range(0, 300).Select(seed =>
        {
            var estimate = OptimumAccessibility.Estimate(landscape, 300, seed);
            Assert.Equal((300, false), (estimate.Starts, estimate.IsExact));
            return exact.Select((count, optimum) => (estimate.Counts[optimum] - count) / (1024 * Math.Sqrt(count / 1024 * (1 - (count / 1024)) / 300 * (724.0 / 1023)))).ToArray();
        })];
        for (int optimum = 0; optimum < exact.Length; optimum++)
        {
            Assert.InRange(standardized.Average(errors => errors[optimum]), -0.25, 0.25);
            Assert.InRange(standardized.Average(errors => errors[optimum] * errors[optimum]), 0.7, 1.4);
        }

        var one = OptimumAccessibility.Estimate(landscape, 300, 7);
        Assert.Equal(one.Counts, OptimumAccessibility.Estimate(landscape, 300, 7, new ParallelOptions { MaxDegreeOfParallelism = 1 }).Counts);
        double share = one.Counts[0] / 1024;
        Assert.Equal(1024 * Math.Sqrt(share * (1 - share) / 299 * (724.0 / 1024)), one.StandardErrors[0], 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => OptimumAccessibility.Estimate(landscape, 1));
    }

    [Fact]
    public void The_objective_does_not_matter_and_the_work_can_be_canceled()
    {
        LandscapeCases.Small.Sample(
            given => Assert.Equal(OptimumAccessibility.Of(given.ToLandscape()).Counts.ToArray(), OptimumAccessibility.Of(given.Negated().ToLandscape()).Counts.ToArray()),
            iter: 100);
        var options = new ParallelOptions { CancellationToken = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => OptimumAccessibility.Of(Grid, options));
        Assert.Throws<OperationCanceledException>(() => OptimumAccessibility.Estimate(Grid, 2, 0, options));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_GraphFLA(string name)
    {
        GraphFlaGolden golden = GraphFlaTests.Golden(name);
        (int Member, int Count)[] expected = [.. golden.Accessible];
        if (expected.Length == 0)
            return;
        var accessibility = OptimumAccessibility.Of(golden.Landscape);
        Assert.All(expected, entry => Assert.Equal(entry.Count, accessibility.Counts[golden.Landscape.Basins[entry.Member]]));
    }
}
