using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// The configurations of a space as points of the scaled space of <see cref="NearestNeighborhood"/>. The last dimensions
/// are capped, a difference counts as at most 1: categorical values lie at whole numbers, and an inactive level at 2 with
/// the active ones in [0, 1].
/// </summary>
internal sealed class ScaledPoints
{
    private const double Inactive = 2;
    private const int FewDimensions = 6; // up to which a tree leaves out most points
    private const int PerRange = 1000; // distances as whole numbers

    private readonly double[] coordinates;
    private readonly int dimensions;
    private readonly int capped;

    public ScaledPoints(SearchSpace space, NearestNeighborhood neighborhood)
    {
        if (!space.IsListed)
            throw new ArgumentException($"The nearest neighbors are those among scattered configurations, but the space has all combinations of its levels. List the configurations by SearchSpace.Restrict or SearchSpace.Listed.", nameof(space));
        foreach (string name in neighborhood.Logarithmic)
        {
            if (space.IndexOf(name) < 0)
                throw new ArgumentException($"'{name}' is to be scaled logarithmically, but there is no such hyperparameter; there are {string.Join(", ", space.Hyperparameters.ToArray().Select(h => h.Name))}.", nameof(neighborhood));
        }

        // Hyperparameters with a single value do not matter.
        int[] used = [.. Enumerable.Range(0, space.Dimension).Where(h => space.Hyperparameters[h].LevelCount > 1).OrderBy(h => IsCapped(space.Hyperparameters[h]) ? 1 : 0)];
        dimensions = Math.Max(1, used.Length);
        capped = used.Count(h => IsCapped(space.Hyperparameters[h]));
        double[][] places = [.. used.Select(h => Places(space.Hyperparameters[h], neighborhood))];
        coordinates = new double[checked((int)space.CellCount * dimensions)];
        for (int cell = 0; cell < space.CellCount; cell++)
        {
            for (int dimension = 0; dimension < used.Length; dimension++)
                coordinates[(cell * dimensions) + dimension] = places[dimension][space.Level(cell, used[dimension])];
        }
    }

    public int Count => coordinates.Length / dimensions;

    /// <summary>The nearest points of every point.</summary>
    public NeighborLists Nearest(int neighbors) => dimensions <= FewDimensions
        ? new KdTree(coordinates, dimensions, capped).Nearest(neighbors)
        : new PointBlocks(coordinates, dimensions, capped).Nearest(neighbors);

    /// <summary>The distance in thousandths of the range of a hyperparameter, rounded up.</summary>
    public int Distance(long a, long b)
    {
        ReadOnlySpan<double> first = coordinates.AsSpan((int)a * dimensions, dimensions);
        ReadOnlySpan<double> second = coordinates.AsSpan((int)b * dimensions, dimensions);
        double sum = 0;
        for (int dimension = 0; dimension < first.Length; dimension++)
        {
            double difference = Math.Abs(first[dimension] - second[dimension]);
            double counted = dimension < dimensions - capped ? difference : Math.Min(difference, 1);
            sum += counted * counted;
        }

        return (int)Math.Ceiling(PerRange * Math.Sqrt(sum));
    }

    private static bool IsCapped(Hyperparameter hyperparameter) => hyperparameter.Kind == HyperparameterKind.Categorical || hyperparameter.InactiveLevel >= 0;

    /// <summary>The coordinate of every level.</summary>
    public static double[] Places(Hyperparameter hyperparameter, NearestNeighborhood neighborhood)
    {
        bool isLogarithmic = neighborhood.Logarithmic.Contains(hyperparameter.Name);
        if (isLogarithmic && (hyperparameter.Kind != HyperparameterKind.Ordinal || hyperparameter.Values.ToArray().Any(value => value <= 0)))
            throw new ArgumentException($"Hyperparameter '{hyperparameter.Name}' is to be scaled logarithmically, but its values are not all positive numbers.");
        if (hyperparameter.Kind == HyperparameterKind.Categorical)
            return [.. Enumerable.Range(0, hyperparameter.LevelCount).Select(level => (double)level)];
        double[] values = [.. hyperparameter.Values.ToArray().Select(value => isLogarithmic ? Math.Log(value) : value)];
        double[] active = [.. values.Where(value => !double.IsNaN(value))];
        double smallest = active.Min();
        double range = active.Max() - smallest;
        return [.. values.Select(value => double.IsNaN(value) ? Inactive : range > 0 ? (value - smallest) / range : 0)];
    }
}
