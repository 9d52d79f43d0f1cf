using HyperLandscape.Metrics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks;

/// <summary>What a setup requires of the code that it is about to time: whole numbers are equal, others to 1e-12, or to what is said of single precision.</summary>
internal static class Agreement
{
    public static void RequireEqual<T>(string what, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
    {
        if (!expected.SequenceEqual(actual))
            throw new InvalidOperationException($"{what} differs from its reference.");
    }

    public static void RequireNear(string what, double expected, double actual, double tolerance = 1e-12)
    {
        if (!(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected))))
            throw new InvalidOperationException($"{what}: the reference has {expected:R}, the library {actual:R}.");
    }

    public static void RequireNear(ReadOnlySpan<double> expected, LandscapeProfile actual)
    {
        for (int i = 0; i < expected.Length; i++)
            RequireNear(actual.Names[i], expected[i], actual.Values[i]);
    }

    /// <summary>The facts and the paper's metrics of a landscape, minimized, with tolerance 0.</summary>
    public static void RequireReference(Landscape landscape)
    {
        long[] cells = [.. Enumerable.Range(0, landscape.Count).Select(landscape.Graph.Cell)];
        var reference = new ReferenceLandscape(landscape.Space, landscape.Graph.Neighborhood, cells, landscape.Fitness.ToArray(), Objective.Minimize, 0);
        RequireEqual("Best neighbors", reference.BestNeighbors, landscape.BestNeighbors);
        RequireEqual("Optima", reference.Optima, landscape.Optima);
        double[] expected =
        [
            ReferenceMetrics.ImprovingAssortativity(reference),
            ReferenceMetrics.Autocorrelation(reference, 1),
            ReferenceMetrics.MeanNeutrality(reference, 0.001),
            ReferenceMetrics.NeutralityDistanceCorrelation(reference, 0.001),
            ReferenceMetrics.LocalOptimaCount(reference),
            ReferenceMetrics.MeanBasinSize(reference),
        ];
        RequireNear(expected, landscape.Profile(Metric.Paper));
    }
}
