namespace HyperLandscape.Metrics;

/// <summary>
/// As <see cref="Gamma"/>, but of the signs of the effects (1, 0 or -1): whether a change that improves the fitness still
/// does when another hyperparameter changes, however much. Range [-1, 1]; higher = less interaction: 1 = no effect changes
/// its sign, 0 = signs at different levels have nothing to do with each other; negative = they tend to be opposite.
/// </summary>
/// <remarks>
/// Pooled as <see cref="Gamma"/> is; every effect counts the same. An effect is 0 only if it is exactly: the tolerance
/// does not matter. Unaffected by the objective, by shifting and scaling the fitness. NaN if no effect differs from 0.
/// O(n d^2 levels) for d hyperparameters. Source: Ferretti et al. (2016), "Measuring epistasis in fitness landscapes:
/// the correlation of fitness effects of mutations".
/// </remarks>
public sealed record GammaStar : IMetric
{
    /// <inheritdoc/>
    public string Name => "Gamma* (signs of effects)";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => EffectAgreement.Of(landscape, signs: true);
}
