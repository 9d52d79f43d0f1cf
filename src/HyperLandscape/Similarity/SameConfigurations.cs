namespace HyperLandscape.Similarity;

/// <summary>Two landscapes are comparable if their vertices are the same configurations.</summary>
internal static class SameConfigurations
{
    public static void Require(Landscape a, Landscape b)
    {
        if (a.Graph.HasSameConfigurations(b.Graph))
            return;
        RequireSameSpace(a, b);
        int common = CommonConfigurations.Cells(a, b).Length;
        throw new ArgumentException($"The landscapes are over different configurations: {common} are in both, {a.Count - common} in the first only, {b.Count - common} in the second only. Compare them on the common ones with CompareCommon, or a set with LandscapeSet.OnCommonConfigurations.");
    }

    /// <summary>Both landscapes restricted to the configurations that are in both.</summary>
    public static (Landscape A, Landscape B) Restrict(Landscape a, Landscape b)
    {
        if (a.Graph.HasSameConfigurations(b.Graph))
            return (a, b);
        RequireSameSpace(a, b);
        long[] cells = CommonConfigurations.Cells(a, b);
        if (cells.Length == 0)
            throw new ArgumentException("The landscapes have no configuration in common.");
        Landscape[] restricted = CommonConfigurations.Restrict([a, b], cells);
        return (restricted[0], restricted[1]);
    }

    private static void RequireSameSpace(Landscape a, Landscape b)
    {
        if (!a.Space.Equals(b.Space))
            throw new ArgumentException($"The landscapes have different search spaces, {a.Space} and {b.Space}; declare the same hyperparameters for both.");
    }
}
