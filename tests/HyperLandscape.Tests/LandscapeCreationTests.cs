using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

public sealed class LandscapeCreationTests
{
    private static readonly SearchSpace Space = new(Hyperparameter.Ordinal("x", 0, 1, 2), Hyperparameter.Boolean("b"));

    [Fact]
    public void A_fitness_of_its_own_shares_the_graph()
    {
        Landscape first = Landscape.Create(Space, [1, 2, 3, 4, 5, 6]);
        Landscape second = first.WithFitness([6, 5, 4, 3, 2, 1], Objective.Maximize);
        Assert.Same(first.Graph, second.Graph);
        Assert.Equal(first.Optima, second.Optima);
    }

    [Fact]
    public void Failed_runs_are_kept_apart_and_counted()
    {
        Landscape landscape = Landscape.Create(Space, [1, double.NaN, 3, double.PositiveInfinity, 5, 6]);
        Assert.Equal(4, landscape.Count);
        Assert.Equal([1L, 3L], landscape.FailedCells);
        Assert.Equal("4 configurations of 2 hyperparameters, minimized, sample of 6, 2 failed runs kept apart", landscape.ToString());
        Assert.Throws<ArgumentException>(() => Landscape.Create(Space, [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN]));
    }

    [Theory]
    [InlineData(Duplicates.Mean, 4)]
    [InlineData(Duplicates.Median, 3)]
    [InlineData(Duplicates.Best, 1)]
    public void Repeated_runs_are_combined_as_asked(Duplicates duplicates, double expected)
    {
        // Cell 2 ran four times: 1, 3, 8 and a failure. Sample variance ((1-4)^2 + (3-4)^2 + (8-4)^2) / 2 = 13; standard error sqrt(13 / 3).
        Landscape landscape = Landscape.Create(Space, [2, 0, 2, 2, 2], [8, 5, double.NaN, 1, 3], duplicates: duplicates);
        Assert.Equal([5, expected], landscape.Fitness);
        Assert.True(double.IsNaN(landscape.StandardErrors[0]));
        Assert.Equal(Math.Sqrt(13.0 / 3), landscape.StandardErrors[1], 14);
        Assert.Equal(2 * Math.Sqrt(13.0 / 3), Tolerance.OfStandardError(2).Resolve(landscape), 14);
    }

    [Fact]
    public void Repeated_runs_are_refused_unless_asked()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Landscape.Create(Space, [2, 0, 2], [8, 5, 1]));
        Assert.Contains("x=1, b=false", error.Message, StringComparison.Ordinal);
        Assert.Contains("run 0 and run 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tolerances_scale_with_the_fitness()
    {
        // 0 1 2 3 10: range 10, quartiles 1 and 3.
        Landscape landscape = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", 0, 1, 2, 3, 4)), [0, 3, 1, 10, 2]);
        Assert.Equal(1, Tolerance.OfRange(0.1).Resolve(landscape), 14);
        Assert.Equal(1, Tolerance.OfInterquartileRange(0.5).Resolve(landscape), 14);
        Assert.Equal(0.3, ((Tolerance)0.3).Resolve(landscape));
        Assert.Throws<InvalidOperationException>(() => Tolerance.OfStandardError(1).Resolve(landscape));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tolerance.Absolute(-1));
    }

    [Fact]
    public void Evaluating_gives_the_values_whatever_the_threads()
    {
        Landscape one = Landscape.Evaluate(Space, c => c["x"] + (10 * c["b"]));
        Landscape two = Landscape.Evaluate(Space, c => c["x"] + (10 * c["b"]), options: new ParallelOptions { MaxDegreeOfParallelism = 2 });
        Assert.Equal([0, 10, 1, 11, 2, 12], one.Fitness);
        Assert.Equal(one.Fitness, two.Fitness);
        Assert.Throws<TimeoutException>(() => Landscape.Evaluate(Space, _ => throw new TimeoutException(), options: new ParallelOptions { MaxDegreeOfParallelism = 2 }));
    }

    [Fact]
    public void A_neighborhood_that_is_not_symmetric_is_refused_with_a_pair()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => NeighborhoodGraph.Complete(Space, new OneWay()));
        Assert.Contains("not symmetric", error.Message, StringComparison.Ordinal);
        Assert.Contains("x=0, b=true is a neighbor of x=0, b=false", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_given_twice_or_outside_are_refused()
    {
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => NeighborhoodGraph.Sample(Space, [1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("outside", Assert.Throws<ArgumentException>(() => NeighborhoodGraph.Sample(Space, [6])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_not_finite_are_no_vertices()
    {
        var graph = NeighborhoodGraph.Complete(Space);
        Assert.Contains("x=0, b=true", Assert.Throws<ArgumentException>(() => new Landscape(graph, [1, double.NaN, 3, 4, 5, 6])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Landscape(graph, [1, 2]));
    }

    /// <summary>The next cell is a neighbour, the one before is not.</summary>
    private sealed record OneWay : INeighborhood
    {
        public int MaxDegree(SearchSpace space) => 1;

        public int Neighbors(SearchSpace space, long cell, Span<long> destination)
        {
            if (cell + 1 == space.CellCount)
                return 0;
            destination[0] = cell + 1;
            return 1;
        }
    }
}
