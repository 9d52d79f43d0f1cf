using HyperLandscape.Metrics;
using HyperLandscape.Similarity;

namespace HyperLandscape.Plotting.Reports;

/// <summary>What several landscapes show, in sentences whose thresholds are stated.</summary>
internal static class Findings
{
    /// <summary>The sentences about the profiles and agreements of one part, or of all.</summary>
    public static IEnumerable<Html> Of(IReadOnlyList<LandscapeProfile> profiles, IReadOnlyList<Agreement> agreements, Footnotes notes)
    {
        yield return Smoothness(profiles, notes);
        yield return Neutrality(profiles, notes);
        yield return Modality(profiles, notes);
        foreach (Html sentence in Likeness(agreements, notes))
            yield return sentence;
    }

    /// <summary>A sentence for each label name: how alike landscapes that differ in it only rank the configurations.</summary>
    private static IEnumerable<Html> Likeness(IReadOnlyList<Agreement> agreements, Footnotes notes) => agreements
        .GroupBy(agreement => (agreement.LabelName, agreement.IsFidelity))
        .OrderByDescending(group => group.Key.IsFidelity)
        .Select((group, i) => Likeness(group.Key.LabelName, group.Key.IsFidelity, [.. group.SelectMany(agreement => agreement.Correlations)], i == 0, notes));

    private static Html Likeness(string labelName, bool isFidelity, double[] correlations, bool isFirst, Footnotes notes)
    {
        string subject = isFidelity ? $"a lower {labelName} and the full one rank the configurations" : $"landscapes that differ only in {labelName} rank the configurations";
        if (correlations.Length == 0)
            return Html.Of($"Whether {subject} alike is undefined: the fitness is constant, or no configuration is known in both.");
        double median = Format.Median(correlations);
        int alike = correlations.Count(value => value >= Threshold.Alike.High);
        return Html.Of($"{Capital(subject)} <strong>{Threshold.Alike.Word(median)}</strong>: the median Spearman correlation{notes.Mark(new SpearmanCorrelation())} of {Format.Count(correlations.Length, "pair")} is {Format.Short(median)}, from {Format.Short(correlations.Min())} to {Format.Short(correlations.Max())}; {alike} of them reach {Format.Short(Threshold.Alike.High)}{(isFirst ? $" ({Threshold.Alike.Bounds})" : "")}.");
    }

    private static Html Smoothness(IReadOnlyList<LandscapeProfile> profiles, Footnotes notes)
    {
        double correlation = Median(profiles, new Autocorrelation());
        double improving = Median(profiles, new FitnessAssortativity());
        return double.IsNaN(correlation)
            ? Html.Of($"Smoothness is undefined: no two neighbors have a known fitness, or it is constant.")
            : Html.Of($"{Subject(profiles)} <strong>{Threshold.Smoothness.Word(correlation)}</strong>: neighbors correlate in fitness with {Format.Short(correlation)}{notes.Mark(new Autocorrelation())} ({Threshold.Smoothness.Bounds}), along improving steps with {Format.Short(improving)}{notes.Mark(new FitnessAssortativity())}{MedianNote(profiles)}.");
    }

    private static Html Neutrality(IReadOnlyList<LandscapeProfile> profiles, Footnotes notes)
    {
        var metric = new MeanNeutrality();
        double neutrality = Median(profiles, metric);
        return double.IsNaN(neutrality)
            ? Html.Of($"Neutrality is undefined: no configuration has a neighbor.")
            : Html.Of($"{Subject(profiles)} <strong>{Threshold.Neutrality.Word(neutrality)}</strong>: {Format.Percent(neutrality)} of the neighbors of a configuration differ from it by at most {metric.Tolerance.ToString()}{notes.Mark(metric)} ({Threshold.Neutrality.Bounds}){MedianNote(profiles)}.");
    }

    private static Html Modality(IReadOnlyList<LandscapeProfile> profiles, Footnotes notes)
    {
        double[] optima = [.. profiles.Select(profile => profile[new LocalOptimaCount()])];
        int unimodal = optima.Count(count => count == 1);
        return profiles.Count == 1
            ? Html.Of($"It has <strong>{Format.Count((long)optima[0], "local optimum").Replace("optimums", "optima", StringComparison.Ordinal)}</strong>{notes.Mark("Local optimum")}, {Format.Number(profiles[0][new MeanBasinSize()])} {(profiles[0][new MeanBasinSize()] == 1 ? "configuration" : "configurations")} for each{notes.Mark(new MeanBasinSize())}.")
            : Html.Of($"<strong>{unimodal} of {profiles.Count}</strong> have a single local optimum{notes.Mark("Local optimum")}; the median number is {Format.Number(Format.Median(optima))}, the largest {Format.Number(optima.Max())}.");
    }

    private static string Subject(IReadOnlyList<LandscapeProfile> profiles) => profiles.Count == 1 ? "The landscape is" : "The landscapes are";

    private static string MedianNote(IReadOnlyList<LandscapeProfile> profiles) => profiles.Count == 1 ? "" : "; medians";

    private static double Median(IReadOnlyList<LandscapeProfile> profiles, IMetric metric) => Format.Median(profiles.Select(profile => profile[metric]));

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
