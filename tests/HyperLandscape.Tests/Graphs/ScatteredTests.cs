using System.Globalization;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Tables;

namespace HyperLandscape.Tests.Graphs;

/// <summary>Landscapes that are no grids: scattered trials, binned ones, and conditional hyperparameters.</summary>
public sealed class ScatteredTests
{
    /// <summary>Metrics that compare configurations which agree exactly in other hyperparameters, or fit effects of levels.</summary>
    private static readonly string[] NeedGrid = [.. Metric.Interactions.Where(metric => metric is not (DiminishingReturns or IncreasingCosts)).Select(metric => metric.Name), new RoughnessToSlopeRatio().Name];

    [Fact]
    public void Nearest_neighbors_on_a_line_are_symmetrized()
    {
        // 0, 1, 3, 7 with k = 1: 0 -> 1, 1 -> 0, 3 -> 1, 7 -> 3. Symmetric: 0-1, 1-3, 3-7. Distances 1/7, 2/7, 4/7 in thousandths, up.
        Landscape landscape = Landscape.Scattered(["x"], [7, 0, 3, 1], [4, 1, 3, 2], neighborhood: new NearestNeighborhood { Neighbors = 1 });
        var buffer = new int[landscape.Graph.MaxDegree];
        Assert.Equal([[1], [0, 2], [1, 3], [2]], Enumerable.Range(0, 4).Select(vertex => landscape.Graph.Neighbors(vertex, buffer).ToArray()));
        Assert.Equal([1, 2, 3, 4], landscape.Fitness.ToArray());
        Assert.Equal([143, 286, 572], [landscape.Graph.Distance(0, 1), landscape.Graph.Distance(1, 2), landscape.Graph.Distance(2, 3)]);
    }

    /// <summary>Runs are points like any others, even if they happen to fill a grid.</summary>
    [Fact]
    public void Runs_with_nearest_neighbors_list_their_configurations_on_a_complete_grid_too()
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("x", 1, 2), Hyperparameter.Ordinal("y", 1, 2));
        var landscape = Landscape.Create(space, [3, 0, 2, 1], [4.0, 1, 3, 2], neighborhood: new NearestNeighborhood { Neighbors = 1 });
        Assert.True(landscape.Space.IsListed);
        Assert.Equal([1, 2, 3, 4], landscape.Fitness.ToArray());
    }

    /// <summary>The union of both directions of the lists that scikit-learn gives for the scaled points; a graph is as good as its edges.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Nearest_neighbors_are_those_of_scikit_learn(int k)
    {
        string[][] table = GoldenFiles.ReadTable(Path.Combine(GoldenFiles.Folder, "neighbors", "points.csv"));
        double[] points = [.. table.Skip(1).SelectMany(row => row).Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        int count = table.Length - 1;
        Landscape landscape = Landscape.Scattered(table[0], points, [.. Enumerable.Range(0, count).Select(row => (double)row)], neighborhood: new NearestNeighborhood { Neighbors = k, Logarithmic = ["lr"] });
        int[] rows = [.. landscape.Fitness.ToArray().Select(row => (int)row)];
        (int, int)[] expected = [.. GoldenFiles.ReadTable(Path.Combine(GoldenFiles.Folder, "neighbors", "nearest.csv")).Skip(1)
            .Where(line => line[0] == k.ToString(CultureInfo.InvariantCulture))
            .SelectMany(line => line[2].Split(' ').Select(other => Pair(int.Parse(line[1], CultureInfo.InvariantCulture), int.Parse(other, CultureInfo.InvariantCulture))))
            .Distinct().Order()];
        var buffer = new int[landscape.Graph.MaxDegree];
        (int, int)[] actual = [.. Enumerable.Range(0, count).SelectMany(vertex => landscape.Graph.Neighbors(vertex, buffer).ToArray().Select(other => Pair(rows[vertex], rows[other]))).Distinct().Order()];
        Assert.Equal(expected, actual);

        static (int, int) Pair(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(6, 2)]
    [InlineData(6, 9)]
    public void Mixed_neighbors_are_those_of_brute_force(int k, int numbers)
    {
        const int count = 150;
        var random = new Random(k + numbers);
        var rows = new List<int>();
        Hyperparameter[] hyperparameters =
        [
            .. Enumerable.Range(0, numbers).Select(h => Hyperparameter.Ordinal($"x{h}", [.. Enumerable.Range(1, 40).Select(level => Math.Pow(1.2, level))])),
            Hyperparameter.Categorical("kind", "a", "b", "c"),
            Hyperparameter.Boolean("flag"),
            Hyperparameter.Ordinal("gamma", 1.0, 2, 4, 8).WithInactive(),
        ];
        for (int i = 0; i < count; i++)
            rows.AddRange([.. hyperparameters.Select(h => random.Next(h.LevelCount))]);
        SearchSpace space = SearchSpace.OfRows(hyperparameters, [.. rows], out _);
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(space, new NearestNeighborhood { Neighbors = k, Logarithmic = ["x0"] });
        bool[,] expected = ReferenceNearest.Neighbors(graph.VertexCount, k, (a, b) => [.. hyperparameters.Select((h, i) => Difference(h, space.Level(a, i), space.Level(b, i), i == 0))]);
        var buffer = new int[graph.MaxDegree];
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
            Assert.Equal(Enumerable.Range(0, graph.VertexCount).Where(other => expected[vertex, other]), graph.Neighbors(vertex, buffer).ToArray());

        static double Difference(Hyperparameter h, int a, int b, bool isLogarithmic)
        {
            if (a == b)
                return 0;
            if (h.Kind != HyperparameterKind.Ordinal || double.IsNaN(h.Values[a]) || double.IsNaN(h.Values[b]))
                return 1;
            double[] scaled = [.. h.Values.ToArray().Where(double.IsFinite).Select(value => isLogarithmic ? Math.Log(value) : value)];
            return ((scaled[a] - scaled.Min()) / (scaled.Max() - scaled.Min())) - ((scaled[b] - scaled.Min()) / (scaled.Max() - scaled.Min()));
        }
    }

    /// <summary>
    /// kernel: linear (C), rbf (C, gamma), poly (C, gamma, degree); two levels each: 2 + 4 + 8 configurations.
    /// Linear at C: the other C, the 2 of rbf and the 4 of poly at its C: 7 neighbours. Rbf: the other C, the other gamma, linear,
    /// poly with its gamma and either degree: 5. Poly: C, gamma, degree, linear, rbf with its gamma: 5.
    /// </summary>
    [Fact]
    public void Neighbors_in_a_conditional_space_differ_by_one_active_choice()
    {
        SearchSpace space = Svm();
        Assert.Equal(14, space.CellCount);
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(space);
        int[] expected = [.. Enumerable.Range(0, 14).Select(cell => graph[cell].Label("kernel") == "linear" ? 7 : 5)];
        Assert.Equal(expected, Enumerable.Range(0, 14).Select(graph.Degree));
        var buffer = new int[graph.MaxDegree];
        for (int a = 0; a < 14; a++)
            Assert.Equal(Enumerable.Range(0, 14).Where(b => graph.Distance(a, b) == 1), graph.Neighbors(a, buffer).ToArray());
        int linear = graph.Vertex(space.Cell(0, 0, 2, 2));
        int poly = graph.Vertex(space.Cell(1, 1, 1, 0));
        Assert.Equal(2, graph.Distance(linear, poly)); // C and the kernel; gamma and degree follow
        Assert.Throws<ArgumentException>(() => space.Cell(0, 0, 0, 2)); // linear has no gamma
    }

    [Fact]
    public void Conditions_that_cannot_be_are_refused()
    {
        Hyperparameter[] two = [Hyperparameter.Boolean("a"), Hyperparameter.Boolean("b")];
        Assert.Contains("circle", Assert.Throws<ArgumentException>(() => SearchSpace.Conditional(two, new Condition("a", "b", "true"), new Condition("b", "a", "true"))).Message, StringComparison.Ordinal);
        Assert.Contains("'maybe'", Assert.Throws<ArgumentException>(() => SearchSpace.Conditional(two, new Condition("a", "b", "maybe"))).Message, StringComparison.Ordinal);
        Assert.Contains("'c'", Assert.Throws<ArgumentException>(() => SearchSpace.Conditional(two, new Condition("a", "c", "true"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SearchSpace(two[0].WithInactive(), two[1]));
    }

    [Fact]
    public void Every_metric_runs_on_scattered_and_conditional_landscapes()
    {
        var random = new Random(7);
        double[] points = [.. Enumerable.Range(0, 300 * 3).Select(_ => random.NextDouble())];
        double[] fitness = [.. points.Chunk(3).Select(x => ((x[0] - 0.5) * (x[0] - 0.5)) + Math.Sin(9 * x[1]) + (0.1 * random.NextDouble()))];
        Landscape scattered = Landscape.Scattered(["x", "y", "z"], points, fitness);
        Landscape mirrored = Landscape.Scattered(["x", "y", "z"], points, [.. fitness.Select(value => -value)], Objective.Maximize);
        Assert.Equal(NeedGrid.Order(), Metric.All.Where(metric => double.IsNaN(metric.Measure(scattered))).Select(metric => metric.Name).Order());
        Assert.All(Metric.All.Except(Metric.Distribution), metric => Assert.Equal(metric.Measure(scattered), metric.Measure(mirrored)));

        Landscape conditional = Landscape.Evaluate(Svm(), c => c.Cell * 5 % 14);
        Assert.All(Metric.Paper, metric => Assert.True(double.IsFinite(metric.Measure(conditional)) || metric is NeutralityDistanceCorrelation));
        Assert.All(Metric.All, metric => Assert.Null(Record.Exception(() => metric.Measure(conditional))));
    }

    [Fact]
    public void A_listed_grid_has_the_graph_and_the_metrics_of_the_grid()
    {
        var grid = new SearchSpace(Hyperparameter.Ordinal("a", 1.0, 2, 3, 4), Hyperparameter.Categorical("b", "u", "v", "w"), Hyperparameter.Boolean("c"));
        SearchSpace listed = grid.Restrict([.. Enumerable.Range(0, 24).Select(cell => (long)cell)]);
        var random = new Random(3);
        double[] fitness = [.. Enumerable.Range(0, 24).Select(_ => random.NextDouble())];
        foreach (INeighborhood neighborhood in new INeighborhood[] { new GridNeighborhood(), new HammingNeighborhood() })
        {
            Landscape expected = Landscape.Create(grid, fitness, neighborhood: neighborhood);
            Landscape actual = Landscape.Create(listed, fitness, neighborhood: neighborhood);
            var buffer = new int[expected.Graph.MaxDegree];
            for (int vertex = 0; vertex < 24; vertex++)
                Assert.Equal(expected.Graph.Neighbors(vertex, buffer).ToArray(), actual.Graph.Neighbors(vertex, buffer).ToArray());
        }

        Landscape onGrid = Landscape.Create(grid, fitness);
        Landscape onList = Landscape.Create(listed, fitness);
        foreach (IMetric metric in Metric.All)
            Assert.True(Closeness.Near(metric.Measure(onGrid), metric.Measure(onList), 100), metric.Name);
    }

    [Fact]
    public void A_table_of_scattered_trials_is_read_in_one_line()
    {
        string text = "rate,units,loss\n" + string.Join("\n", Enumerable.Range(0, 20).Select(i => FormattableString.Invariant($"{Math.Exp(-i * 0.37)},{i % 7},{i * 0.5}"))) + "\n";
        Landscape landscape = Landscape.ReadCsv(Csv.Stream(text), "loss", options: new CsvOptions { Neighborhood = new NearestNeighborhood { Neighbors = 3, Logarithmic = ["rate"] } });
        Assert.Equal("20 configurations of 2 hyperparameters, minimized, scattered, 3 nearest neighbors", landscape.ToString());
        Assert.Contains("CsvOptions.Bins", Assert.Throws<InvalidDataException>(() => Landscape.ReadCsv(Csv.Stream(text), "loss")).Message, StringComparison.Ordinal);
    }

    /// <summary>1 to 100 on a logarithmic scale in two bins: [1, 10) and [10, 100], middles 10^0.5 = 3.162 and 10^1.5 = 31.62; means (1 + 3) / 2 and (5 + 6 + 10) / 3.</summary>
    [Fact]
    public void Binned_trials_are_combined_and_counted()
    {
        const string text = "rate,kind,loss\n1,a,1\n9,a,3\n11,a,5\n50,a,6\n100,a,10\n";
        Landscape landscape = Landscape.ReadCsv(Csv.Stream(text), "loss", options: new CsvOptions { Bins = [new Binning("rate", 2) { Logarithmic = true }], Duplicates = Duplicates.Mean });
        Assert.Equal([2, 7], landscape.Fitness.ToArray());
        Assert.Equal([2, 3], landscape.RunCounts.ToArray());
        Assert.Equal([3.16, 31.6], landscape.Space.Hyperparameters[0].Values.ToArray());
    }

    /// <summary>Middles 1000.11 and 1000.33 of bins that are 0.22 wide: 1000.1 is within 0.022, 1000.3 is not. -0.3 to 0.3 in three: the middle, 0 but for rounding, is 0.</summary>
    [Fact]
    public void Middles_of_bins_are_as_short_as_can_be()
    {
        Assert.Equal([1000.1, 1000.33], Middles([1000, 1000.44], 2));
        Assert.Equal([-0.2, 0, 0.2], Middles([-0.3, 0.3], 3));
        Assert.Equal([0.333], Middles([0, 2 / 3.0], 1));

        static double[] Middles(double[] values, int count) => new Binning("x", count).Of(values).Hyperparameter.Values.ToArray();
    }

    [Fact]
    public void A_missing_value_of_a_conditional_hyperparameter_is_inactive()
    {
        const string text = "kernel,gamma,loss\nlinear,,1\nrbf,0.1,2\nrbf,1,3\n";
        Landscape landscape = Landscape.ReadCsv(Csv.Stream(text), "loss", options: new CsvOptions { Conditional = ["gamma"] });
        Assert.Equal("gamma (ordinal): 0.1, 1, inactive", landscape.Space.Hyperparameters[1].ToString());
        Assert.Equal(3, landscape.Graph.EdgeCount); // linear with both, and the two
        Assert.Contains("missing", Assert.Throws<InvalidDataException>(() => Landscape.ReadCsv(Csv.Stream(text), "loss")).Message, StringComparison.Ordinal);
    }

    private static SearchSpace Svm() => SearchSpace.Conditional(
        [Hyperparameter.Categorical("kernel", "linear", "poly", "rbf"), Hyperparameter.Ordinal("C", 1.0, 10), Hyperparameter.Ordinal("gamma", 0.1, 1), Hyperparameter.Ordinal("degree", 2.0, 3)],
        new Condition("gamma", "kernel", "rbf", "poly"),
        new Condition("degree", "kernel", "poly"));
}
