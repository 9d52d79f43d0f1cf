using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// How much the effect of a change of one hyperparameter depends on all others (its background): the mean, over all pairs
/// of levels of all hyperparameters, of the standard deviation of the effect over its backgrounds, in units of that of
/// the difference of two random configurations, sqrt(2) times the standard deviation of the fitness. 0 = every change has
/// the same effect everywhere (additive); about 1 = effects are as good as random. Range [0, infinity), seldom above 1; higher
/// = more interaction.
/// </summary>
/// <remarks>
/// Standard deviations are those of populations. Over all pairs of levels, not only
/// neighboring ones, that share at least <see cref="MinimumBackgrounds"/> backgrounds; each pair has the same weight. The
/// neighborhood and the tolerance do not matter, nor does the objective, nor shifting and scaling the fitness. NaN if
/// there is no such pair or the fitness is constant. O(n levels) per hyperparameter. Source: Lyons et al. (2020), "Idiosyncratic epistasis creates universals in
/// mutational effects and evolutionary trajectories".
/// </remarks>
public sealed record GlobalIdiosyncrasy : IMetric
{
    private readonly int minimumBackgrounds = 3;

    /// <summary>The least number of backgrounds over which the effect of a change is compared, at least 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 2.</exception>
    public int MinimumBackgrounds
    {
        get => minimumBackgrounds;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            minimumBackgrounds = value;
        }
    }

    /// <inheritdoc/>
    public string Name => minimumBackgrounds == 3 ? "Global idiosyncrasy" : $"Global idiosyncrasy (at least {minimumBackgrounds} backgrounds)";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        if (TensorPrimitives.Max(landscape.Loss) == TensorPrimitives.Min(landscape.Loss))
            return double.NaN;
        NeighborhoodGraph graph = landscape.Graph;
        double[] all = [.. graph.IsComplete && !graph.Space.IsListed ? GridEffects.Deviations(graph.DistanceAxes, landscape.LossMemory, minimumBackgrounds) : Deviations(landscape)];
        return TensorPrimitives.Sum<double>(all) / all.Length / (Math.Sqrt(2) * TensorPrimitives.StdDev(landscape.Loss));
    }

    private IEnumerable<double> Deviations(Landscape landscape)
    {
        var deviations = new double[landscape.Space.Dimension][];
        Workers.For(deviations.Length, axis => deviations[axis] = Deviations(landscape, axis));
        return deviations.SelectMany(own => own);
    }

    /// <summary>The standard deviation of the effect of every change of one hyperparameter with enough backgrounds.</summary>
    private double[] Deviations(Landscape landscape, int axis)
    {
        var effects = new Dictionary<(int From, int To), Effect>();
        foreach (Plane line in Planes.Along(landscape.Graph, landscape.LossMemory, axis))
        {
            for (int from = 0; from < line.RowCount; from++)
            {
                for (int to = from + 1; to < line.RowCount; to++)
                    CollectionsMarshal.GetValueRefOrAddDefault(effects, (line.RowLevels[from], line.RowLevels[to]), out _).Add(line.Row(to)[0] - line.Row(from)[0]);
            }
        }

        return [.. effects.Values.Where(effect => effect.Backgrounds >= minimumBackgrounds).Select(effect => Math.Sqrt(effect.Squares / effect.Backgrounds))];
    }

    /// <summary>Mean of an effect and summed squared deviations from it, updated background by background.</summary>
    private record struct Effect(int Backgrounds, double Mean, double Squares)
    {
        public void Add(double value)
        {
            Backgrounds++;
            double deviation = value - Mean;
            Mean += deviation / Backgrounds;
            Squares += deviation * (value - Mean);
        }
    }
}
