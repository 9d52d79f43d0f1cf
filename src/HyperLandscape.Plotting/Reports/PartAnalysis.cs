using HyperLandscape.Metrics;
using HyperLandscape.Similarity;

namespace HyperLandscape.Plotting.Reports;

/// <summary>All that the report says about one set of landscapes, computed.</summary>
internal sealed class PartAnalysis
{
    /// <summary>A heat map of more landscapes could not be read.</summary>
    public const int MostCompared = 60;

    public PartAnalysis(ReportPart part, ReportOptions options, Steps steps)
    {
        Part = part;
        Roles = new LabelRoles(part.Set, options);
        Metrics = [.. Metric.Paper, .. options.MoreMetrics];
        Profile = steps.Run(0.15, step => Set.Profile(Metrics, step.Options, step.Progress));
        Agreements = steps.Run(0.1, step => Agreement.Of(Set, Roles, step.Options.CancellationToken, step.Progress));
        Matrix = steps.Run(0.05, step => WhyNoMatrix is null ? Set.OnCommonConfigurations().Compare(new SpearmanCorrelation(), step.Options, step.Progress) : null);
        Map = steps.Run(0.5, step => MapAnalysis.Of(Set, Roles, options.Seed, step));
        Closer = steps.Run(0.2, step => new CloserAnalysis(Shown, step));
    }

    public ReportPart Part { get; }

    public LandscapeSet Set => Part.Set;

    public LabelRoles Roles { get; }

    public IReadOnlyList<IMetric> Metrics { get; }

    public LandscapeSetProfile Profile { get; }

    public IReadOnlyList<Agreement> Agreements { get; }

    /// <summary>Spearman's correlation of every two landscapes; null as <see cref="WhyNoMatrix"/> says.</summary>
    public SimilarityMatrix? Matrix { get; }

    /// <summary>Null as <see cref="MapAnalysis.WhyNot"/> says.</summary>
    public MapAnalysis? Map { get; }

    public CloserAnalysis Closer { get; }

    /// <summary>The landscape that is shown closer.</summary>
    public Landscape Shown => Set[Roles.Shown];

    /// <summary>That landscape and its lower fidelities, at most <see cref="MapAnalysis.MostPanels"/>, from cheap to full.</summary>
    public LandscapeSet Fidelities => new(Set.LabelNames, MapAnalysis.Spread(Roles.FidelitiesOfShown()).Select(landscape => (Set[landscape], Set.Labels(landscape))));

    public string ShownName => Set.Name(Roles.Shown);

    /// <summary>Why not every two landscapes are compared; empty if there are no two; null if they are.</summary>
    public string? WhyNoMatrix => Set.Count switch
    {
        1 => "",
        > MostCompared => $"There is no heat map of all landscapes: {Set.Count} are more than {MostCompared}, and could not be read.",
        _ when !Enumerable.Range(0, Set[0].Count).Any(vertex => Set.All(landscape => landscape.Graph.Vertex(Set[0].Graph.Cell(vertex)) >= 0)) => "There is no heat map of all landscapes: runs failed in some, so that no configuration is in all.",
        _ => null,
    };
}
