using System.Globalization;
using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks.Inputs;

/// <summary>The landscapes of one model on many data sets: a graph and a fitness vector each.</summary>
internal sealed record PaperFamily(string Model, NeighborhoodGraph Graph, double[][] Fitness)
{
    private const int Landscapes = 250;

    /// <summary>Six models with 44,016 configurations in all, 250 landscapes each: 11 million fitness values.</summary>
    public static PaperFamily[] All() =>
    [
        Of("XGBoost", [6, 6, 5, 5, 4], 0, 2), // 14,400
        Of("random forest", [8, 6, 5, 5], 0, 3), // 9,600
        Of("LightGBM", [6, 5, 5, 4, 4], 3, 0), // 7,200
        Of("convolutional network", [6, 5, 4, 4], 3, 2), // 5,760
        Of("decision tree", [8, 7, 6, 6], 0, 1), // 4,032
        Of("fully connected network", [7, 6, 6], 3, 2), // 3,024
    ];

    /// <summary>Landscapes without any derived facts, over the shared graph.</summary>
    public LandscapeSet ToSet() => new(["dataset"], Fitness.Select((values, i) =>
        (new Landscape(Graph, values), (IReadOnlyList<string>)[i.ToString(CultureInfo.InvariantCulture)])));

    private static PaperFamily Of(string model, int[] ordinals, int categories, int booleans)
    {
        var space = new SearchSpace(
        [
            .. ordinals.Select((levels, h) => MixedGrid.Ordinal($"ordinal {h}", levels)),
            .. categories > 0 ? [MixedGrid.Categorical("categorical", categories)] : Array.Empty<Hyperparameter>(),
            .. Enumerable.Range(0, booleans).Select(h => Hyperparameter.Boolean($"boolean {h}")),
        ]);
        return new PaperFamily(model, NeighborhoodGraph.Complete(space), [.. Enumerable.Range(0, Landscapes).Select(seed => NoisyFitness.Of(space, seed))]);
    }
}
