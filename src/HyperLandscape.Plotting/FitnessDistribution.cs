using ScottPlot;
using ScottPlot.Statistics;

namespace HyperLandscape.Plotting;

/// <summary>
/// How many configurations have which fitness: a histogram of bins of equal width, with the best fitness and the median
/// marked. The number of bins follows Freedman and Diaconis (1981), at least 10 and at most 80.
/// </summary>
/// <param name="Landscape">The landscape; failed runs have no fitness and are counted in the caption.</param>
public sealed record FitnessDistribution(Landscape Landscape) : Picture
{
    private protected override Sheet Compose(int width, int height)
    {
        double[] sorted = [.. Landscape.Fitness.ToArray().Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        double best = Landscape.Fitness[Landscape.GlobalOptima[0]];
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Distribution of the fitness",
            Caption = $"{Landscape}. Best {Numbers.Text(best)}, median {Numbers.Text(median)}, worst {Numbers.Text(Landscape.Objective == Objective.Minimize ? sorted[^1] : sorted[0])}; {Numbers.Count(Landscape.GlobalOptima.Length, "configuration")} with the best fitness.",
        };
        Plot plot = sheet.Add(Numbers.FitnessOf(Landscape), "number of configurations");
        Histogram histogram = sorted[0] < sorted[^1]
            ? Histogram.WithBinCount(Bins(sorted), sorted)
            : Histogram.WithBinCount(11, sorted[0] - 0.5, sorted[0] + 0.5);
        if (sorted[0] == sorted[^1])
            histogram.AddRange(sorted);
        plot.Add.Histogram(histogram, sheet.Group(0));
        Mark(sheet, plot, best, "best", sheet.Group(1), LinePattern.Solid);
        Mark(sheet, plot, median, "median", sheet.Ink, LinePattern.Dashed);
        Ranges.Widen(plot, sorted[0] < sorted[^1] ? sorted : [sorted[0] - 0.5, sorted[0] + 0.5]);
        plot.Axes.SetLimitsY(0, 1.05 * histogram.Counts.Max());
        return sheet;
    }

    private static int Bins(double[] sorted)
    {
        double step = 2 * (sorted[(sorted.Length - 1) * 3 / 4] - sorted[(sorted.Length - 1) / 4]) / Math.Cbrt(sorted.Length);
        return step > 0 ? (int)Math.Clamp((sorted[^1] - sorted[0]) / step, 10, 80) : 80;
    }

    private static void Mark(Sheet sheet, Plot plot, double value, string text, Color color, LinePattern pattern)
    {
        plot.Add.VerticalLine(value, 1.8f, color, pattern);
        sheet.Key.Add(new KeyEntry(text, Line: new LineStyle(1.8f, color, pattern)));
    }
}
