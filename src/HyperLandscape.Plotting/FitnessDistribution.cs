using System.Globalization;
using ScottPlot;
using ScottPlot.Statistics;

namespace HyperLandscape.Plotting;

/// <summary>
/// How many configurations have which fitness: a histogram of bins of equal width, with the median and the best value
/// marked. The number of bins follows Freedman and Diaconis (1981), at least 10 and at most 80.
/// </summary>
/// <param name="Landscape">The landscape; failed configurations are counted in the caption.</param>
public sealed record FitnessDistribution(Landscape Landscape) : Picture
{
    private protected override Sheet Compose(int width, int height)
    {
        double[] sorted = [.. Landscape.Fitness.ToArray().Order()];
        double median = sorted[sorted.Length / 2];
        double best = Landscape.Fitness[Landscape.GlobalOptima[0]];
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Distribution of the fitness",
            Caption = string.Create(CultureInfo.InvariantCulture, $"{Landscape}. Best {best:G4}, median {median:G4}."),
        };
        Plot plot = sheet.Add("fitness", "number of configurations");
        double spread = sorted[^1] - sorted[0];
        if (spread > 0)
        {
            double step = 2 * (sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4]) / Math.Cbrt(sorted.Length);
            int bins = step > 0 ? (int)Math.Clamp(spread / step, 10, 80) : 10;
            plot.Add.Histogram(Histogram.WithBinCount(bins, sorted), sheet.Group(0));
        }

        plot.Axes.Margins(bottom: 0);
        return sheet;
    }
}
