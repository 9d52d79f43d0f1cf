namespace HyperLandscape.Reference;

/// <summary>The paper's six metrics, and accessibility, from their definitions, one loop each.</summary>
public static class ReferenceMetrics
{
    /// <summary>Pearson correlation of the fitness of source and target over improving arcs.</summary>
    public static double ImprovingAssortativity(ReferenceLandscape landscape) => Assortativity(Arcs(landscape, landscape.IsBetter));

    /// <summary>Pearson correlation of the fitness of source and target over all neighbour pairs in both orientations.</summary>
    public static double AllAssortativity(ReferenceLandscape landscape) => Assortativity(Arcs(landscape, (_, _) => true));

    /// <summary>Exact autocorrelation of the stationary walk: the walk operator, the mean over neighbours, is applied lag times.</summary>
    public static double Autocorrelation(ReferenceLandscape landscape, int lag)
    {
        int[] connected = Connected(landscape);
        double edgeEnds = connected.Sum(vertex => landscape.Neighbors[vertex].Length);
        double mean = CompensatedSum.Of(connected.Select(vertex => landscape.Neighbors[vertex].Length * landscape.Fitness[vertex])) / edgeEnds;
        double[] start = [.. landscape.Fitness.Select(f => f - mean)];
        double[] ahead = start;
        for (int step = 0; step < lag; step++)
        {
            double[] before = ahead;
            ahead = [.. landscape.Neighbors.Select(others => others.Length == 0 ? 0 : others.Average(other => before[other]))];
        }

        var covariance = default(CompensatedSum);
        var variance = default(CompensatedSum);
        foreach (int vertex in connected)
        {
            covariance.Add(landscape.Neighbors[vertex].Length * start[vertex] * ahead[vertex]);
            variance.Add(landscape.Neighbors[vertex].Length * start[vertex] * start[vertex]);
        }

        return ReferenceStatistics.Varies([.. connected.Select(vertex => landscape.Fitness[vertex])]) ? covariance.Value / variance.Value : double.NaN;
    }

    /// <summary>Mean, over vertices with neighbours, of the share of neutral neighbours.</summary>
    public static double MeanNeutrality(ReferenceLandscape landscape, double tolerance)
    {
        double[] neutrality = Neutrality(landscape, tolerance);
        return neutrality.Length == 0 ? double.NaN : ReferenceStatistics.Mean(neutrality);
    }

    /// <summary>Minus the Pearson correlation of distance to the nearest global optimum and neutrality, over vertices with neighbours.</summary>
    public static double NeutralityDistanceCorrelation(ReferenceLandscape landscape, double tolerance) =>
        -ReferenceStatistics.Pearson([.. Connected(landscape).Select(vertex => (double)landscape.DistancesToGlobalOptimum[vertex])], Neutrality(landscape, tolerance));

    public static int LocalOptimaCount(ReferenceLandscape landscape) => landscape.Optima.Length;

    /// <summary>Mean number of vertices per optimum, counted basin by basin.</summary>
    public static double MeanBasinSize(ReferenceLandscape landscape) =>
        landscape.Optima.Average(optimum => landscape.Basins.Count(basin => basin == optimum));

    public static double GlobalOptimumAccessibility(ReferenceLandscape landscape) =>
        (double)landscape.AccessibleCount(landscape.GlobalOptima) / landscape.Count;

    public static double LocalOptimumAccessibility(ReferenceLandscape landscape, int optimum) =>
        (double)landscape.AccessibleCount(landscape.Members(landscape.Optima[optimum])) / landscape.Count;

    /// <summary>The fitness of source and target of the ordered neighbour pairs that are wanted, as (target, source).</summary>
    public static (double[] Sources, double[] Targets) Arcs(ReferenceLandscape landscape, Func<int, int, bool> isWanted)
    {
        var sources = new List<double>();
        var targets = new List<double>();
        for (int source = 0; source < landscape.Count; source++)
        {
            foreach (int target in landscape.Neighbors[source])
            {
                if (isWanted(target, source))
                {
                    sources.Add(landscape.Fitness[source]);
                    targets.Add(landscape.Fitness[target]);
                }
            }
        }

        return ([.. sources], [.. targets]);
    }

    private static double Assortativity((double[] Sources, double[] Targets) arcs) => ReferenceStatistics.Pearson(arcs.Sources, arcs.Targets);

    private static double[] Neutrality(ReferenceLandscape landscape, double tolerance)
    {
        int[] neutral = landscape.NeutralDegrees(tolerance);
        return [.. Connected(landscape).Select(vertex => (double)neutral[vertex] / landscape.Neighbors[vertex].Length)];
    }

    private static int[] Connected(ReferenceLandscape landscape) =>
        [.. Enumerable.Range(0, landscape.Count).Where(vertex => landscape.Neighbors[vertex].Length > 0)];
}
