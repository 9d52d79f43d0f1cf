using HyperLandscape.Embeddings;
using HyperLandscape.Metrics;

namespace HyperLandscape.Plotting.Reports;

/// <summary>Which pictures a set of landscapes has, section by section; none that would be empty.</summary>
internal static class PartFigures
{
    private const int Wide = 1120;
    private const int Tall = 440;

    /// <summary>The most important hyperparameters have a picture of their own.</summary>
    private const int MostSlices = 3;

    public static IEnumerable<Figure> OfMetrics(PartAnalysis part)
    {
        if (part.Roles.Group is { } group)
            yield return new Figure(new MetricPanels(part.Profile, group), $"Metrics by {group}", "One point per landscape; a box from the lower to the upper quartile with the median in it.", Wide, 330 * ((part.Metrics.Count + 2) / 3));
    }

    public static IEnumerable<Figure> OfAgreement(PartAnalysis part)
    {
        if (part.Matrix is { } matrix)
            yield return new Figure(new SimilarityHeatMap(matrix), "How alike every two landscapes rank the configurations", $"Landscapes that rank them alike stand side by side.{Common(matrix.Set, part.Set)}", Wide, Math.Clamp(240 + (26 * part.Set.Count), 420, 1100));
        IReadOnlyList<int> fidelities = part.Roles.FidelitiesOfShown();
        foreach (int low in Spread(fidelities.Take(fidelities.Count - 1).ToArray()))
        {
            if (Agreement.HaveCommon(part.Set[low], part.Shown))
            {
                yield return new Figure(
                    new FidelityScatter(part.Set[low], part.Shown) { LowName = part.Roles.Label(low, part.Roles.Fidelity!), FullName = part.Roles.Label(part.Roles.Shown, part.Roles.Fidelity!) },
                    $"{part.Set.Name(low)} against {part.ShownName}",
                    $"{part.ShownName}: each point is a configuration. On the diagonal both fidelities rank it alike; the best tenth of each is marked.",
                    height: Tall);
            }
        }
    }

    public static IEnumerable<Figure> OfMap(PartAnalysis part)
    {
        if (part.Map is not { } map)
            yield break;
        if (map.Maps.Count > 1)
        {
            yield return new Figure(
                new MapPanels(map.Maps, [.. map.Landscapes.Select(landscape => part.Roles.Label(landscape, part.Roles.Fidelity!))]) { Interpolated = map.HasSurface },
                $"{part.ShownName} and its lower fidelities",
                "One place is the same configuration in every panel.",
                Wide,
                MapPanels.HeightFor(map.Maps.Count, Wide));
        }

        if (map.HasSurface)
            yield return new Figure(new LandscapeMap(map.Maps[^1]) { Scores = map.Scores }, $"Map of {part.ShownName}", "Colors are ranks, interpolated between configurations.", height: Tall);
        yield return new Figure(new LandscapeMap(map.Maps[^1]) { Scores = map.Scores, Interpolated = false }, $"Configurations of {part.ShownName}", "The same map, a point per configuration and nothing between them.", height: Tall);
    }

    public static IEnumerable<Figure> OfFitness(PartAnalysis part)
    {
        yield return new Figure(new FitnessDistribution(part.Shown), "Distribution of the fitness", "How many configurations have which fitness.");
        if (!double.IsNaN(part.Closer.DistanceCorrelation))
            yield return new Figure(new FitnessDistance(part.Shown), "Fitness and distance to the optimum", "Whether better configurations lie nearer to the global optimum.");
        if (part.Fidelities.All(landscape => !double.IsNaN(landscape.Measure(new Autocorrelation()))))
            yield return new Figure(new AutocorrelationPlot(part.Fidelities), "Autocorrelation by lag", "How far along a random walk the fitness is still similar.");
        if (part.Shown.Graph.EdgeCount > 0)
            yield return new Figure(new NeutralityPlot(part.Fidelities), "Neutrality at every tolerance", "How large a difference must be to count.");
    }

    public static IEnumerable<Figure> OfNetwork(PartAnalysis part)
    {
        if (part.Closer.Network is not { } summary)
            yield break;
        yield return new Figure(new NetworkDrawing(summary.Network), "Network of local optima", "Near is what a kick and a climb connect.", height: 500);
        yield return new Figure(new NetworkDrawing(summary.Network) { Layered = true }, "Network of local optima by fitness", "Height is fitness: where a search goes down, and where it gets stuck.", height: 500);
        yield return new Figure(new BasinSizes(part.Shown), "Local optima and their basins", "Whether good optima are easy to find.");
    }

    public static IEnumerable<Figure> OfImportance(PartAnalysis part)
    {
        if (part.Closer.Importance is not { } importance)
            yield break;
        VarianceShare[] shares = importance.Shares.ToArray();
        yield return new Figure(new ImportanceBars(importance), "Importance of hyperparameters", "How much of the differences in fitness each accounts for, alone and together.", height: Tall);
        if (importance.Order >= 2)
            yield return new Figure(new InteractionMatrix(importance), "Interactions of hyperparameters", "Which work together: the share of each pair, and of each alone on the diagonal.", height: Tall);
        foreach (VarianceShare share in shares.Where(share => share.Hyperparameters.Count == 1).Take(MostSlices))
            yield return new Figure(new HyperparameterSlice(part.Shown, share.Hyperparameters[0]), $"Fitness by {share.Hyperparameters[0]}", "What each level does, over all others.", height: Tall);
        if (shares.FirstOrDefault(share => share.Hyperparameters.Count == 2) is { } pair)
            yield return new Figure(new HyperparameterPairSlice(part.Shown, pair.Hyperparameters[0], pair.Hyperparameters[1]), $"Fitness by {pair}", "The pair that interacts most.", height: Tall);
    }

    /// <summary>Which configurations are compared, if some landscapes lack some.</summary>
    private static string Common(LandscapeSet compared, LandscapeSet whole) => ReferenceEquals(compared, whole)
        ? ""
        : $" Compared are the {Format.Count(compared.Graph.VertexCount, "configuration")} without a failed run in any.";

    private static int[] Spread(int[] lower) => lower.Length <= 2 ? lower : [lower[0], lower[^1]];
}
