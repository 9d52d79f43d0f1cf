namespace HyperLandscape;

/// <summary>Which fitness is better. A landscape resolves this once; no metric asks again.</summary>
public enum Objective
{
    /// <summary>Smaller is better: losses, errors.</summary>
    Minimize,

    /// <summary>Larger is better: accuracies, scores.</summary>
    Maximize,
}
