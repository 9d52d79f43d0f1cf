using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape;

/// <content>From points of a continuous space.</content>
public sealed partial class Landscape
{
    /// <summary>
    /// A landscape over points of a continuous space, such as the trials of a random search. Its space lists them; the
    /// values that occur are the levels. Where hyperparameters are of several kinds, make the space by
    /// <see cref="SearchSpace.Listed"/>.
    /// </summary>
    /// <param name="names">The names of the hyperparameters.</param>
    /// <param name="points">The finite values of every run, one run after the other.</param>
    /// <param name="fitness">The fitness of every run. Values that are not finite are failed runs, kept apart.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral; by default only exact ties are.</param>
    /// <param name="duplicates">What becomes of a point that occurs in several runs.</param>
    /// <param name="neighborhood">How many neighbours there are, and which scales are logarithmic; 10 and none if null.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a value is not finite, a point occurs twice and duplicates are refused, or every run failed.</exception>
    public static Landscape Scattered(IReadOnlyList<string> names, ReadOnlySpan<double> points, ReadOnlySpan<double> fitness, Objective objective = Objective.Minimize, Tolerance tolerance = default, Duplicates duplicates = Duplicates.Refuse, NearestNeighborhood? neighborhood = null)
    {
        if (points.Length != (long)names.Count * fitness.Length)
            throw new ArgumentException($"{points.Length} values were given for {fitness.Length} runs of {names.Count} hyperparameters; give one each.", nameof(points));
        var hyperparameters = new Hyperparameter[names.Count];
        var levels = new int[points.Length];
        for (int h = 0; h < names.Count; h++)
        {
            var values = new double[fitness.Length];
            for (int run = 0; run < values.Length; run++)
                values[run] = points[(run * names.Count) + h] + 0.0; // -0 is 0
            double[] different = [.. values.Distinct().Order()];
            hyperparameters[h] = Hyperparameter.Ordinal(names[h], different);
            for (int run = 0; run < values.Length; run++)
                levels[(run * names.Count) + h] = Array.BinarySearch(different, values[run]);
        }

        SearchSpace space = SearchSpace.OfRows(hyperparameters, levels, out long[] cells);
        return Create(space, cells, fitness, objective, tolerance, duplicates, neighborhood ?? new NearestNeighborhood());
    }
}
