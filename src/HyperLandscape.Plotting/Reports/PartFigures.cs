namespace HyperLandscape.Plotting.Reports;

/// <summary>Which pictures a set of landscapes has, section by section.</summary>
internal static class PartFigures
{
    public static IEnumerable<Figure> OfMetrics(PartAnalysis part) => [];

    public static IEnumerable<Figure> OfAgreement(PartAnalysis part) => [];

    public static IEnumerable<Figure> OfMap(PartAnalysis part) => [];

    public static IEnumerable<Figure> OfFitness(PartAnalysis part)
    {
        yield return new Figure(new FitnessDistribution(part.Shown), "Distribution of the fitness", "How many configurations have which fitness.");
    }

    public static IEnumerable<Figure> OfNetwork(PartAnalysis part) => [];

    public static IEnumerable<Figure> OfImportance(PartAnalysis part) => [];
}
