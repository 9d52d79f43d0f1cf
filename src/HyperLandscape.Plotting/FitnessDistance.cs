using HyperLandscape.Metrics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace HyperLandscape.Plotting;

/// <summary>
/// The fitness of configurations by their distance to the nearest global optimum, with the mean per distance: whether
/// the fitness leads there. Points of one distance are spread sideways so as not to hide each other; at most 6,000 are drawn.
/// </summary>
/// <param name="Landscape">The landscape.</param>
public sealed record FitnessDistance(Landscape Landscape) : Picture
{
    private protected override Sheet Compose(int width, int height)
    {
        int[] distances = Landscape.DistancesToGlobalOptimum();
        double[] fitness = Landscape.Fitness.ToArray();
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Fitness by distance to the global optimum",
            Caption = $"{Landscape}. Fitness distance correlation {Numbers.Score(Landscape.Measure(new FitnessDistanceCorrelation()))}; {Numbers.Count(Landscape.GlobalOptima.Length, "configuration")} with the best fitness.{Thinning.Remark(fitness.Length)}",
        };
        Plot plot = sheet.Add("steps to the nearest global optimum", Numbers.FitnessOf(Landscape));
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = Numbers.Tick };
        int[] rows = Thinning.Rows(fitness.Length);
        var dot = new MarkerStyle(MarkerShape.FilledCircle, rows.Length > 1000 ? 3 : 5, sheet.Group(0).WithAlpha(rows.Length > 1000 ? 0.3 : 0.5));
        plot.Add.Markers(rows.Select(row => new Coordinates(distances[row] + (distances[row] == 0 ? 0 : 0.6 * (Thinning.Scatter(row) - 0.5)), fitness[row])).ToArray()).MarkerStyle = dot;
        sheet.Key.Add(new KeyEntry("configuration", new MarkerStyle(MarkerShape.FilledCircle, 6, sheet.Group(0))));

        Coordinates[] means = [.. distances.Index().GroupBy(entry => entry.Item, entry => fitness[entry.Index]).OrderBy(group => group.Key).Select(group => new Coordinates(group.Key, group.Average()))];
        var line = plot.Add.Scatter(means, sheet.Group(1));
        line.LineWidth = 2.5f;
        line.MarkerSize = 6;
        sheet.Key.Add(new KeyEntry("mean of a distance", new MarkerStyle(MarkerShape.FilledCircle, 6, sheet.Group(1)), new LineStyle(2.5f, sheet.Group(1))));
        MarkerStyle star = StarMarker.Style(sheet.Group(4), sheet.Ink);
        plot.Add.Markers((Coordinates[])[new(0, means[0].Y)]).MarkerStyle = star;
        sheet.Key.Add(new KeyEntry("global optimum", star));
        plot.Axes.SetLimitsX(-0.5, distances.Max() + 0.5);
        (double low, double high) = Ranges.Around(fitness);
        plot.Axes.SetLimitsY(low, high);
        return sheet;
    }
}
