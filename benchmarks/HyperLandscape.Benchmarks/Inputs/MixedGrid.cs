using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks.Inputs;

/// <summary>
/// A grid of ordinal, categorical and boolean hyperparameters, up to ten of them. The last have the strides 1, 2 and 4;
/// smaller grids leave out leading ones, which have ten levels each.
/// </summary>
internal static class MixedGrid
{
    /// <summary>1,008 cells.</summary>
    private static readonly Hyperparameter[] Tail =
    [
        Ordinal("depth", 7),
        Categorical("criterion", 3),
        Categorical("optimizer", 4),
        Ordinal("layers", 3),
        Hyperparameter.Boolean("bootstrap"),
        Hyperparameter.Boolean("warm start"),
    ];

    /// <summary>The grid of about the given size: 1.008 times a power of ten.</summary>
    public static SearchSpace Space(int cells)
    {
        int leading = (int)Math.Round(Math.Log10(cells / 1e3));
        return new SearchSpace([.. Enumerable.Range(0, leading).Select(h => Ordinal($"leading {h}", 10)), .. Tail]);
    }

    /// <summary>The grid of about the given size, or a single hyperparameter with that many levels if it is odd.</summary>
    public static SearchSpace OfSize(int cells) => cells % 2 == 1 ? new SearchSpace(Ordinal("only", cells)) : Space(cells);

    public static Hyperparameter Ordinal(string name, int levels) =>
        Hyperparameter.Ordinal(name, [.. Enumerable.Range(0, levels).Select(level => (double)level)]);

    public static Hyperparameter Categorical(string name, int values) =>
        Hyperparameter.Categorical(name, [.. Enumerable.Range(0, values).Select(value => $"value {value}")]);
}
