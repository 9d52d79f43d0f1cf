namespace HyperLandscape.Metrics;

/// <summary>The share of the variance of the fitness that one hyperparameter, or the interaction of several, accounts for.</summary>
public sealed class VarianceShare
{
    internal VarianceShare(string[] hyperparameters, double share)
    {
        Hyperparameters = hyperparameters;
        Share = share;
    }

    /// <summary>The names of the hyperparameters, in the order of the space: one for a main effect, two for a pair.</summary>
    public IReadOnlyList<string> Hyperparameters { get; }

    /// <summary>The share, in [0, 1]; NaN if the fitness is constant.</summary>
    public double Share { get; }

    /// <summary>The names, for example <c>learning_rate x optimizer</c>.</summary>
    public override string ToString() => string.Join(" x ", Hyperparameters);
}
