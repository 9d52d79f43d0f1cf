using HyperLandscape.Numerics;

namespace HyperLandscape.Metrics;

/// <summary>Puts metrics to landscapes and to sets of landscapes.</summary>
public static class LandscapeMetrics
{
    /// <summary>One metric of a landscape.</summary>
    public static double Measure(this Landscape landscape, IMetric metric) => metric.Measure(landscape);

    /// <summary>The paper's six metrics of a landscape.</summary>
    public static LandscapeProfile Profile(this Landscape landscape) => landscape.Profile(Metric.Paper);

    /// <summary>Several metrics of a landscape.</summary>
    /// <exception cref="ArgumentException">There is no metric, or two have the same name.</exception>
    public static LandscapeProfile Profile(this Landscape landscape, params IReadOnlyList<IMetric> metrics) => landscape.Profile(metrics, null);

    /// <summary>Several metrics of a landscape. The facts they share are computed once.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="metrics">At least one metric, with different names.</param>
    /// <param name="options">Number of threads and cancellation; the values do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the finished metrics, 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no metric, or two have the same name.</exception>
    /// <exception cref="OperationCanceledException">The computation was canceled.</exception>
    public static LandscapeProfile Profile(this Landscape landscape, IReadOnlyList<IMetric> metrics, ParallelOptions? options, IProgress<double>? progress = null)
    {
        RequireNames(metrics);
        return Workers.With(options, () =>
        {
            Prepare(landscape, metrics);
            var values = new double[metrics.Count];
            for (int i = 0; i < values.Length; i++)
            {
                options?.CancellationToken.ThrowIfCancellationRequested();
                values[i] = metrics[i].Measure(landscape);
                progress?.Report((i + 1.0) / values.Length);
            }

            return new LandscapeProfile([.. metrics.Select(metric => metric.Name)], values);
        });
    }

    /// <summary>The paper's six metrics of every landscape of a set, in parallel.</summary>
    public static LandscapeSetProfile Profile(this LandscapeSet set) => set.Profile(Metric.Paper);

    /// <summary>Several metrics of every landscape of a set, in parallel.</summary>
    /// <param name="set">The landscapes.</param>
    /// <param name="metrics">At least one metric, with different names.</param>
    /// <param name="options">Number of threads and cancellation; the values do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the finished landscapes, 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no metric, or two have the same name.</exception>
    /// <exception cref="OperationCanceledException">The computation was canceled.</exception>
    public static LandscapeSetProfile Profile(this LandscapeSet set, IReadOnlyList<IMetric> metrics, ParallelOptions? options = null, IProgress<double>? progress = null)
    {
        RequireNames(metrics);
        var profiles = new LandscapeProfile[set.Count];
        Workers.For(set.Count, options, progress, i => profiles[i] = set[i].Profile(metrics, null));
        return new LandscapeSetProfile(set, profiles);
    }

    /// <summary>If metrics ask for neutral degrees, one pass over the edges yields them with everything else.</summary>
    private static void Prepare(Landscape landscape, IReadOnlyList<IMetric> metrics)
    {
        foreach (IMetric metric in metrics)
        {
            Tolerance? tolerance = metric switch
            {
                MeanNeutrality neutrality => neutrality.Tolerance,
                NeutralPairRatio ratio => ratio.Tolerance,
                NeutralityDistanceCorrelation correlation => correlation.Tolerance,
                _ => null,
            };
            if (tolerance is { } wanted)
            {
                landscape.Neutral(wanted);
                return;
            }
        }
    }

    private static void RequireNames(IReadOnlyList<IMetric> metrics)
    {
        if (metrics.Count == 0)
            throw new ArgumentException("A profile needs at least one metric.", nameof(metrics));
        IGrouping<string, IMetric>? twice = metrics.GroupBy(metric => metric.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new ArgumentException($"Two metrics are named '{twice.Key}'; a profile tells values apart by name.", nameof(metrics));
    }
}
