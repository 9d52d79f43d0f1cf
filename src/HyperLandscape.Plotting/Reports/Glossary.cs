namespace HyperLandscape.Plotting.Reports;

/// <summary>The terms of the report in a sentence or two each; metrics and measures by the names of their types.</summary>
internal static class Glossary
{
    private const string Paper = "Huang and Li, arXiv 2311.14014";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["Landscape"] = $"The search space, which configurations are neighbors, and the fitness of each configuration. Two configurations are neighbors if they differ by one step of one hyperparameter: one level up or down if it is ordinal, any other value if it is categorical or boolean. Source: {Paper}.",
        ["Local optimum"] = "A configuration without a better neighbor. Connected configurations of equal fitness (a plateau) count as one.",
        ["Basin"] = "All configurations from which stepping to the best neighbor, again and again, ends in the same local optimum.",
        ["Rank"] = "The place of a configuration when all are sorted by fitness: 1 is the best; equally good ones share the mean of their places.",
        ["FitnessAssortativity"] = "Correlation of the fitness at the two ends of an improving step, −1 to 1. Higher: similar fitness lies together, a smoother landscape. Sources: Newman (2003); " + Paper + ".",
        ["Autocorrelation"] = "Correlation of the fitness of two successive configurations of a random walk, −1 to 1, computed exactly over all neighbors. Higher: smoother. Sources: Weinberger (1990); " + Paper + ".",
        ["MeanNeutrality"] = $"Mean share of the neighbors of a configuration whose fitness differs by no more than the tolerance, 0 to 1. Higher: flatter. Source: {Paper}.",
        ["NeutralityDistanceCorrelation"] = $"Minus the correlation of a configuration's distance to the global optimum and its neutrality, −1 to 1. Positive: flatter near the optimum. Source: {Paper}.",
        ["LocalOptimaCount"] = $"Number of local optima; a plateau counts once. Higher: more places where a local search stops. Source: {Paper}.",
        ["MeanBasinSize"] = $"Configurations per local optimum. Source: {Paper}.",
        ["FitnessDistanceCorrelation"] = "Correlation of loss and distance to the nearest global optimum over all configurations, −1 to 1. Positive: better configurations lie nearer. Source: Jones and Forrest (1995).",
        ["GlobalOptimumAccessibility"] = "Share of the configurations from which a global optimum is reached by steps that all improve, 0 to 1.",
        ["SpearmanCorrelation"] = "Correlation of the ranks of the configurations in two landscapes, −1 to 1. 1: the same order.",
        ["ShakeUp"] = $"By how many places a configuration moves on average between two landscapes, as a share of their number. 0: the same order; 1/3: unrelated orders. Source: {Paper}.",
        ["GammaSetSimilarity"] = "Overlap of the best 10 % of two landscapes: the configurations in both sets as a share of those in either, 0 to 1. Sources: Watanabe et al. (2023); " + Paper + ".",
        ["Importance"] = "Share of the variance of the fitness that a hyperparameter, or the interaction of several, accounts for (functional ANOVA); exact on complete grids, a least-squares fit on samples. Source: Hutter, Hoos and Leyton-Brown (2014).",
        ["Map"] = $"Configurations on a plane, near those that they are near to in the landscape: the directed graph of improving steps is embedded (HOPE, Ou et al. 2016), and laid out (UMAP, McInnes et al. 2018), as in {Paper}, but together with the hyperparameters and the rank of the fitness. Because of the rank like fitness lies together on every such map; that alone is no finding. Only nearness has a meaning; the axes have none.",
        ["Graph trust"] = "Whether what is near on the map is near in the landscape, too: trustworthiness of the 15 nearest, measured by the distance of configurations, 0 to 1. Source: Venna and Kaski (2001).",
        ["Network"] = "The local optima and how they are connected: an edge leads from one to another if a kick of two steps out of the first, followed by climbing, ends in the second. Source: Verel et al. (2012).",
        ["Funnel"] = "All local optima from which edges that never lead to a worse one reach the same last one, the sink, where a search gets stuck that accepts no worse optimum. Source: Ochoa et al. (2017).",
    };

    /// <summary>The definition of a term.</summary>
    public static string Of(string term) => Texts[term];

    /// <summary>The definition of a term; null if there is none.</summary>
    public static string? TryOf(string term) => Texts.GetValueOrDefault(term);
}
