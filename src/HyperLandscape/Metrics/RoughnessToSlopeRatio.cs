using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>
/// Roughness to slope ratio: how far the fitness is from a sum of main effects, one per level of every hyperparameter,
/// fitted by least squares. Roughness = root mean squared residual; slope = mean, over hyperparameters, of the mean
/// |difference of main effects| over pairs of neighbouring levels. Range [0, infinity); 0 = additive, higher = more rugged.
/// </summary>
/// <remarks>
/// Main effects sum to zero, so no reference level matters; on boolean hyperparameters this is the classical r/s. Free of
/// shift and scale; unaffected by the objective, ties and tolerance. On a complete grid main effects are marginal means.
/// On a sample, effects of levels that do not occur are left out; if the sample does not determine all effects, those with the
/// least squares weighted by the counts of the levels are taken. NaN if the slope is no more than 1e-13 standard deviations
/// (no main effect, or constant fitness), or no hyperparameter has neighbouring levels. O(n * hyperparameters), on a sample per
/// step of conjugate gradients. Source: Aita, Iwakura and Husimi (2001), "A cross-section of the fitness landscape of
/// dihydrofolate reductase".
/// </remarks>
public sealed record RoughnessToSlopeRatio : IMetric
{
    /// <inheritdoc/>
    public string Name => "Roughness to slope ratio";

    /// <inheritdoc/>
    public double Measure(Landscape landscape)
    {
        double deviation = Math.Sqrt(Moments.Of(landscape.LossMemory).Second);
        MainEffects effects = MainEffects.Of(landscape.Graph, landscape.LossMemory);
        return effects.Slope > 1e-13 * deviation ? effects.Roughness / effects.Slope : double.NaN;
    }
}
