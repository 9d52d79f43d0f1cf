namespace HyperLandscape.Plotting;

/// <summary>Sets whose landscapes are drawn as one line each.</summary>
internal static class Sets
{
    /// <summary>Colors times line patterns that can be told apart.</summary>
    public const int MostLines = 21;

    /// <summary>A set of one landscape.</summary>
    public static LandscapeSet Of(Landscape landscape) => new(["landscape"], [(landscape, ["landscape"])]);

    /// <summary>A set that is small enough for a line per landscape.</summary>
    /// <exception cref="ArgumentException">There are too many.</exception>
    public static LandscapeSet FewEnough(LandscapeSet set) => set.Count <= MostLines
        ? set
        : throw new ArgumentException($"{set.Count} lines could not be told apart, at most {MostLines} can; choose landscapes with Where.", nameof(set));

    /// <summary>The labels by which the landscapes differ, for each of them; all labels if they differ by none.</summary>
    public static IReadOnlyList<string> ShortNames(LandscapeSet set)
    {
        int[] varying = [.. Enumerable.Range(0, set.LabelNames.Count).Where(i => set.Values(set.LabelNames[i]).Count > 1)];
        return [.. Enumerable.Range(0, set.Count).Select(i => varying.Length == 0 ? set.Name(i) : string.Join(' ', varying.Select(label => set.Labels(i)[label])))];
    }

    /// <summary>The labels that all landscapes share, as a sentence for the caption; empty if there are none.</summary>
    public static string Shared(LandscapeSet set)
    {
        if (set.Count == 1)
            return "";
        string[] shared = [.. set.LabelNames.Where(name => set.Values(name).Count == 1).Select(name => $"{name} {set.Values(name)[0]}")];
        return shared.Length == 0 ? "" : $"All: {string.Join(", ", shared)}. ";
    }
}
