using HyperLandscape.Metrics;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests;

/// <summary>Tiny landscapes worked out on paper, minimized unless said.</summary>
public sealed class HandWorkedTests
{
    // Two ordinal hyperparameters, 2 x 3 levels; cells 0 1 2 / 3 4 5.
    //     4  1  2        edges: 0-1 1-2 3-4 4-5 (rows), 0-3 1-4 2-5 (columns): 7
    //     5  3  0
    private static readonly Landscape Grid = OnGrid(0, 4, 1, 2, 5, 3, 0);

    // A row of seven: two plateaus. {1, 2} at 3 has the exit 3; {4, 5} at 0 is the global optimum.
    //     4  3  3  1  0  0  2
    private static readonly Landscape Row = OnRow(0, 4, 3, 3, 1, 0, 0, 2);

    [Fact]
    public void Facts_of_the_grid()
    {
        // Best neighbours: 0 (4): 1 or 5 -> vertex 1. 1 (1): none of 4, 2, 3 is better. 2 (2): 1 and 0 -> vertex 5.
        // 3 (5): 4 and 3 -> vertex 4. 4 (3): 5, 1, 0 -> vertex 5. 5 (0): none.
        Assert.Equal([1, -1, 5, 4, 5, -1], Grid.BestNeighbors);
        Assert.Equal([1, 5], Grid.Optima);
        Assert.Equal([0, 0, 1, 1, 1, 1], Grid.Basins);
        Assert.Equal([2, 4], Grid.BasinSizes);
        Assert.Equal([3, 4, 5], Grid.Climb(3));
        Assert.Equal([5], Grid.GlobalOptima);
        Assert.Equal([3, 2, 1, 2, 1, 0], Grid.DistancesToGlobalOptimum());
        Assert.Equal([5, 2, 3, 6, 4, 1], Grid.Ranks);
        Assert.Equal(2, new LocalOptimaCount().Measure(Grid));
        Assert.Equal(3, new MeanBasinSize().Measure(Grid)); // (2 + 4) / 2
    }

    [Fact]
    public void Assortativity_of_the_grid_over_improving_arcs()
    {
        // Arcs source -> target: 4->1, 2->1, 5->3, 3->0, 5->4, 3->1, 2->0.
        // Sources 4 2 5 3 5 3 2: sum 24, squares 92, 7 * 92 - 24^2 = 68. Targets 1 1 3 0 4 1 0: sum 10, squares 28, 7 * 28 - 10^2 = 96.
        // Products 4 + 2 + 15 + 0 + 20 + 3 + 0 = 44, 7 * 44 - 240 = 68. Correlation 68 / sqrt(68 * 96) = sqrt(68 / 96).
        Near(Math.Sqrt(68.0 / 96), new FitnessAssortativity().Measure(Grid));
    }

    [Fact]
    public void Assortativity_of_the_grid_over_all_edges_and_autocorrelation()
    {
        // Both orientations: 14 pairs, every value d times: 2*4 + 3*1 + 2*2 + 2*5 + 3*3 + 2*0 = 34, squares 32 + 3 + 8 + 50 + 27 + 0 = 120.
        // Products twice 44 = 88. (14 * 88 - 34^2) / (14 * 120 - 34^2) = 76 / 524.
        Near(76.0 / 524, new FitnessAssortativity { Edges = AssortativityEdges.All }.Measure(Grid));
        Near(76.0 / 524, new Autocorrelation().Measure(Grid));
    }

    [Fact]
    public void Autocorrelation_of_the_grid_at_lag_two()
    {
        // Sums over neighbours: 0: 1 + 5 = 6, 1: 4 + 2 + 3 = 9, 2: 1 + 0 = 1, 3: 4 + 3 = 7, 4: 5 + 0 + 1 = 6, 5: 2 + 3 = 5.
        // The walk is reversible, so E[f(X_0) f(X_2)] = sum d (Pf)^2 / 14 = (36/2 + 81/3 + 1/2 + 49/2 + 36/3 + 25/2) / 14 = 94.5 / 14.
        // (14 * 94.5 - 34^2) / (14 * 120 - 34^2) = 167 / 524.
        Near(167.0 / 524, new Autocorrelation { Lag = 2 }.Measure(Grid));
    }

    [Fact]
    public void Neutrality_of_the_grid()
    {
        // Tolerance 1: the pairs 0-3 (4, 5) and 1-2 (1, 2) are neutral. Shares 1/2 1/3 1/2 1/2 0 0: mean 11/36.
        Near(11.0 / 36, new MeanNeutrality { Tolerance = 1 }.Measure(Grid));

        // Distances 3 2 1 2 1 0 (mean 3/2), sixths of neutrality 3 2 3 3 0 0 (mean 11/6). Times 6:
        // 6 * sum d^2 - 9^2 = 6 * 19 - 81 = 33; 6 * sum v^2 - 11^2 = 6 * 31 - 121 = 65; 6 * sum dv - 99 = 6 * 22 - 99 = 33.
        Near(-33 / Math.Sqrt(33 * 65), new NeutralityDistanceCorrelation { Tolerance = 1 }.Measure(Grid));
    }

    [Fact]
    public void Accessibility_of_the_grid()
    {
        // Vertex 5 (0) is reached by 2 and 4, from 4 by 3, from 3 by no one (5 is the largest), and 0 (4) reaches only 1.
        Near(4.0 / 6, new GlobalOptimumAccessibility().Measure(Grid));

        // Vertex 1 (1) is reached by 0, 2 and 4, and from those by 3: all but vertex 5.
        Near(5.0 / 6, new LocalOptimumAccessibility { Optimum = 0 }.Measure(Grid));
    }

    [Fact]
    public void A_plateau_with_an_exit_and_a_plateau_that_is_an_optimum()
    {
        Assert.Equal(2, Row.PlateauCount);
        Assert.Equal([-1, 0, 0, -1, 1, 1, -1], Row.Plateaus);
        Assert.Equal([4], Row.Optima); // the plateau {4, 5} counts once
        Assert.Equal([4, 5], Row.GlobalOptima);

        // From 0 to 1, which has no better neighbour: the plateau's exit is 3, then 4.
        Assert.Equal([1, -1, 3, 4, -1, -1, 5], Row.BestNeighbors);
        Assert.Equal([0, 1, 3, 4], Row.Climb(0));
        Assert.Equal([7], Row.BasinSizes);

        // Over strict improvement 0 ends at 1, and 1 nowhere: 2, 3, 4, 5, 6 reach the optimum.
        Near(5.0 / 7, new LocalOptimumAccessibility { Optimum = 0 }.Measure(Row));
    }

    [Fact]
    public void A_tolerance_makes_plateaus_whose_best_member_represents_them()
    {
        // Tolerance 1: neutral 0-1 (5, 4), 2-3 (2, 1) and 3-4 (1, 1.5); better by more: 1 -> 2, 5 -> 4, not within 2-3-4.
        //     5  4  2  1  1.5  9
        Landscape row = OnRow(1, 5, 4, 2, 1, 1.5, 9);
        Assert.Equal([0, 0, 1, 1, 1, -1], row.Plateaus);
        Assert.Equal([3], row.Optima);
        Assert.Equal([-1, 2, -1, -1, -1, 4], row.BestNeighbors);

        // The plateau {0, 1} has the exit 2, a member of the optimal plateau: there every climb ends.
        Assert.Equal([0, 2], row.Climb(0));
        Assert.Equal([5, 4], row.Climb(5));
        Assert.Equal([6], row.BasinSizes);
    }

    [Fact]
    public void A_climb_passes_through_an_optimal_plateau_by_a_better_neighbor()
    {
        // Ordinal 2 x 3, tolerance 1. Cells 0 1 2 / 3 4 5:
        //     9    3    2      neutral: 1-2 (3, 2), 1-4 (3, 3.5), 2-5 (2, 1.25); 4-5 differ by 2.25
        //     9.5  3.5  1.25   and 0-3 (9, 9.5).
        // {1, 2, 4, 5} has its best at 5 and nobody outside is better: an optimum, though 4 has the better neighbour 5.
        Landscape grid = OnGrid(1, 9, 3, 2, 9.5, 3.5, 1.25);
        Assert.Equal([0, 1, 1, 0, 1, 1], grid.Plateaus);
        Assert.Equal([1, -1, -1, 4, 5, -1], grid.BestNeighbors);
        Assert.Equal([5], grid.Optima);
        Assert.Equal([3, 4, 5], grid.Climb(3)); // started outside: through 4 to 5
        Assert.Equal([4], grid.Climb(4)); // started on it: stays
        Assert.Equal([6], grid.BasinSizes);
    }

    [Fact]
    public void The_best_exit_is_taken_with_ties_to_the_smallest_cell()
    {
        // The plateau {2, 3, 4} at 5 has the exits 1 and 5. First 5 is better (1 against 2), then both are at 1.
        Assert.Equal([3, 5, 6], OnRow(0, 0, 2, 5, 5, 5, 1, 0).Climb(3));
        Assert.Equal([3, 1, 0], OnRow(0, 0, 1, 5, 5, 5, 1, 0).Climb(3));
    }

    [Fact]
    public void Similarities_of_five_configurations()
    {
        // a = 1 2 2 4 5: ranks 1 2.5 2.5 4 5. b maximized = 9 3 8 8 1: ranks 1 4 2.5 2.5 5. Means 3.
        Landscape a = OnRow(0, 1, 2, 2, 4, 5);
        Landscape b = a.WithFitness([9, 3, 8, 8, 1], Objective.Maximize);

        // Deviations -2 -.5 -.5 1 2 and -2 1 -.5 -.5 2: squares 9.5 and 9.5, products 4 - .5 + .25 - .5 + 4 = 7.25.
        Near(7.25 / 9.5, new SpearmanCorrelation().Compare(a, b));

        // |rank differences| 0 1.5 0 1.5 0: mean 3/5, divided by 5.
        Near(3.0 / 25, new ShakeUp().Compare(a, b));

        // Two best: a {0, 1, 2} with the tie, b {0, 2, 3} with the tie: 2 common of 4.
        Near(2.0 / 4, new GammaSetSimilarity { Gamma = 0.4 }.Compare(a, b));
    }

    private static Landscape OnGrid(double tolerance, params ReadOnlySpan<double> fitness) =>
        Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2)), fitness, tolerance: tolerance);

    private static Landscape OnRow(double tolerance, params ReadOnlySpan<double> fitness)
    {
        double[] levels = [.. Enumerable.Range(0, fitness.Length).Select(level => (double)level)];
        return Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", levels)), fitness, tolerance: tolerance);
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-14);
}
