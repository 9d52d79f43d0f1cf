namespace HyperLandscape.Metrics;

/// <summary>
/// The authors' sampled protocol, for comparison with published figures: the median, over random walks from uniformly
/// drawn vertices, of the Pearson correlation within a walk between the fitness now and some steps later. Range [-1, 1];
/// higher = smoother. Prefer <see cref="Autocorrelation"/>, which is exact: a correlation within a walk is taken about the walk's
/// own mean, so short walks bias this value downward, and it tends to the exact one only as walks grow longer. Where a few
/// diverged runs hold most of the variance, few walks meet them: then this value may be far above the exact one.
/// </summary>
/// <remarks>
/// Steps go to every neighbour, neutral ones included, with equal chance; unaffected by the objective and the tolerance.
/// Walks that have no correlation (from isolated vertices, or over constant fitness) are left out; NaN if none remains.
/// An estimate; <see cref="WalkCorrelations"/> has its standard error too. The same seed gives the same value on any number of
/// threads. O(walks * length). Source: code of Huang and Li,
/// arXiv 2311.14014.
/// </remarks>
public sealed record WalkAutocorrelation : IMetric
{
    /// <summary>Number of walks, at least 1.</summary>
    public int Walks { get; init; } = 1000;

    /// <summary>Number of configurations on a walk, the start included; at least <see cref="Lag"/> + 2.</summary>
    public int Length { get; init; } = 20;

    /// <summary>Number of steps between the two configurations, at least 1.</summary>
    public int Lag { get; init; } = 1;

    /// <summary>Seed of the walks.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Name => $"Walk autocorrelation (lag {Lag}, {Walks} walks of {Length})";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There are no walks, or they are too short for the lag.</exception>
    public double Measure(Landscape landscape) => WalkCorrelations.Of(landscape, this).Median;
}
