using HyperLandscape.Embeddings;

namespace HyperLandscape.Plotting.Reports;

/// <summary>The map of the landscape that is shown closer, shared with its lower fidelities so that they can be compared.</summary>
internal sealed class MapAnalysis
{
    /// <summary>So many nearest are looked at; a map of fewer than twice as many configurations says nothing.</summary>
    private const int Neighbors = 15;

    /// <summary>Of more fidelities than this, this many are drawn, evenly spread, the cheapest and the full one included.</summary>
    public const int MostPanels = 4;

    private MapAnalysis(IReadOnlyList<Embedding> maps, IReadOnlyList<int> landscapes, EmbeddingScores scores)
    {
        Maps = maps;
        Landscapes = landscapes;
        Scores = scores;
        HasSurface = HasExtent(maps[0]);
    }

    /// <summary>One map per landscape, with the same positions; the last one is that of the landscape shown closer.</summary>
    public IReadOnlyList<Embedding> Maps { get; }

    /// <summary>The numbers of these landscapes in the set.</summary>
    public IReadOnlyList<int> Landscapes { get; }

    /// <summary>How faithful the last map is.</summary>
    public EmbeddingScores Scores { get; }

    /// <summary>Whether there is a surface over the map; none if all configurations lie on one line of it.</summary>
    public bool HasSurface { get; }

    /// <summary>The map; null if there is nothing to see on one, which <see cref="WhyNot"/> says.</summary>
    public static MapAnalysis? Of(LandscapeSet set, LabelRoles roles, int seed, Steps steps)
    {
        if (WhyNot(set[roles.Shown]) is not null)
            return null;
        int[] landscapes = [.. Spread(roles.FidelitiesOfShown()).Where(landscape => HasAllOf(set[roles.Shown], set[landscape]))];
        LandscapeSet mapped = new LandscapeSet(set.LabelNames, landscapes.Select(landscape => (set[landscape], set.Labels(landscape)))).OnCommonConfigurations();
        var map = new JointMap { Embedder = new BlendedCoordinates(), Umap = new JointMap().Umap with { Seed = seed } };
        IReadOnlyList<Embedding> maps = steps.Run(0.8, step => map.Embed(mapped, step.Options, step.Progress));
        EmbeddingScores scores = steps.Run(0.2, step => new EmbeddingQuality { Neighbors = Neighbors }.Measure(maps[^1], options: step.Options));
        return new MapAnalysis(maps, landscapes, scores);
    }

    /// <summary>Whether a map has an extent in both directions, so that there is something to interpolate.</summary>
    public static bool HasExtent(Embedding map)
    {
        try
        {
            return Embeddings.Surface.Of(map, map.Landscape!.Ranks, 2).X.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Why a landscape has no map; null if it has one.</summary>
    public static string? WhyNot(Landscape landscape)
    {
        ReadOnlySpan<double> fitness = landscape.Fitness;
        if (landscape.Count <= 2 * Neighbors)
            return $"There is no map: {Format.Count(landscape.Count, "configuration")} {(landscape.Count == 1 ? "is" : "are")} too few; it takes more than {2 * Neighbors}.";
        if (landscape.BestNeighbors.IndexOfAnyExcept(-1) < 0)
            return fitness.IndexOfAnyExcept(fitness[0]) < 0
                ? "There is no map: the fitness is constant, so that no step improves it."
                : "There is no map: no step from any configuration improves the fitness.";
        return null;
    }

    /// <summary>Some of several, the first and the last included.</summary>
    public static IReadOnlyList<int> Spread(IReadOnlyList<int> landscapes) => landscapes.Count <= MostPanels
        ? landscapes
        : [.. Enumerable.Range(0, MostPanels).Select(i => landscapes[i * (landscapes.Count - 1) / (MostPanels - 1)])];

    /// <summary>Whether another landscape has every configuration of this one, and perhaps more.</summary>
    private static bool HasAllOf(Landscape landscape, Landscape other) =>
        Enumerable.Range(0, landscape.Count).All(vertex => other.Graph.Vertex(landscape.Graph.Cell(vertex)) >= 0);
}
