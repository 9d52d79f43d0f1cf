using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks.Inputs;

/// <summary>A smooth function of the levels plus noise; different seeds give similar functions.</summary>
internal static class NoisyFitness
{
    private const double Noise = 0.05;

    /// <summary>With values this coarse, about 30 % of the neighbour pairs of a <see cref="MixedGrid"/> tie.</summary>
    private const double Coarse = 0.035;

    /// <summary>A value per cell; no two are equal, almost surely.</summary>
    public static double[] Of(SearchSpace space, int seed)
    {
        var random = new Random(seed);
        double[] values = [0];
        for (int h = space.Dimension - 1; h >= 0; h--)
            values = WithEffect(values, space.Hyperparameters[h], random);
        for (int cell = 0; cell < values.Length; cell++)
            values[cell] += Noise * random.NextDouble();
        return values;
    }

    /// <summary>Rounded, so that there are plateaus.</summary>
    public static double[] Rounded(double[] values) => [.. values.Select(value => Coarse * Math.Round(value / Coarse))];

    /// <summary>Every value once per level: a parabola over ordered levels, any number for an unordered one.</summary>
    private static double[] WithEffect(double[] values, Hyperparameter hyperparameter, Random random)
    {
        double weight = 0.2 + (0.2 * random.NextDouble());
        double optimum = 0.3 + (0.4 * random.NextDouble());
        var result = new double[values.Length * hyperparameter.LevelCount];
        for (int level = 0; level < hyperparameter.LevelCount; level++)
        {
            double position = hyperparameter.Kind == HyperparameterKind.Ordinal ? level / (hyperparameter.LevelCount - 1.0) : random.NextDouble();
            double effect = weight * (position - optimum) * (position - optimum);
            for (int i = 0; i < values.Length; i++)
                result[(level * values.Length) + i] = values[i] + effect;
        }

        return result;
    }
}
