namespace HyperLandscape.Metrics;

/// <summary>How the fitness changes along one hyperparameter, all others being equal.</summary>
public sealed class HyperparameterRuggedness
{
    internal HyperparameterRuggedness(string name, double meanDifference, double autocorrelation, double neutrality, double switchedOptima)
    {
        Name = name;
        MeanDifference = meanDifference;
        Autocorrelation = autocorrelation;
        Neutrality = neutrality;
        SwitchedOptima = switchedOptima;
    }

    /// <summary>The name of the hyperparameter.</summary>
    public string Name { get; }

    /// <summary>Mean |f(i) - f(j)| over all pairs of neighbors that differ in this hyperparameter; in units of the fitness, NaN if there are none.</summary>
    public double MeanDifference { get; }

    /// <summary>
    /// Correlation of the fitness of such neighbors, every pair in both orientations: <see cref="Metrics.Autocorrelation"/>
    /// of the walk that changes only this hyperparameter. In [-1, 1]; low = a step along it says little about what comes.
    /// NaN if there are no such neighbors or their fitness does not vary.
    /// </summary>
    public double Autocorrelation { get; }

    /// <summary>
    /// Mean, over configurations with such neighbors, of the share of these within the tolerance: <see cref="MeanNeutrality"/>
    /// along this hyperparameter. In [0, 1], NaN if there are none; 1 = it does not matter.
    /// </summary>
    public double Neutrality { get; }

    /// <summary>
    /// Share of such pairs of neighbors that lie in the basins of different local optima (see
    /// <see cref="Landscape.Basins"/>): how often a step along this hyperparameter changes where a climb ends. In [0,
    /// 1], NaN if there are none.
    /// </summary>
    public double SwitchedOptima { get; }
}
