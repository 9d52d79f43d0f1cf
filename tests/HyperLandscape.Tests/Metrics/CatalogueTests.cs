using HyperLandscape.Metrics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Metrics;

/// <summary>The catalogue beyond the paper's six, worked out on paper; minimized unless said.</summary>
public sealed class CatalogueTests
{
    // Two ordinal hyperparameters, 2 x 3 levels; cells 0 1 2 / 3 4 5.
    //     4  1  2        edges: 0-1 1-2 3-4 4-5 (rows), 0-3 1-4 2-5 (columns): 7
    //     5  3  0        optima: 1 (f = 1) and 5 (f = 0); distances to 5: 3 2 1 / 2 1 0
    private static readonly SearchSpace GridSpace = new(Hyperparameter.Ordinal("row", 0, 1), Hyperparameter.Ordinal("column", 0, 1, 2));
    private static readonly Landscape Grid = Landscape.Create(GridSpace, [4, 1, 2, 5, 3, 0]);

    // The same without cell 2.
    private static readonly Landscape Sample = Landscape.Create(GridSpace, [0, 1, 3, 4, 5], [4, 1, 5, 3, 0], Objective.Minimize, 0, Duplicates.Refuse);

    // The plateau {1, 2} has the exit 3; {4, 5} is the global optimum.
    private static readonly Landscape Plateaus = OnRow(4, 3, 3, 1, 0, 0, 2);

    private static readonly Landscape Flat = OnRow(0.1, 0.1, 0.1);

    [Fact]
    public void Ruggedness()
    {
        Near(2.0 / 6, new LocalOptimaRatio(), Grid);

        // The autocorrelation is 76 / 524 (HandWorkedTests).
        Near(1 / Math.Log(524.0 / 76), new CorrelationLength(), Grid);

        // |df| 3 1 2 3 1 2 2, mean 2; squares about the mean 2.5: 2 * (6.25 + 2.25 + 0.25) = 17.5.
        Near(2 / Math.Sqrt(17.5 / 6), new GradientIntensity(), Grid);
    }

    [Fact]
    public void The_correlation_length_at_its_ends()
    {
        // Two neighbours are always on opposite sides of their mean: rho = -1. A row 1 0 -1 0 1 ... has rho(1) = 0 on the
        // row 0 1 0 -1 0: edges (0,1) (1,0) (0,-1) (-1,0): sum of products 0, weighted mean 0.
        Assert.Equal(double.PositiveInfinity, new CorrelationLength().Measure(OnRow(0, 1)));
        Assert.Equal(0, new CorrelationLength().Measure(OnRow(0, 1, 0, -1, 0)));
    }

    [Fact]
    public void Roughness_to_slope_on_a_grid()
    {
        // Row means 7/3, 8/3: difference 1/3. Column means 9/2, 2, 1: differences 5/2 and 1, mean 7/4. Slope (1/3 + 7/4) / 2 = 25/24.
        // Residuals f - row - column + 5/2: -1/3 -5/6 7/6 / 1/3 5/6 -7/6: mean square 2 * (4 + 25 + 49) / 36 / 6 = 13/18.
        Near(Math.Sqrt(13.0 / 18) * 24 / 25, new RoughnessToSlopeRatio(), Grid);
    }

    [Fact]
    public void Roughness_to_slope_on_a_sample()
    {
        // Cell 5 alone has column 2, so it fits exactly. In the square 4 1 / 5 3 the residuals are +-(4 - 1 - 5 + 3) / 4 = +-1/4:
        // roughness sqrt(4/16 / 5). Row means 5/2, 4: 3/2. Column means 9/2, 2: 5/2. Cell 4 is fitted as 11/4, cell 5 as 0: 11/4.
        // Slope (3/2 + (5/2 + 11/4) / 2) / 2 = 33/16.
        Near(Math.Sqrt(1.0 / 20) * 16 / 33, new RoughnessToSlopeRatio(), Sample);
    }

    [Fact]
    public void Roughness_to_slope_of_no_roughness_and_of_no_slope()
    {
        var additive = Landscape.Create(GridSpace, [1, 2, 5, 11, 12, 15]);
        Assert.Equal(0, new RoughnessToSlopeRatio().Measure(additive), 1e-14);

        // 0 1 / 1 0: all marginal means are 1/2.
        var interaction = Landscape.Create(new SearchSpace(Hyperparameter.Boolean("a"), Hyperparameter.Boolean("b")), [0, 1, 1, 0]);
        Assert.Equal(double.NaN, new RoughnessToSlopeRatio().Measure(interaction));
    }

    [Fact]
    public void Roughness_to_slope_of_categories_looks_at_all_pairs_of_them()
    {
        // Means 0 1 5 of three categories in one hyperparameter: differences 1 5 4, mean 10/3; no residual. With a boolean whose
        // levels both have mean 2 the slope is half of it, and residuals +-1 in one column: 2 of 6, mean square 1/3.
        var space = new SearchSpace(Hyperparameter.Boolean("a"), Hyperparameter.Categorical("b", "x", "y", "z"));
        Near(Math.Sqrt(3.0 / 6) / (5.0 / 3), new RoughnessToSlopeRatio(), Landscape.Create(space, [1, 0.5, 4.5, -1, 1.5, 5.5]));
    }

    [Fact]
    public void Neutrality()
    {
        // Within 1: the pairs 0-3 (4, 5) and 1-2 (1, 2).
        Near(2.0 / 7, new NeutralPairRatio { Tolerance = 1 }, Grid);
        Near(2.0 / 6, new NeutralPairRatio { Tolerance = 0 }, Plateaus);
        Near(2, new PlateauCount(), Plateaus);
        Near(2.0 / 7, new LargestPlateauShare(), Plateaus);
        Near(0, new PlateauCount(), Grid);
        Near(0, new LargestPlateauShare(), Grid);
        Near(1, new LargestPlateauShare(), Flat);
    }

    [Fact]
    public void Fitness_distance_correlation()
    {
        // f 4 1 2 5 3 0, distances 3 2 1 2 1 0. Sums 15 and 9, squares 55 and 19, products 29:
        // (6 * 29 - 135) / sqrt((330 - 225) (114 - 81)).
        Near(39 / Math.Sqrt(105 * 33), new FitnessDistanceCorrelation { Method = CorrelationMethod.Pearson }, Grid);

        // Ranks 5 2 3 6 4 1 and 6 4.5 2.5 4.5 2.5 1, mean 3.5: squares 17.5 and 16.5, products 3.75 - 1.5 + .5 + 2.5 - .5 + 6.25 = 11.
        Near(11 / Math.Sqrt(17.5 * 16.5), new FitnessDistanceCorrelation(), Grid);

        // 15 pairs, 2 tied in distance; discordant 0-3, 1-2, 1-4, so 10 - 3.
        Near(7 / Math.Sqrt(15 * 13), new FitnessDistanceCorrelation { Method = CorrelationMethod.Kendall }, Grid);
    }

    [Fact]
    public void Neighbor_fitness_correlation()
    {
        // Means over neighbours 3 3 .5 3.5 2 2.5: sum 14.5, squares 40.75, products with 4 1 2 5 3 0: 39.5.
        Near(((6 * 39.5) - (15 * 14.5)) / Math.Sqrt(105 * ((6 * 40.75) - (14.5 * 14.5))), new NeighborFitnessCorrelation(), Grid);
    }

    [Fact]
    public void Basin_fitness_correlation()
    {
        // A row of eight: 5 1 4 3 2 6 0 7 has the optima 1 2 0 with basins of 3 2 3 (BasinMetricTests).
        // Ranks of sizes 2.5 1 2.5, of quality 2 1 3: products 1.5, squares 1.5 and 2.
        Near(1.5 / Math.Sqrt(1.5 * 2), new BasinFitnessCorrelation(), OnRow(5, 1, 4, 3, 2, 6, 0, 7));
        Near(double.NaN, new BasinFitnessCorrelation(), Plateaus); // one optimum
    }

    [Fact]
    public void Fitness_flattening_index()
    {
        // 9 5 3 2 0: all climb to the right. From 0: gains 4 2 1 2, ranks 4 2.5 1 2.5: -3 / sqrt(5 * 4.5). From 1: 2 1 2: 0. From 2: 1 2: 1.
        Landscape row = OnRow(9, 5, 3, 2, 0);
        Near(((3 / Math.Sqrt(22.5)) + 0 - 1) / 3, new FitnessFlatteningIndex(), row);
        Near((3 / Math.Sqrt(22.5)) / 2, new FitnessFlatteningIndex { MinimumLength = 4 }, row);
        Near(double.NaN, new FitnessFlatteningIndex { MinimumLength = 6 }, row);

        // 4 3 3 1 0 0 2: climbs 0 1 3 4 (gains 1 2 1: 0), 1 3 4 (2 1: -1) and 2 3 4 (2 1: -1) long enough.
        Near(2.0 / 3, new FitnessFlatteningIndex(), Plateaus);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FitnessFlatteningIndex { MinimumLength = 2 });
    }

    [Fact]
    public void Navigability()
    {
        // To 5: from 2 and 4 one step, from 3 two; 0 and 1 do not reach it. All distances 3 2 1 2 1 0.
        Near(4.0 / 4, new MeanPathLengthToGlobalOptimum(), Grid);
        Near(9.0 / 6, new MeanDistanceToGlobalOptimum(), Grid);

        // To 4 or 5: from 3 and 6 one step, from 2 two. Distances 4 3 2 1 0 0 1.
        Near(4.0 / 5, new MeanPathLengthToGlobalOptimum(), Plateaus);
        Near(11.0 / 7, new MeanDistanceToGlobalOptimum(), Plateaus);
    }

    [Fact]
    public void Evolvability_enhancing_ratio()
    {
        // Means of the others, source against target: 0 -> 1: 5, 5/2 yes. 2 -> 1: 0, 7/2. 3 -> 4: 4, 1/2 yes. 3 -> 0: 3, 1 yes.
        // 4 -> 5: 3, 2 yes. 4 -> 1: 5/2, 3. 2 -> 5: 1, 3.
        Near(4.0 / 7, new EvolvabilityEnhancingRatio(), Grid);

        // 3 1 0 2: both ends have other neighbours in 1 -> 2 only, whose others are 3 and 2.
        Near(1, new EvolvabilityEnhancingRatio(), OnRow(3, 1, 0, 2));
        Near(double.NaN, new EvolvabilityEnhancingRatio(), OnRow(3, 1));
    }

    [Fact]
    public void Distribution()
    {
        // 1 12 2 4 1: mean 4, distances -3 8 -2 0 -3: squares 86, cubes 450, fourth powers 4274. Sorted 1 1 2 4 12.
        Landscape row = OnRow(1, 12, 2, 4, 1);
        Near(90 / Math.Pow(86.0 / 5, 1.5), new Skewness(), row);
        Near(4274.0 / 5 / Math.Pow(86.0 / 5, 2), new Kurtosis(), row);
        Near(Math.Sqrt(86.0 / 4) / 4, new CoefficientOfVariation(), row);
        Near(3.0 / 2, new QuartileCoefficient(), row);
        Near(2.0 / 4, new MedianMeanRatio(), row);
        Near(11.0 / 2, new RelativeRange(), row);

        // Maximized, the long tail is one of good configurations.
        Near(-90 / Math.Pow(86.0 / 5, 1.5), new Skewness(), row.WithFitness(row.Fitness, Objective.Maximize));
    }

    [Fact]
    public void Undefined_values_are_not_a_number()
    {
        IMetric[] variation = [new GradientIntensity(), new CorrelationLength(), new RoughnessToSlopeRatio(), new FitnessDistanceCorrelation(), new NeighborFitnessCorrelation(), new BasinFitnessCorrelation(), new FitnessFlatteningIndex(), new EvolvabilityEnhancingRatio(), new Skewness(), new Kurtosis()];
        Assert.All(variation, metric => Near(double.NaN, metric, Flat));
        IMetric[] zero = [new QuartileCoefficient(), new RelativeRange(), new MedianMeanRatio(), new CoefficientOfVariation()];
        Assert.All(zero, metric => Near(double.NaN, metric, OnRow(-1, 0, 1)));
        Landscape lonely = Landscape.Create(GridSpace, [0, 2], [4, 1], Objective.Minimize, 0, Duplicates.Refuse);
        IMetric[] edges = [new GradientIntensity(), new NeutralPairRatio(), new CorrelationLength(), new NeighborFitnessCorrelation(), new EvolvabilityEnhancingRatio()];
        Assert.All(edges, metric => Near(double.NaN, metric, lonely));
    }

    [Fact]
    public void One_local_optimum()
    {
        // To 1: from 0, 2 and 4 one step, from 3 two; 5 does not reach it. Distances 1 0 1 2 1 2.
        Near(5.0 / 5, new MeanPathLengthToLocalOptimum { Optimum = 0 }, Grid);
        Near(7.0 / 6, new MeanDistanceToLocalOptimum { Optimum = 0 }, Grid);
        Near(1, new MeanPathLengthToLocalOptimum { Optimum = 1 }, Grid);

        // The plateau {4, 5} is both members, as in the global metrics.
        Near(4.0 / 5, new MeanPathLengthToLocalOptimum { Optimum = 0 }, Plateaus);
        Near(11.0 / 7, new MeanDistanceToLocalOptimum { Optimum = 0 }, Plateaus);
        Assert.Throws<InvalidOperationException>(() => new MeanPathLengthToLocalOptimum { Optimum = 1 }.Measure(Plateaus));
        Assert.Throws<InvalidOperationException>(() => new MeanDistanceToLocalOptimum { Optimum = -1 }.Measure(Plateaus));
    }

    private static Landscape OnRow(params ReadOnlySpan<double> fitness)
    {
        double[] levels = [.. Enumerable.Range(0, fitness.Length).Select(level => (double)level)];
        return Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("x", levels)), fitness);
    }

    private static void Near(double expected, IMetric metric, Landscape landscape)
    {
        double actual = metric.Measure(landscape);
        Assert.True(double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= 1e-14, $"{metric.Name}: {expected:R} by hand, the library has {actual:R}.");
    }
}
