using HyperLandscape.Metrics;

namespace HyperLandscape.Plotting;

/// <summary>What may be said about a report beside its landscapes.</summary>
public sealed record ReportOptions
{
    /// <summary>The heading of the page; "Fitness landscapes" by default.</summary>
    public string Title { get; init; } = "Fitness landscapes";

    /// <summary>Where the data come from, a sentence or two below the heading; none by default.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// The label name whose labels go from cheap to full, in the order in which they occur in the set. Null, the default:
    /// the one called fidelity, budget, epoch, iteration, round or step, or the plural of one of these, if there is one. Empty: none.
    /// </summary>
    public string? Fidelity { get; init; }

    /// <summary>
    /// The label name by which the metrics of a set are grouped in pictures. Null, the default: dataset if it is one,
    /// otherwise the first that has more than one label and at most twelve.
    /// </summary>
    public string? GroupBy { get; init; }

    /// <summary>Metrics to be listed after the paper's six; none by default.</summary>
    public IReadOnlyList<IMetric> MoreMetrics { get; init; } = [];

    /// <summary>Of all random choices, those of the maps; 0 by default.</summary>
    public int Seed { get; init; }
}
