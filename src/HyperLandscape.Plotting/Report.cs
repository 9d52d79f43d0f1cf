using System.Text;
using HyperLandscape.Plotting.Reports;

namespace HyperLandscape.Plotting;

/// <summary>
/// Landscapes as one page for a colleague: what was analyzed, tables to sort, pictures, and sentences that say what they mean,
/// by thresholds that are stated. One HTML file that loads nothing from anywhere, for wide screens and phones, light, dark and
/// paper. Every name that comes from a file is escaped. The same input gives the same file.
/// </summary>
public static class Report
{
    private const double ShareOfAnalysis = 0.5;

    /// <summary>Writes a report of a set of landscapes.</summary>
    /// <param name="set">The landscapes.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="report">Title, roles of labels, further metrics, seed; the defaults if null.</param>
    /// <param name="options">Number of threads and cancellation; the page does not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="ArgumentException">The report's options name a label that the set does not have, or two metrics have the same name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled; nothing is written.</exception>
    public static void WriteHtml(LandscapeSet set, string path, ReportOptions? report = null, ParallelOptions? options = null, IProgress<double>? progress = null) =>
        WriteHtml([new ReportPart("The landscapes", set)], path, report, options, progress);

    /// <summary>Writes a report of one landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="report">Title, roles of labels, further metrics, seed; the defaults if null.</param>
    /// <param name="options">Number of threads and cancellation; the page does not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="ArgumentException">The report's options name a label; a single landscape has none. Or two metrics have the same name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled; nothing is written.</exception>
    public static void WriteHtml(Landscape landscape, string path, ReportOptions? report = null, ParallelOptions? options = null, IProgress<double>? progress = null) =>
        WriteHtml([new ReportPart("The landscape", new LandscapeSet(["landscape"], [(landscape, [(report ?? new ReportOptions()).Title])]))], path, report, options, progress);

    /// <summary>Writes a report of several sets of landscapes, which may be over different search spaces: for instance one per model.</summary>
    /// <param name="parts">The sets with their names, at least one.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="report">Title, roles of labels, further metrics, seed; the defaults if null.</param>
    /// <param name="options">Number of threads and cancellation; the page does not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no set, two have the same name, the report's options name a label that a set does not have, or two metrics have the same name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled; nothing is written.</exception>
    public static void WriteHtml(IReadOnlyList<ReportPart> parts, string path, ReportOptions? report = null, ParallelOptions? options = null, IProgress<double>? progress = null)
    {
        if (parts.Count == 0)
            throw new ArgumentException("A report needs at least one set of landscapes.", nameof(parts));
        if (parts.GroupBy(part => part.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two sets of landscapes are named '{twice.Key}'; headings must tell them apart.", nameof(parts));

        report ??= new ReportOptions();
        var steps = new Steps(options, progress is null ? null : new Ascending(progress));
        double[] shares = Shares(parts);
        PartAnalysis[] analyses = steps.Run(ShareOfAnalysis, all => parts.Select((part, i) => all.Run(shares[i], step => new PartAnalysis(part, report, step))).ToArray());
        ISection[] sections = [
            new OverviewSection(analyses),
            .. analyses.Select((analysis, i) => new PartSection(analysis, ReportPage.PartId(i), analyses.Length == 1)),
            new MethodSection(report)];
        steps.Run(1 - ShareOfAnalysis, step => Draw([.. sections.SelectMany(section => section.Figures)], step));
        File.WriteAllText(path, ReportPage.Of(report, analyses, sections).ToString(), new UTF8Encoding(false));
    }

    /// <summary>About which share of the work each set is: something for each, and the rest by configurations.</summary>
    private static double[] Shares(IReadOnlyList<ReportPart> parts)
    {
        double[] work = [.. parts.Select(part => 2000.0 + part.Set[0].Count)];
        return [.. work.Select(own => own / work.Sum())];
    }

    private static int Draw(Figure[] figures, Steps step)
    {
        int drawn = 0;
        Parallel.ForEach(figures, step.Options, figure =>
        {
            figure.Draw();
            step.Progress?.Report((double)Interlocked.Increment(ref drawn) / figures.Length);
        });
        return drawn;
    }
}
