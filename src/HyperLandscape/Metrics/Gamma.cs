namespace HyperLandscape.Metrics;

/// <summary>
/// Correlation of the effects of a change when another hyperparameter changes: with s the effect on f of taking one
/// hyperparameter from one level to another, and s' its effect at another level of a second hyperparameter, all others
/// being equal, the sum of s s' over the sum of (s^2 + s'^2) / 2. Range [-1, 1]; higher = less interaction: 1 = additive, none at
/// all; 0 = effects at different levels have nothing to do with each other; negative = they tend to be opposite.
/// </summary>
/// <remarks>
/// Pooled over all ordered pairs of hyperparameters, all pairs of levels of each (not only neighboring ones) and all
/// levels of the others at which all four configurations are present; so large effects count most, and the neighborhood
/// and the tolerance do not matter. Not centered: a hyperparameter with a large effect throughout raises it. Unaffected by
/// the objective, by shifting and scaling the fitness. NaN without such configurations or if no effect differs from 0.
/// O(n d^2 levels) for d hyperparameters. Source: Ferretti et al. (2016), "Measuring epistasis in fitness landscapes:
/// the correlation of fitness effects of mutations".
/// </remarks>
public sealed record Gamma : IMetric
{
    /// <inheritdoc/>
    public string Name => "Gamma";

    /// <inheritdoc/>
    public double Measure(Landscape landscape) => EffectAgreement.Of(landscape, signs: false);
}
