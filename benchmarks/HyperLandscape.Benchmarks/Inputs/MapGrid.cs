using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks.Inputs;

/// <summary>Made-up landscapes of the sizes of benchmarks that are drawn as maps: ordinal, categorical and boolean hyperparameters, a smooth function plus noise.</summary>
internal static class MapGrid
{
    public static Landscape Of(int cells)
    {
        (int[] ordinals, int[] categories, int booleans) = cells switch
        {
            1_536 => ((int[])[8, 4, 4], (int[])[3], 2),
            14_960 => ([17, 11, 10], [4], 1),
            62_208 => ([9, 8, 6, 6], [4, 3], 1),
            _ => throw new ArgumentOutOfRangeException(nameof(cells), cells, "There is no grid of this size."),
        };
        var space = new SearchSpace(
        [
            .. ordinals.Select((levels, h) => MixedGrid.Ordinal($"ordinal {h}", levels)),
            .. categories.Select((values, h) => MixedGrid.Categorical($"categorical {h}", values)),
            .. Enumerable.Range(0, booleans).Select(h => Hyperparameter.Boolean($"boolean {h}")),
        ]);
        return Landscape.Create(space, NoisyFitness.Of(space, 1));
    }
}
