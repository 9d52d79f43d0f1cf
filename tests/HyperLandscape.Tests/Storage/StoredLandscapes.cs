using HyperLandscape.Graphs;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Experiments;

namespace HyperLandscape.Tests.Storage;

/// <summary>Landscapes for the tests of files, and when two of them are the same to the last bit.</summary>
internal static class StoredLandscapes
{
    /// <summary>All kinds of hyperparameters, names and labels that are not Latin.</summary>
    public static SearchSpace Space { get; } = new(
        Hyperparameter.Ordinal("学習率", 1e-4, 1.0 / 3, 0.1 + 0.7),
        Hyperparameter.Ordinal("profondità", "low", "medium", "высокая"),
        Hyperparameter.Categorical("optimizer 🚀", "sgd", "adam", "", "a,b\n\"c\""),
        Hyperparameter.Boolean("bias"),
        Hyperparameter.Ordinal("decay", 3, -0.0, -1e-300));

    /// <summary>A partial sample with failed cells, repeated runs, a tolerance and a maximized fitness: nothing in the file is empty.</summary>
    public static Landscape Everything { get; } = Landscape.Create(
        Space, [200, 3, 3, 77, 0, 5, 9], [0.1, 0.25, 0.75, -0.0, double.NaN, 1e-310, double.PositiveInfinity], Objective.Maximize, 0.001, Duplicates.Mean, new HammingNeighborhood());

    /// <summary>Levels that are inactive, a list of configurations, of which some are sampled and one has failed.</summary>
    public static Landscape Conditional { get; } = Landscape.Create(Objectives.Conditional.Space, [13, 0, 4, 5, 9], [0.1, 0.25, double.NaN, -0.0, 3], Objective.Maximize, 0.125);

    /// <summary>Trials of a search, one of them failed; the first hyperparameter on a logarithmic scale.</summary>
    public static Landscape Scattered { get; } = Landscape.Scattered(
        ["学習率", "x"], [0.1, 1, 0.2, 1, 1e-5, 3, 0.4, -2, 7, 0, 0.3, 1.5], [1, 2, 3, double.NaN, 0.5, 2], neighborhood: new NearestNeighborhood { Neighbors = 2, Logarithmic = ["学習率"] });

    /// <summary>More than 1 MiB of fitness, so that it is mapped, and not a whole number of blocks.</summary>
    public static Landscape Large(int seed)
    {
        var random = new Random(seed);
        var space = new SearchSpace(Enumerable.Range(0, 3).Select(h => Hyperparameter.Ordinal($"h{h}", [.. Enumerable.Range(0, 61).Select(level => (double)level)])).ToArray());
        return Landscape.Create(space, [.. Enumerable.Range(0, (int)space.CellCount).Select(_ => random.NextDouble())]);
    }

    public static void AssertSame(Landscape expected, Landscape actual)
    {
        Assert.Equal(expected.Space, actual.Space);
        for (int h = 0; h < expected.Space.Dimension; h++)
            AssertSameBits(expected.Space.Hyperparameters[h].Values, actual.Space.Hyperparameters[h].Values);
        if (expected.Graph.Neighborhood is NearestNeighborhood nearest)
        {
            var read = Assert.IsType<NearestNeighborhood>(actual.Graph.Neighborhood);
            Assert.Equal(nearest.Neighbors, read.Neighbors);
            Assert.Equal(nearest.Logarithmic, read.Logarithmic);
        }
        else
        {
            Assert.Equal(expected.Graph.Neighborhood, actual.Graph.Neighborhood);
        }

        Assert.Equal(expected.Graph.EdgeCount, actual.Graph.EdgeCount);
        Assert.Equal(expected.Graph.SampledCells, actual.Graph.SampledCells);
        Assert.Equal(expected.Objective, actual.Objective);
        Assert.Equal(expected.Tolerance, actual.Tolerance);
        Assert.Equal(expected.FailedCells, actual.FailedCells);
        AssertSameBits(expected.StandardErrors, actual.StandardErrors);
        AssertSameBits(expected.Fitness, actual.Fitness);
        Assert.Equal(expected.Optima, actual.Optima);
        Assert.Equal(expected.ToString(), actual.ToString());
    }

    private static void AssertSameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual) =>
        Assert.Equal(expected.ToArray().Select(BitConverter.DoubleToUInt64Bits), actual.ToArray().Select(BitConverter.DoubleToUInt64Bits));
}
