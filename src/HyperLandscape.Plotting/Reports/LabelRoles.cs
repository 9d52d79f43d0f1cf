namespace HyperLandscape.Plotting.Reports;

/// <summary>What the labels of a set are used for: which are ordered from cheap to full, which group pictures, and which landscape is shown closer.</summary>
internal sealed class LabelRoles
{
    private const int MostGroups = 12;

    private static readonly string[] FidelityNames = ["fidelity", "fidelities", "budget", "epoch", "iteration", "round", "step", "budgets", "epochs", "iterations", "rounds", "steps"];

    private readonly LandscapeSet set;

    public LabelRoles(LandscapeSet set, ReportOptions options)
    {
        this.set = set;
        Varying = [.. set.LabelNames.Where(name => set.Values(name).Count > 1)];
        Fidelity = options.Fidelity switch
        {
            null => Varying.FirstOrDefault(name => FidelityNames.Contains(name, StringComparer.OrdinalIgnoreCase)),
            "" => null,
            { } name => Varying.Contains(Known(name, nameof(options.Fidelity))) ? name : null,
        };
        Group = options.GroupBy is { } chosen
            ? Known(chosen, nameof(options.GroupBy))
            : Groups.FirstOrDefault(name => name.Equals("dataset", StringComparison.OrdinalIgnoreCase)) ?? Groups.FirstOrDefault();
        Shown = Enumerable.Range(0, set.Count).MaxBy(Preference);
    }

    /// <summary>The label names with more than one label.</summary>
    public IReadOnlyList<string> Varying { get; }

    /// <summary>The label name whose labels go from cheap to full; null if there is none.</summary>
    public string? Fidelity { get; }

    /// <summary>By which label name pictures group the landscapes; null if there is none.</summary>
    public string? Group { get; }

    /// <summary>The landscape that is shown closer: the first one at full fidelity, a test or validation one if landscapes are labeled so.</summary>
    public int Shown { get; }

    /// <summary>The label of a landscape under a label name.</summary>
    public string Label(int landscape, string labelName) => set.Labels(landscape)[set.LabelNames.ToList().IndexOf(labelName)];

    /// <summary>The landscapes that differ from the one shown in fidelity only, from cheap to full.</summary>
    public IReadOnlyList<int> FidelitiesOfShown()
    {
        if (Fidelity is not { } fidelity)
            return [Shown];
        return [.. Enumerable.Range(0, set.Count)
            .Where(landscape => set.LabelNames.All(name => name == fidelity || Label(landscape, name) == Label(Shown, name)))
            .OrderBy(landscape => set.Values(fidelity).ToList().IndexOf(Label(landscape, fidelity)))];
    }

    /// <summary>Whether a label says that the fitness was measured on data that were not trained on.</summary>
    public static bool IsHeldOut(string label) => label is "test" or "valid" or "validation" or "val";

    private IEnumerable<string> Groups => Varying.Where(name => set.Values(name).Count <= MostGroups);

    private int Preference(int landscape)
    {
        int full = Fidelity is not { } fidelity || Label(landscape, fidelity) == set.Values(fidelity)[^1] ? 2 : 0;
        int held = set.Labels(landscape).Any(IsHeldOut) ? 1 : 0;
        return full + held;
    }

    private string Known(string name, string option) => set.LabelNames.Contains(name)
        ? name
        : throw new ArgumentException($"{option} is '{name}', but the landscapes have the label names {string.Join(", ", set.LabelNames)}; name one of them.", nameof(name));
}
