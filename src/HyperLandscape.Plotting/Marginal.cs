namespace HyperLandscape.Plotting;

/// <summary>The fitness of the configurations with one level of a hyperparameter, or of several, in all backgrounds that are known.</summary>
internal readonly record struct Marginal(int Count, double Mean, double LowerQuartile, double UpperQuartile, double Best)
{
    /// <summary>For each group of configurations; of a group without any, all is NaN.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="groupOf">The group of a cell.</param>
    public static Marginal[] Of(Landscape landscape, int groups, Func<long, int> groupOf)
    {
        var values = new List<double>[groups];
        for (int vertex = 0; vertex < landscape.Count; vertex++)
            (values[groupOf(landscape.Graph.Cell(vertex))] ??= []).Add(landscape.Fitness[vertex]);
        return [.. values.Select(group => group is null ? new Marginal(0, double.NaN, double.NaN, double.NaN, double.NaN) : Summarize(group, landscape.Objective))];
    }

    /// <summary>The index of a hyperparameter.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static int IndexOf(Landscape landscape, string name) => landscape.Space.IndexOf(name) is >= 0 and int index
        ? index
        : throw new ArgumentException($"There is no hyperparameter '{name}'; there are {string.Join(", ", landscape.Space.Hyperparameters.ToArray().Select(hyperparameter => hyperparameter.Name))}.", nameof(name));

    private static Marginal Summarize(List<double> values, Objective objective)
    {
        double[] sorted = [.. values.Order()];
        return new Marginal(sorted.Length, sorted.Average(), Quantiles.Of(sorted, 0.25), Quantiles.Of(sorted, 0.75), objective == Objective.Minimize ? sorted[0] : sorted[^1]);
    }
}
