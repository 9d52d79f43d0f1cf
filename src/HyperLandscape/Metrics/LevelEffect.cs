namespace HyperLandscape.Metrics;

/// <summary>What going from one level of a hyperparameter to another does, over all backgrounds: the levels of all others at which both configurations are known.</summary>
public sealed class LevelEffect
{
    internal LevelEffect(string hyperparameter, string from, string to, double[] improvements, double fitnessDeviation)
    {
        Hyperparameter = hyperparameter;
        From = from;
        To = to;
        Backgrounds = improvements.Length;
        double mean = improvements.Average();
        MeanImprovement = mean;
        MedianMagnitude = LevelEffects.Median([.. improvements.Select(Math.Abs)]);
        ImprovedShare = improvements.Count(improvement => improvement > 0) / (double)Backgrounds;
        WorsenedShare = improvements.Count(improvement => improvement < 0) / (double)Backgrounds;
        Idiosyncrasy = Backgrounds < 2 ? double.NaN : Math.Sqrt(improvements.Average(improvement => (improvement - mean) * (improvement - mean)) / 2) / fitnessDeviation;
    }

    /// <summary>The name of the hyperparameter.</summary>
    public string Hyperparameter { get; }

    /// <summary>The label of the level before.</summary>
    public string From { get; }

    /// <summary>The label of the level after.</summary>
    public string To { get; }

    /// <summary>Number of backgrounds, at least 1.</summary>
    public int Backgrounds { get; }

    /// <summary>Mean improvement of the fitness, in its units: positive = the level after is better on average, whichever the objective.</summary>
    public double MeanImprovement { get; }

    /// <summary>Median |change of the fitness|, in its units.</summary>
    public double MedianMagnitude { get; }

    /// <summary>Share of the backgrounds in which the fitness improves. In [0, 1].</summary>
    public double ImprovedShare { get; }

    /// <summary>Share of the backgrounds in which the fitness gets worse; the rest are exact ties. In [0, 1].</summary>
    public double WorsenedShare { get; }

    /// <summary>
    /// Standard deviation of the change over its backgrounds, in units of sqrt(2) standard deviations of the fitness: 0
    /// = the same everywhere, about 1 = as good as random, see <see cref="GlobalIdiosyncrasy"/>. NaN with one
    /// background, or if the fitness is constant.
    /// </summary>
    public double Idiosyncrasy { get; }
}
